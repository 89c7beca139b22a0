import { parseYaml } from '../../../src/load/yaml/parse-yaml';
import { checkFiles, errorsOf } from '../../support/checked';
import { dedent } from '../../support/fleet';

const check = (text: string | Uint8Array): ReturnType<typeof checkFiles> => checkFiles({ 'fleet.yaml': text });
const errors = (text: string | Uint8Array): readonly string[] => errorsOf(check(text));
const whatOf = (text: string): string => check(text).findings[0]?.what ?? '';
const value = (text: string): unknown => {
  const { values, problems } = parseYaml(dedent(text));
  expect(problems).toEqual([]);
  return values[0];
};

const CLUSTER = '{name: a, platform: aws, openshift: "4.14"}';

describe('refused, with the place', () => {
  test.each<readonly [string, string, string, string]>([
    [
      'a key that appears twice',
      'clusters:\n  - name: a\n    platform: aws\n    name: b\n',
      'YAML_DUPLICATE_KEY fleet.yaml:4:5',
      'the key "name" appears twice',
    ],
    [
      'a key that appears twice in a flow map',
      `clusters: [{name: a, "name": b}]\n`,
      'YAML_DUPLICATE_KEY fleet.yaml:1:22',
      '"name"',
    ],
    ['two merge keys', 'x: &x {}\ny: &y {}\nz:\n  <<: *x\n  <<: *y\n', 'YAML_DUPLICATE_KEY fleet.yaml:5:3', '"<<"'],
    ['a tab as indentation', 'clusters:\n\t- name: a\n', 'YAML_SYNTAX fleet.yaml:2:1', 'Tabs'],
    ['an alias without an anchor', 'defaults: {}\nclusters: *nothing\n', 'YAML_SYNTAX fleet.yaml:2:11', '*nothing'],
    ['an alias before its anchor', 'a: *x\nb: &x 1\n', 'YAML_SYNTAX fleet.yaml:1:4', '*x has no anchor'],
    ['an alias inside its own anchor', 'a: &x\n  b: [*x]\n', 'YAML_SYNTAX fleet.yaml:2:7', 'inside its own anchor'],
    [
      'a merge of something else than a map',
      'a: &x 1\nb:\n  <<: *x\n',
      'YAML_SYNTAX fleet.yaml:3:7',
      '<< must have a map',
    ],
    ['a number with a leading zero', 'a: [07, 0777]\n', 'YAML_SYNTAX fleet.yaml:1:9', '0777 is ambiguous'],
    ['a list as a key', '? [a]\n: b\n', 'YAML_SYNTAX fleet.yaml:1:3', 'keys'],
    ['a tag of another language', 'clusters: !Ref x\n', 'YAML_SYNTAX fleet.yaml:1:11', '!Ref'],
    ['!!binary', 'clusters: !!binary aGk=\n', 'YAML_SYNTAX fleet.yaml:1:11', 'binary'],
    ['!!timestamp', 'clusters: !!timestamp 2001-12-14\n', 'YAML_SYNTAX fleet.yaml:1:11', 'timestamp'],
    ['!!set', 'clusters: !!set {a, b}\n', 'YAML_SYNTAX fleet.yaml:1:11', 'set'],
    ['an unknown directive', `%FOO bar\n---\nclusters: [${CLUSTER}]\n`, 'YAML_SYNTAX fleet.yaml:1:1', 'FOO'],
    ['a map that is not closed', 'clusters: [{name: a\n', 'YAML_SYNTAX fleet.yaml:2:1', ''],
    ['a NUL', 'clusters: []\nx: a\u0000b\n', 'YAML_SYNTAX fleet.yaml:2:5', 'U+0000'],
    ['an empty file', '', 'FLEET_EMPTY fleet.yaml:1:1', 'empty'],
    ['comments only', '# nothing\n# here\n', 'FLEET_EMPTY fleet.yaml:1:1', 'empty'],
    ['a scalar', '\nhello\n', 'WRONG_TYPE fleet.yaml:2:1', 'map'],
    ['a list', '- a\n', 'WRONG_TYPE fleet.yaml:1:1', 'map'],
    [
      'two documents',
      `clusters: [${CLUSTER}]\n---\nclusters: []\n`,
      'FLEET_DOCUMENTS fleet.yaml:3:1',
      'must be one YAML document',
    ],
  ])('%s', (_, text, spot, what) => {
    expect(errors(text)[0]).toBe(spot);
    expect(whatOf(text)).toContain(what);
  });

  test.each([
    ['an empty file', '', /clusters would silently be removed from the output/],
    ['a list', '- a\n', /a fleet is a map with the keys/],
    ['a scalar', 'hello\n', /a fleet is a map with the keys/],
    ['two documents', `clusters: [${CLUSTER}]\n---\nclusters: []\n`, /first document would be the whole fleet/],
    ['a syntax error', 'clusters: [{name: a\n', /may be misread/],
    ['a duplicate key', 'a: 1\na: 2\n', /one of the two values/],
    ['a limit', `a: ${'['.repeat(200)}\n`, /memory of a pipeline/],
  ])('%s says why it is refused', (_, text, why) => {
    expect(check(text).findings[0]?.why).toMatch(why);
  });

  test('every alias without an anchor, not only the first', () => {
    expect(errors('a: *x\nb: *y\n')).toEqual(['YAML_SYNTAX fleet.yaml:1:4', 'YAML_SYNTAX fleet.yaml:2:4']);
  });

  test('bytes that are no text', () => {
    expect(errors(Buffer.from([0x63, 0x3a, 0x0a, 0x78, 0x3a, 0x20, 0xff, 0xfe]))).toEqual([
      'YAML_SYNTAX fleet.yaml:2:4',
    ]);
    expect(errors(Buffer.from('clusters: []', 'utf16le'))).toEqual(['YAML_SYNTAX fleet.yaml:1:2']);
    expect(errors(Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)))).toHaveLength(1);
  });
});

