import fc from 'fast-check';
import { type ParsedYaml, parseYaml } from '../../../src/load/yaml/parse-yaml';
import { toYaml } from '../../../src/output/yaml';
import { AlikeTexts } from '../../../src/review/sides/alike';

const core = ({ values, problems }: Pick<ParsedYaml, 'values' | 'problems'>): object => ({ values, problems });

const NAMES = [
  'prod-aws-eu',
  'a',
  'true',
  'null',
  'e5',
  'x1',
  'cluster',
  'name',
  'kind',
  'on',
  'yes',
  '5',
  'a-b',
  'zq',
];
const names = fc.constantFrom(...NAMES);

/** Texts in which the name is a value, a key, a part of a word, and in places where it must not be taken for itself. */
const texts = fc
  .record({
    name: names,
    values: fc.array(fc.oneof(fc.string(), fc.constantFrom('1', ':', '-', ' ', '"', '#', '.', '\\')), { maxLength: 6 }),
    key: fc.string(),
  })
  .map(({ name, values, key }) => ({
    name,
    text: toYaml({
      apiVersion: 'v1',
      kind: 'X',
      [name]: values.join(name),
      list: [name, `1${name}`, `${name}/x`],
      [`${key}${name}`]: { a: `x ${name} y` },
    }),
  }));

test('what is read by its likeness is what is read by itself', () => {
  const alike = new AlikeTexts();
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), written => {
      for (const { name, text } of written) expect(core(alike.parse(text, name))).toEqual(core(parseYaml(text)));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['a number with an exponent', 'a: 1e5\nb: 0xe5', 'e5'],
  ['an escape', '"a": "\\x41\\nabc"', 'nabc'],
  ['an anchor', 'a: &abc 1\nb: *abc', 'abc'],
  ['a word of YAML', 'a: true\nb: null', 'true'],
  ['a broken text', 'a: [abc', 'abc'],
  ['a key that stands twice', 'abc: 1\nabc: 2', 'abc'],
])('%s', (_, text, name) => {
  expect(core(new AlikeTexts().parse(text, name))).toEqual(core(parseYaml(text)));
});

test('texts that differ by the name alone are parsed once', () => {
  const alike = new AlikeTexts();
  const text = (name: string): string =>
    toYaml({ name, items: Array.from({ length: 2_000 }, (_, index) => ({ key: `k${index}` })) });
  alike.parse(text('first'), 'first');
  const before = process.cpuUsage();
  for (let index = 0; index < 20; index += 1) alike.parse(text(`c${index}x`), `c${index}x`);
  const shared = process.cpuUsage(before).user;
  const again = process.cpuUsage();
  for (let index = 0; index < 20; index += 1) parseYaml(text(`c${index}x`));
  expect(shared).toBeLessThan(process.cpuUsage(again).user / 2);
});
