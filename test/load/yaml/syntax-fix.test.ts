import { GENERAL_CODES } from '../../../src/findings/general-codes';
import { parseYaml } from '../../../src/load/yaml/parse-yaml';

const GENERAL_FIX = GENERAL_CODES.find(({ code }) => code === 'YAML_SYNTAX')?.fix;
const QUOTES = /^put the value in quotes/;
const COLON = /^write a colon and a space after the key, as in key: value/;

test.each<readonly [string, string, number, RegExp]>([
  ['a tab before a list', 'a:\n\t- b\n', 2, /^indent with spaces/],
  ['a tab before a key', 'a:\n  b: 1\n\tc: 2\n', 3, /^indent with spaces/],
  ['a tab in a flow map', 'a: {b: 1,\n\tc: 2}\n', 2, /^indent with spaces/],
  ['no colon', 'a:\n  platform aws\n  b: 1\n', 2, COLON],
  ['no colon on the last line', 'a:\n  b: 1\n  platform aws\n', 3, COLON],
  ['an equals sign for a colon', 'a = 1\nb: 2\n', 1, COLON],
  ['no space after a colon', 'a:\n  name:b\n  c: 1\n', 2, /^write a space after the colon/],
  ['no space after the colon of an item', 'a:\n  - name:b\n    c: 1\n', 2, /^write a space after the colon/],
  ['no space after a dash', 'a:\n  -b\n  -c: 1\n', 2, /^write a space after the dash/],
  ['a double quote that is not closed', 'a: "b\nc: d\n', 3, /^close it with "/],
  ['a single quote that is not closed', "a: 'b\nc: d\n", 3, /^close it with '/],
  ['an apostrophe in single quotes', "a: 'it's fine'\nb: 1\n", 1, /one pair of quotes.*''/],
  ['text after a quote', 'a: "b" c\n', 1, /one pair of quotes/],
  ['a backslash in double quotes', 'a: "C:\\path"\n', 1, /^write the backslash twice/],
  ['a flow map that is not closed', 'a: {b: c\nd: e\n', 2, /^close the map with }/],
  ['a flow list that is not closed', 'a: [b, c\nd: e\n', 2, /^close the list with ]/],
  ['a flow map that ends with the file', 'a: [{b: c', 1, /^close the map with }/],
  ['a bracket too many', 'a: [b]]\n', 1, /^remove this bracket/],
  ['a brace too many', 'a: {b: c}}\n', 1, /^remove this bracket/],
  ['no comma', 'a: {b: 1 c: 2}\n', 1, /^separate entries with a comma/],
  ['a comma too many', 'a: [,b]\n', 1, /^remove the comma/],
  ['a key indented less', 'a:\n  b: 1\n c: 2\n', 3, /^indent the entry like the others/],
  ['a key indented between', 'a:\n  - b: 1\n   c: 2\n', 3, /^indent the line like the keys above/],
  ['keys below a value', 'a: 1\n  b: 2\n', 1, /^remove the value, or indent the next line/],
  ['a list below a value', 'a: 1\n- b\n', 2, /^indent the next line/],
  ['a dash indented less', 'a:\n  - b\n - c\n', 3, /^indent the dash/],
  ['a map after a list', '- a\nb: 1\n', 2, /^indent the line like the others/],
  ['a duplicate key', 'a: 1\na: 2\n', 2, /^remove one of the two/],
  ['an alias without an anchor', 'a: *none\n', 1, /^define the anchor before/],
  ['a pattern', 'clusterFiles: [*.yaml]\n', 1, QUOTES],
  ['an asterisk', '- *\n', 1, QUOTES],
  ['an ampersand', 'a: & b\n', 1, QUOTES],
  ['an exclamation mark', 'a: !b c\n', 1, /^remove the tag.*in quotes/],
  ['text after the end of a document', 'a: 1\n... x\n', 2, /^write it on the line below/],
  ['a key after the start of a document', '---\na: 1\n--- b: 2\n', 3, /^write it on the line below/],
  ['a percent sign', 'a: %b\n', 1, QUOTES],
  ['an at sign', 'a: @b\n', 1, QUOTES],
  ['a backtick', 'a: `b`\n', 1, QUOTES],
  ['a comma at the start', 'a: ,b\n', 1, QUOTES],
  ['a colon in a value', 'reason: see: ticket\n', 1, QUOTES],
  ['a list and text', 'a: [b] c\n', 1, QUOTES],
  ['a comment beside a quote', 'a: "b"#c\n', 1, /^write a space before the #/],
  ['text beside a block sign', 'a: | text\n  b\n', 1, /^write the text on the lines below/],
  ['a template', 'a: {{ .Values.x }}\n', 1, /^fill in the template/],
  ['a merge conflict', '<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n', 1, /^resolve the merge conflict/],
  ['a no-break space', 'a:\n\u00a0\u00a0b: 1\n  c: 2\n', 2, /^delete the spaces/],
  ['a long key', `a:\n  ${'b'.repeat(1100)}: 1\n`, 2, /shorter key/],
])('%s', (_, text, line, fix) => {
  const [first, ...more] = parseYaml(text).problems;
  expect(first?.fix).toMatch(fix);
  expect(text.slice(0, first?.offset).split('\n')).toHaveLength(line);
  for (const problem of [first, ...more]) expect(problem?.fix).not.toBe(GENERAL_FIX);
  for (const problem of [first, ...more]) expect(problem?.what).not.toBe('');
});

test('one mistake is one problem', () => {
  expect(parseYaml('a: 1\n- b\n').problems).toHaveLength(1);
  expect(parseYaml('a: 1\n  b: 2\n').problems).toHaveLength(1);
});

test('errors on a long line are looked up near by', () => {
  const problems = parseYaml(`a: [${'{b: 1 c: 2}, '.repeat(2_000)}]\n`).problems;
  expect(problems.length).toBeGreaterThan(900);
  expect(new Set(problems.map(({ fix }) => fix)).size).toBe(1);
});