describe('read as YAML 1.2', () => {
  test.each([
    ['no', 'no'],
    ['on', 'on'],
    ['y', 'y'],
    ['0o17', 15],
    ['1:30', '1:30'],
    ['2001-12-14', '2001-12-14'],
    ['~', null],
    ['!!str 4.10', '4.10'],
    ['"no"', 'no'],
  ])('%s', (text, expected) => {
    expect(value(`a: ${text}`)).toEqual({ a: expected });
    expect(value(`%YAML 1.1\n---\na: ${text}`)).toEqual({ a: expected });
  });

  test('a quoted merge key is a key like any other', () => {
    expect(value('a: &a {x: 1}\nb:\n  "<<": *a\n')).toEqual({ a: { x: 1 }, b: { '<<': { x: 1 } } });
  });

  test('numbers, words and nothing as keys are strings', () => {
    expect(value('1: x\ntrue: y\n4.10: z\n')).toEqual({ 1: 'x', true: 'y', '4.10': 'z' });
  });

  test('keys that JavaScript knows are data', () => {
    const parsed = value('__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\n') as object;
    expect(Object.keys(parsed)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('what a map says itself wins over what it merges, and the first source over the second', () => {
    const merged = value(`
      a: &a {x: a, y: a}
      b: &b {y: b, z: b}
      before: {x: own, <<: [*a, *b]}
      after: {<<: [*a, *b], z: own}
      here: {<<: {x: 1}}
    `);
    expect(merged).toMatchObject({
      before: { x: 'own', y: 'a', z: 'b' },
      after: { x: 'a', y: 'a', z: 'own' },
      here: { x: 1 },
    });
  });

  test('an anchor that is set again means the nearest one above', () => {
    expect(value('a: &x 1\nb: *x\nc: &x 2\nd: *x\n')).toEqual({ a: 1, b: 1, c: 2, d: 2 });
  });

  test('an anchor within a merge can be used behind it', () => {
    expect(value('a:\n  <<: &x {k: 1}\n  other: *x\n')).toEqual({ a: { k: 1, other: { k: 1 } } });
  });

  test('an empty second document is no second fleet', () => {
    expect(errors(`clusters: [${CLUSTER}]\n---\n`)).toEqual([]);
  });
});

describe('places', () => {
  const typo = 'clusters:\n  - name: a\n    platform: aws\n    openshift: "4.14"\n    regsitry: {}\n';

  test.each([
    ['with line feeds', typo],
    ['with carriage returns', typo.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${typo}`],
    ['with both', `\uFEFF${typo.replaceAll('\n', '\r\n')}`],
  ])('%s', (_, text) => expect(errors(text)).toEqual(['UNKNOWN_KEY fleet.yaml:5:5']));

  test('in the first line, a byte order mark does not count', () => {
    expect(errors(`\uFEFFclutsers: [${CLUSTER}]\n`)).toContain('UNKNOWN_KEY fleet.yaml:1:1');
  });

  test('columns count characters, not bytes', () => {
    expect(
      errors('clusters: [{name: a, platform: aws, openshift: "4.14", metadata: {annotations: {a: "äö"}}, x: 1}]\n'),
    ).toEqual(['UNKNOWN_KEY fleet.yaml:1:92']);
  });

  test('of what a map merges are where the anchor says it', () => {
    const text = dedent(`
      profiles:
        base: &base
          openshift: "4.14"
          registry: {replicas: many}
      clusters:
        - <<: *base
          name: a
          platform: aws
          profiles: [base]
    `);
    expect(errors(text)).toEqual(['WRONG_TYPE fleet.yaml:4:16']);
  });

  test('behind an alias are in the anchor', () => {
    const text = `defaults: {registry: &r {replicas: x}}\nclusters:\n  - {name: a, platform: aws, openshift: "4.14", registry: *r}\n`;
    expect(errors(text)).toEqual(['WRONG_TYPE fleet.yaml:1:26']);
  });
});

describe('openshift: 4.10 without quotes', () => {
  test.each([
    ['on the cluster', 'clusters:\n  - name: a\n    platform: aws\n    openshift: 4.10\n', '4:5'],
    ['in the defaults', 'defaults:\n  openshift: 4.10\nclusters:\n  - name: a\n    platform: aws\n', '2:3'],
    [
      'through an alias',
      'defaults: {openshift: &v 4.10}\nclusters:\n  - {name: a, platform: aws, openshift: *v}\n',
      '3:30',
    ],
  ])('%s is shown as it was written', (_, text, spot) => {
    expect(check(text).findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'VERSION_NOT_QUOTED',
        what: 'openshift must be a string, not the number 4.10',
        fix: 'write openshift: "4.10"',
      },
    ]);
    expect(errors(text)).toEqual([`VERSION_NOT_QUOTED fleet.yaml:${spot}`]);
  });
});

test('very long lines are read', () => {
  const long = 'x'.repeat(250_000);
  const text = `clusters: [{name: a, platform: aws, openshift: "4.14", metadata: {annotations: {a: ${long}}}, z: 1}]\n`;
  expect(errors(text)).toEqual([`UNKNOWN_KEY fleet.yaml:1:${text.indexOf('z: 1') + 1}`]);
});
