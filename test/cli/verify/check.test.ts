/** A value of the configuration is one word of a shell, whatever is in it, and on one line. */

import { execFileSync } from 'node:child_process';
import { quote } from '../../../src/values/shell-word';

const WORDS = [
  'registry',
  "it's",
  '$(touch x)',
  '`id`',
  'a b',
  'reg\ntouch PWN #',
  '\u001b[2J',
  "\\'\n",
  '!history',
  '~root',
  '*',
  'a\u202eb',
  '-n',
  '##[group]',
  'ü\u00a0é',
];

test.each(WORDS.map(word => [word]))('%j', word => {
  const quoted = quote(word);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(quoted).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(execFileSync('bash', ['-c', `printf '%s' ${quoted}`], { encoding: 'utf8' })).toBe(word);
});
