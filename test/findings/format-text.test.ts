import { type Finding, formatPath } from '../../src/findings/finding';
import { formatJson } from '../../src/findings/format-json';
import { formatText } from '../../src/findings/format-text';
import { EXAMPLE_FINDING } from '../support/example-finding';

const RWO: Finding = { ...EXAMPLE_FINDING, why: 'one volume' };

test('a finding for people: what, where, why, fix, and what explains it', () => {
  expect(formatText([RWO])).toBe(`error[PVC_RWO_REPLICAS] replicas is 2
  at:  clusters/prod.yaml:3:5 (registry.replicas), cluster prod
  why: one volume
  fix: write 1
  see: registry-gitops explain PVC_RWO_REPLICAS`);
  expect(formatText([])).toBe('');
});

test.each([
  [{ ...RWO, path: [], clusters: undefined }, 'clusters/prod.yaml:3:5'],
  [{ ...RWO, clusters: undefined }, 'clusters/prod.yaml:3:5 (registry.replicas)'],
  [{ ...RWO, clusters: ['a', 'b'] }, 'clusters/prod.yaml:3:5 (registry.replicas), 2 clusters: a, b'],
  [{ ...RWO, place: undefined, construct: 'App/Registry', clusters: undefined }, 'App/Registry (registry.replicas)'],
  [{ ...RWO, place: undefined, path: [] }, 'cluster prod'],
])('where: case %#', (finding, where) => expect(formatText([finding])).toContain(`\n  at:  ${where}\n`));

test('colours only the severity and the code, and only where asked', () => {
  expect(formatText([RWO], { colour: true })).toContain('\u001b[1;31merror[PVC_RWO_REPLICAS]\u001b[0m replicas is 2');
  expect(formatText([RWO])).not.toContain('\u001b');
});

describe('the line of an error', () => {
  const lineAt = (): string => '    replicas: 2';

  test('is shown with a mark below the place', () => {
    expect(formatText([RWO], { lineAt })).toContain('\n  3 |     replicas: 2\n    |     ^\n  why: ');
    expect(formatText([{ ...RWO, severity: 'warning' }], { lineAt })).not.toContain('|');
    expect(formatText([RWO], { lineAt: () => undefined })).not.toContain('|');
  });

  test('is cut where it is long, and the mark stays below its character', () => {
    const text = `${'a'.repeat(500)}X${'b'.repeat(500)}`;
    const long = { ...RWO, place: { file: 'f', line: 1, column: 501 } };
    const [line = '', mark = ''] = formatText([long], { lineAt: () => text })
      .split('\n')
      .slice(2, 4);
    expect(line.length).toBeLessThan(140);
    expect(line[mark.indexOf('^')]).toBe('X');
  });

  test.each([0, 1, 2, 3])('is never cut inside a character: %i', shift => {
    const text = `${'a'.repeat(shift)}${'\u{10000}'.repeat(300)}`;
    const long = { ...RWO, place: { file: 'f', line: 1, column: 301 } };
    expect(formatText([long], { lineAt: () => text })).not.toMatch(/\p{Cs}/u);
  });
});

test('lines are broken at the width of a terminal', () => {
  const lines = formatText([{ ...RWO, why: 'word '.repeat(40).trim() }], { width: 60 }).split('\n');
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(60);
  expect(lines.filter(line => line.startsWith('       word'))).not.toEqual([]);
});

test('for programs: the same keys in the same order, null where there is nothing', () => {
  const { place: _, clusters: __, ...bare } = RWO;
  const [row, second] = JSON.parse(formatJson([{ ...RWO, clusters: ['a', 'b'] }, bare]));
  const keys = ['code', 'severity', 'clusters', 'path', 'file', 'line', 'column', 'what', 'why', 'fix', 'see'];
  expect([Object.keys(row), Object.keys(second)]).toEqual([keys, keys]);
  expect(row).toMatchObject({ clusters: ['a', 'b'], file: 'clusters/prod.yaml', line: 3, path: 'registry.replicas' });
  expect(second).toMatchObject({ clusters: [], file: null, line: null, column: null });
  expect(formatJson([])).toBe('[]');
});

test.each([
  [[], ''],
  [['a', 'b', 0, 'c'], 'a.b[0].c'],
  [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels["app.kubernetes.io/name"]'],
  [['nodes', 'a-b'], 'nodes.a-b'],
  [['', '"'], '[""]["\\""]'],
])('the path %j is %s', (path, text) => expect(formatPath(path)).toBe(text));

describe('what is found on many clusters', () => {
  const of = (severity: Finding['severity'], index: number, more: Partial<Finding> = {}): Finding => ({
    ...RWO,
    severity,
    clusters: [`c${index}`],
    place: { file: 'fleet.yaml', line: index + 1, column: 1 },
    ...more,
  });
  const times = (severity: Finding['severity'], count: number): readonly Finding[] =>
    Array.from({ length: count }, (_, index) => of(severity, index));
  const blocks = (findings: readonly Finding[]): number => formatText(findings).split('\n\n').length;

  test('is written once, with every place', () => {
    expect(formatText(times('warning', 2))).toBe(`warning[PVC_RWO_REPLICAS] replicas is 2
  at:  fleet.yaml:1:1 (registry.replicas), cluster c0
       fleet.yaml:2:1 (registry.replicas), cluster c1
  why: one volume
  fix: write 1
  see: registry-gitops explain PVC_RWO_REPLICAS`);
  });

  test('warnings of a code are together, each with its own value and fix', () => {
    const other = of('warning', 1, { what: 'replicas is 3', fix: 'write 2' });
    const text = formatText([of('warning', 0), other]);
    expect(text).toContain('\n       fleet.yaml:2:1 (registry.replicas), cluster c1; replicas is 3; fix: write 2\n');
    expect(blocks([of('warning', 0), other, of('info', 2)])).toBe(2);
  });

  test('errors are together only where they say the same', () => {
    expect(blocks(times('error', 3))).toBe(1);
    expect(blocks([of('error', 0), of('error', 1, { what: 'replicas is 3' })])).toBe(2);
  });

  test('of thousands, the first places, and how many clusters there are', () => {
    const fleet = { clusters: times('info', 5000).map((_, index) => ({ name: `c${index}`, profiles: [] })) };
    const text = formatText(times('info', 5000), { fleet });
    expect(text.split('\n').filter(line => line.includes('fleet.yaml:'))).toHaveLength(5);
    expect(text).toContain('\n       and 4995 more places, all of them with --format json; all 5000 clusters\n');
  });
});
