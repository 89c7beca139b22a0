/** Shell blocks of the documents: bash reads every one. */

import { spawnSync } from 'node:child_process';
import { blocksOf, DOCUMENTS } from '../support/fenced-blocks';

const BLOCKS = DOCUMENTS.flatMap(document => blocksOf(document, 'sh'));

/** What bash says of a text that it only reads. */
const syntaxOf = (text: string): string => spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' }).stderr;

test('there are blocks', () => expect(BLOCKS.length).toBeGreaterThan(10));

test('bash reads every one', () => {
  expect(BLOCKS.map(({ place, text }) => [place, syntaxOf(text)])).toEqual(BLOCKS.map(({ place }) => [place, '']));
});

test('one with a mistake is noticed', () => expect(syntaxOf('if true; echo "a')).toMatch(/unexpected|syntax/));
