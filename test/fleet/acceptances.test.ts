import { NO_INPUTS } from '../../src/config/inputs';
import type { CatalogueEntry } from '../../src/findings/catalogue-entry';
import type { Problem } from '../../src/findings/finding';
import { applyAcceptances } from '../../src/fleet/acceptances';
import { CATALOGUE } from '../../src/rules/catalogue';
import { runCluster, runFleet } from '../support/fleet';

const REASON = 'a test cluster';
const ROW: CatalogueEntry = { code: 'SOFT', severity: 'error', title: 't', why: 'w', fix: 'f', source: 's' };
const catalogue = new Map([...CATALOGUE, ['SOFT', ROW], ['HARD', { ...ROW, code: 'HARD', acceptable: false }]]);
const context = { catalogue, now: NO_INPUTS.now, elsewhere: new Set<string>(), inProgram: false };
const problem = (code: string): Problem => ({ code, severity: 'error', path: [code], what: '', why: '', fix: '' });
const codesAfter = (found: readonly string[], ...accept: readonly string[]): readonly string[] =>
  applyAcceptances(
    found.map(problem),
    accept.map(code => ({ code, reason: REASON })),
    context,
  ).map(({ code }) => code);

test('what is accepted is gone, everywhere on the cluster; the rest stays', () => {
  expect(codesAfter(['SOFT', 'HARD', 'SOFT'], 'SOFT')).toEqual(['HARD']);
});

test('what must not be accepted stays, and that is said', () => {
  expect(codesAfter(['HARD'], 'HARD')).toEqual(['HARD', 'ACCEPT_REFUSED']);
});

test('what the fleet must acknowledge can be accepted by a program alone', () => {
  const row: CatalogueEntry = { ...ROW, acceptable: 'inPrograms' };
  const after = (inProgram: boolean): readonly string[] =>
    applyAcceptances([problem('SOFT')], [{ code: 'SOFT', reason: REASON }], {
      ...context,
      catalogue: new Map([['SOFT', row]]),
      inProgram,
    }).map(({ code }) => code);
  expect(after(true)).toEqual([]);
  expect(after(false)).toEqual(['SOFT', 'ACCEPT_REFUSED']);
});

test('an acceptance that has nothing to accept is pointed out, at its place', () => {
  expect(applyAcceptances([], [{ code: 'SOFT', reason: REASON }], context)).toMatchObject([
    { code: 'ACCEPT_UNUSED', severity: 'warning', path: ['accept', 0, 'code'] },
  ]);
});

test('an unknown code is an error, with the nearest one', () => {
  const [found] = applyAcceptances([], [{ code: 'PVC_RWO_REPLICA', reason: REASON }], context);
  expect(found).toMatchObject({ code: 'ACCEPT_UNKNOWN', severity: 'error' });
  expect(found?.what).toContain('did you mean "PVC_RWO_REPLICAS"?');
  expect(codesAfter([], 'constructor')).toEqual(['ACCEPT_UNKNOWN']);
});

test.each(['', '  '])('the reason %j is none, and accepts nothing', reason => {
  const { findings } = runCluster(
    JSON.stringify({
      platform: 'aws',
      storage: { s3: { bucket: 'abc', region: 'eu-west-1' } },
      accept: [{ code: 'S3_BUCKET_UNMANAGED', reason }],
    }),
  );
  const codes = findings.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['VALUE_MISSING', 'S3_BUCKET_UNMANAGED']));
});

test.each([
  '…',
  '...',
  'ok',
  'OK.',
  'todo',
  'TODO!',
  'CHANGE_ME',
  'change me',
  '<reason>',

  'r',
  'xxx',
  'n/a',
])('the reason %j is a placeholder, and accepts nothing', reason => {
  const after = applyAcceptances([problem('SOFT')], [{ code: 'SOFT', reason }], context);
  expect(after).toMatchObject([
    { code: 'SOFT' },
    {
      code: 'REASON_PLACEHOLDER',
      severity: 'error',
      path: ['accept', 0, 'reason'],
      what: expect.stringContaining(reason),
    },
  ]);
});

describe('until', () => {
  const remaining = (until: string, found = ['SOFT']): readonly Problem[] =>
    applyAcceptances(found.map(problem), [{ code: 'SOFT', reason: REASON, until }], {
      ...context,
      now: new Date('2027-03-31T23:59:59Z'),
    });

  test.each<[string, readonly string[]]>([
    ['2027-04-01', []],
    ['2027-03-31', []],
    ['2027-03-30', ['ACCEPT_EXPIRED']],
    ['2027-02-29', ['ACCEPT_UNTIL']],
    ['2027-3-31', ['ACCEPT_UNTIL']],
    ['31.03.2027', ['ACCEPT_UNTIL']],
    ['2027-03-31T00:00:00Z', ['ACCEPT_UNTIL']],
    ['', ['ACCEPT_UNTIL']],
    ['next year', ['ACCEPT_UNTIL']],
  ])('%j gives %j, and the finding stays accepted', (until, codes) =>
    expect(remaining(until).map(({ code }) => code)).toEqual(codes),
  );

  test('what has run out is a warning at its day', () =>
    expect(remaining('2020-01-01')).toMatchObject([
      { severity: 'warning', path: ['accept', 0, 'until'], what: 'the acceptance of SOFT expired on 2020-01-01' },
    ]));

  test('what no longer occurs is only to be removed', () =>
    expect(remaining('2020-01-01', []).map(({ code }) => code)).toEqual(['ACCEPT_UNUSED']));

  test('in a file the day needs no quotes', () => {
    const { codes } = runFleet(`
      clusters:
        - name: example
          platform: aws
          openshift: "4.14"
          storage: {s3: {bucket: acme-registry, region: eu-west-1}}
          accept: [{code: S3_BUCKET_UNMANAGED, reason: made by the cloud team, until: 2020-01-01}]`);
    expect(codes).toContain('ACCEPT_EXPIRED');
    expect(codes).not.toContain('S3_BUCKET_UNMANAGED');
  });
});

test.each<[string, readonly string[]]>([
  ['the bucket is copied, ticket 4711', []],
  ['…', ['REASON_PLACEHOLDER acknowledge.0.reason']],
  ['', ['VALUE_MISSING acknowledge.0.reason']],
])('the reason %j to acknowledge a change', (reason, expected) => {
  const { findings } = runFleet(
    `{"acknowledge": [{"change": "a leaves the fleet", "reason": ${JSON.stringify(reason)}}], "clusters": [{"name": "b", "platform": "aws", "openshift": "4.14"}]}`,
  );
  const found = findings.filter(({ severity }) => severity === 'error');
  expect(found.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(expected);
});

test('a reason that is not written at all is told once', () => {
  const { findings } = runFleet(`
    acknowledge: [{change: a leaves the fleet}]
    clusters: [{name: b, platform: aws, openshift: "4.14", accept: [{code: DEFAULT_STORAGE_IS_MANAGED}]}]`);
  const missing = findings.filter(({ code }) => code === 'VALUE_MISSING').map(({ path }) => path.join('.'));
  expect(missing.sort()).toEqual(['accept.0.reason', 'acknowledge.0.reason']);
});
