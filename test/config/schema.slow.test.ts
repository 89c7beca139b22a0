import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../support/files';

const root = join(__dirname, '..', '..');
const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

test('the schema is what `npm run schema` makes of the types', () => {
  const folder = folderWith();
  execFileSync(process.execPath, ['scripts/schema.mjs', folder], { cwd: root });
  for (const name of ['shape.json', 'fleet.schema.json', 'cluster.schema.json']) {
    expect(read(folder, name)).toBe(read(root, 'schema', name));
  }
});

test('docs/configuration.md is what `npm run docs` makes of the types', () => {
  const program = `
    import { configurationDocument } from './scripts/configuration.mjs';
    import { readTypes } from './scripts/schema/types.mjs';
    process.stdout.write(configurationDocument(readTypes()));`;
  const page = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, encoding: 'utf8' });
  expect(read(root, 'docs', 'configuration.md')).toBe(page);
});
