import { spawnSync } from 'node:child_process';
import { quote } from '../../src/values/shell-word';

test.each([
  'a/b:c@d,e=f%g',
  '',
  "it's",
  'two words',
  '$(id) `id` "x" \\',
  'line\nbreak\ttab',
  "\u001b[31m'\\\u202e",
  'Grüße',
])('%j is read by bash as it is', word => {
  expect(
    spawnSync('bash', ['-c', `printf %s ${quote(word)}`], { encoding: 'utf8', env: { LC_ALL: 'C.UTF-8' } }).stdout,
  ).toBe(word);
  expect(quote(word)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

test('names need no quotes', () => expect(quote('openshift-image-registry')).toBe('openshift-image-registry'));
