import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeNewFile } from '../../src/output/write-new-file';
import { folderWith } from '../support/files';

const TEXT = `a: "é ${'\u{1F600}'.repeat(100)}"\n`;

test('writes every byte of a text', () => {
  const file = join(folderWith({}), 'a.yaml');
  writeNewFile(file, TEXT);
  expect(readFileSync(file, 'utf8')).toBe(TEXT);
});

test('fails where a file is there, and leaves it', () => {
  const file = join(folderWith({ 'a.yaml': 'mine' }), 'a.yaml');
  expect(() => writeNewFile(file, TEXT)).toThrow('EEXIST');
  expect(readFileSync(file, 'utf8')).toBe('mine');
});
