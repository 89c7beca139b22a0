import { type Finding, formatPath } from '../../src/findings/finding';
import { formatJson } from '../../src/findings/format-json';
import { formatText } from '../../src/findings/format-text';

const RWO: Finding = {
  code: 'PVC_RWO_REPLICAS',
  severity: 'error',
  cluster: 'prod',
  path: ['registry', 'replicas'],
  place: { file: 'clusters/prod.yaml', line: 3, column: 5 },
  what: 'replicas is 2',
  why: 'one volume',
  fix: 'write 1',
};

test('a finding for people: what, where, why, fix, and a count', () => {
  expect(formatText([RWO])).toBe(`error[PVC_RWO_REPLICAS] replicas is 2
  at:  clusters/prod.yaml:3:5 (registry.replicas), cluster prod
  why: one volume
  fix: write 1
  see: docs/rules.md#PVC_RWO_REPLICAS

1 error`);
});

test.each([
  [{ ...RWO, path: [], cluster: undefined }, 'clusters/prod.yaml:3:5'],
  [{ ...RWO, cluster: undefined }, 'clusters/prod.yaml:3:5 (registry.replicas)'],
  [{ ...RWO, place: undefined, construct: 'App/Registry', cluster: undefined }, 'App/Registry (registry.replicas)'],
  [{ ...RWO, place: undefined, path: [] }, 'cluster prod'],
])('where: case %#', (finding, where) => expect(formatText([finding])).toContain(`\n  at:  ${where}\n`));

test('counts, and no text for no finding', () => {
  const many = [RWO, RWO, { ...RWO, severity: 'warning' }, { ...RWO, severity: 'info' }, { ...RWO, severity: 'info' }];
  expect(
    formatText(many as Finding[])
      .split('\n')
      .at(-1),
  ).toBe('2 errors, 1 warning, 2 info');
  expect(formatText([])).toBe('');
});

test('colours only the severity and the code, and only where asked', () => {
  expect(formatText([RWO], { colour: true })).toContain('\u001b[1;31merror[PVC_RWO_REPLICAS]\u001b[0m replicas is 2');
  expect(formatText([RWO])).not.toContain('\u001b');
});

test('for programs: the same keys in the same order, null where there is nothing', () => {
  const { place: _, cluster: __, ...bare } = RWO;
  const [row, second] = JSON.parse(formatJson([RWO, bare]));
  const keys = ['code', 'severity', 'cluster', 'path', 'file', 'line', 'column', 'what', 'why', 'fix', 'see'];
  expect([Object.keys(row), Object.keys(second)]).toEqual([keys, keys]);
  expect(row).toMatchObject({ file: 'clusters/prod.yaml', line: 3, column: 5, path: 'registry.replicas' });
  expect(second).toMatchObject({ cluster: null, file: null, line: null, column: null });
  expect(formatJson([])).toBe('[]');
});

test.each([
  [[], ''],
  [['a', 'b', 0, 'c'], 'a.b[0].c'],
  [['metadata', 'labels', 'app.kubernetes.io/name'], 'metadata.labels["app.kubernetes.io/name"]'],
  [['nodes', 'a-b'], 'nodes.a-b'],
  [['', '"'], '[""]["\\""]'],
])('the path %j is %s', (path, text) => expect(formatPath(path)).toBe(text));

describe('what says the same of many clusters', () => {
  const of = (severity: Finding['severity'], index: number): Finding => ({
    ...RWO,
    severity,
    cluster: `c${index}`,
    place: { file: 'fleet.yaml', line: index + 1, column: 1 },
  });
  const times = (severity: Finding['severity'], count: number): readonly Finding[] =>
    Array.from({ length: count }, (_, index) => of(severity, index));

  test('is written once, with every place', () => {
    expect(formatText(times('warning', 2))).toBe(`warning[PVC_RWO_REPLICAS] replicas is 2
  at:  fleet.yaml:1:1 (registry.replicas), cluster c0
       fleet.yaml:2:1 (registry.replicas), cluster c1
  why: one volume
  fix: write 1
  see: docs/rules.md#PVC_RWO_REPLICAS

2 warnings`);
  });

  test('errors stand alone, and so does another value', () => {
    const blocks = (findings: readonly Finding[]): number => formatText(findings).split('\n\n').length - 1;
    expect(blocks(times('error', 3))).toBe(3);
    expect(blocks([of('info', 0), { ...of('info', 1), what: 'replicas is 3' }])).toBe(2);
  });

  test('of thousands, the first places', () => {
    const text = formatText(times('info', 5000));
    expect(text.split('\n').filter(line => line.includes('fleet.yaml:'))).toHaveLength(10);
    expect(text).toContain('\n       and 4990 more places, all of them with --format json\n');
    expect(text).toContain('\n\n5000 info');
  });
});
