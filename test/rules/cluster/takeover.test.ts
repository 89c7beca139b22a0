import { runCluster } from '../../support/fleet';

const findings = (settings: string, code: string) =>
  runCluster(settings)
    .findings.filter(finding => finding.code === code)
    .map(({ path, what }) => [path?.join('.'), what]);

const PVC = 'storage: {pvc: {claim: ours, accessModes: [ReadWriteMany], storageClassName: shared}}';

test('TAKEOVER_JOB says why, where, and what goes', () => {
  expect(findings(`{platform: aws, ${PVC}}`, 'TAKEOVER_JOB')).toEqual([
    [
      'storage.pvc',
      'the operator may already use its default storage on AWS, but git sets pvc: Job registry-takeover in namespace registry-bootstrap removes every other backend',
    ],
  ]);
});

const STORE = 'storage: {s3: {bucket: ours, region: us-east-1, regionEndpoint: "https://minio.example.com"}}';

test.each<[string, string, RegExp]>([
  ['another backend', `platform: aws, ${PVC}`, /^once the cluster is synced .* set takeOver: \{by: none\}; or set/],
  [
    'another store',
    `platform: aws, ${STORE}`,
    /^if the store encrypts, set storage\.s3\.encrypt: true; otherwise once/,
  ],
  [
    'unknown choice',
    `platform: openstack, ${PVC}`,
    /^if the installer chose the same backend, set bootstrapStorage: pvc; otherwise/,
  ],
  ['a request', `platform: aws, takeOver: {fields: [proxy]}`, /^once the cluster is synced, remove takeOver$/],
])('TAKEOVER_JOB is a warning that says how it ends: %s', (_title, settings, fix) => {
  const [finding] = runCluster(`{${settings}}`).findings.filter(({ code }) => code === 'TAKEOVER_JOB');
  expect(finding).toMatchObject({ severity: 'warning', fix: expect.stringMatching(fix) });
});

test.each<[string, string[]]>([
  ['job', ['TAKEOVER_JOB']],
  ['hand', ['TAKEOVER_HAND']],
  ['none', []],
])('takeOver.by %s', (by, codes) => {
  const found = runCluster(`{platform: aws, ${PVC}, takeOver: {by: ${by}}}`);
  expect(found.codes.filter(code => code.startsWith('TAKEOVER'))).toEqual(codes);
  const kinds = Object.values(found.manifests)
    .flat()
    .map(({ kind }) => kind);
  expect(kinds.includes('Job')).toBe(by === 'job');
});

test('by alone makes no takeover needed', () => {
  expect(runCluster('{platform: aws, takeOver: {by: hand}}').codes.filter(code => code.startsWith('TAKEOVER'))).toEqual(
    [],
  );
});

test('TAKEOVER_JOB can be accepted', () => {
  const accept = 'accept: [{code: TAKEOVER_JOB, reason: the fleet is young}]';
  expect(runCluster(`{platform: aws, ${PVC}, ${accept}}`).codes).not.toContain('TAKEOVER_JOB');
});

test('TAKEOVER_JOB on request: keys of maps, or nothing', () => {
  const registry = 'registry: {nodeSelector: {infra: ""}, tolerations: [{operator: Exists}]}';
  const what = (fields: string): string | undefined =>
    findings(`{platform: baremetal, ${PVC}, ${registry}, takeOver: {fields: [${fields}]}}`, 'TAKEOVER_JOB')[0]?.[1];
  expect(what('nodeSelector')).toMatch(/^takeOver asks for it: .* removes other keys of nodeSelector$/);
  expect(what('tolerations')).toMatch(/removes nothing$/);
});

test.each<[string, string]>([
  ['httpSecret', '"httpSecret" cannot be taken over'],
  ['logLevel', '"logLevel" cannot be taken over'],
  ['toleration', '"toleration" cannot be taken over; did you mean "tolerations"?'],
])('TAKEOVER_FIELD: %s', (field, what) => {
  expect(findings(`{platform: aws, ${PVC}, takeOver: {fields: [${field}]}}`, 'TAKEOVER_FIELD')).toEqual([
    ['takeOver.fields.0', what],
  ]);
});

test.each<[string, string]>([
  ['{managementState: Unmanaged}', 'takeOver of tolerations has no effect: the registry is Unmanaged'],
  ['{managementState: Removed}', 'takeOver of tolerations has no effect: the registry is Removed'],
])('TAKEOVER_IDLE: registry %s', (registry, what) => {
  const settings = `{platform: baremetal, ${PVC}, registry: ${registry}, takeOver: {fields: [tolerations]}}`;
  expect(findings(settings, 'TAKEOVER_IDLE')).toEqual([['takeOver.fields', what]]);
});
