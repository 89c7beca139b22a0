import { runCluster } from '../../support/fleet';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const TAKEOVER = 'platform: aws, storage: {pvc: {claim: ours, accessModes: [ReadWriteMany], storageClassName: shared}}';

const findings = (settings: string, code: string) =>
  runCluster(`{${TAKEOVER}, ${settings}}`)
    .findings.filter(finding => finding.code === code)
    .map(({ path, what, severity }) => [path?.join('.'), what, severity]);

describe('IMAGE_NOT_PINNED points at the image that is used', () => {
  test.each<[string, string, string]>([
    [
      'environment: production',
      'cliImage',
      'image registry.redhat.io/openshift4/ose-cli:v4.14 of the Jobs is not pinned by digest',
    ],
    ['cliImage: ours', 'cliImage', 'image ours of the Jobs is not pinned by digest'],
    ['cliImages: {"4.14": theirs}', 'cliImages.4.14', 'image theirs of the Jobs is not pinned by digest'],
    ['cliImages: {"4.14": theirs}, cliImage: ours', 'cliImage', 'image ours of the Jobs is not pinned by digest'],
    [
      'cliImages: {"4.15": theirs}',
      'cliImage',
      'image registry.redhat.io/openshift4/ose-cli:v4.14 of the Jobs is not pinned by digest',
    ],
  ])('%s', (settings, path, what) => {
    expect(findings(settings, 'IMAGE_NOT_PINNED')).toEqual([[path, what, 'info']]);
  });

  test('an image by digest is none', () => {
    expect(findings(`cliImages: {"4.14": "ours@${DIGEST}"}`, 'IMAGE_NOT_PINNED')).toEqual([]);
  });
});

test.each<[string, number]>([
  ['openshift: "4.22"', 0],
  ['openshift: "5.1"', 1],
  ['openshift: "5.1", cliImage: ours', 0],
  ['openshift: "5.1", cliImages: {"5.1": ours}', 0],
  ['openshift: "5.1", cliImages: {"5.0": ours}', 1],
])('JOB_IMAGE_GUESSED: %s', (settings, count) => {
  expect(findings(settings, 'JOB_IMAGE_GUESSED')).toHaveLength(count);
});

test('JOB_IMAGE also looks at the list', () => {
  expect(findings('cliImages: {"4.14": "https://ours"}', 'JOB_IMAGE')).toEqual([
    ['cliImages.4.14', 'cliImages.4.14 "https://ours" is not a valid image reference', 'error'],
  ]);
});

test('CLI_IMAGES_VERSION names the nearest version', () => {
  expect(findings('cliImages: {"4.144": ours}', 'CLI_IMAGES_VERSION')).toEqual([
    ['cliImages.4.144', 'OpenShift "4.144" does not exist; did you mean "4.14"?', 'error'],
  ]);
});

test.each<[string, unknown[]]>([
  ['openshift: "4.14"', [['jobs.ttlSecondsAfterFinished', 'ttlSecondsAfterFinished 0 is below 300', 'warning']]],
  [
    'openshift: "4.7"',
    [['jobs.ttlSecondsAfterFinished', 'ttlSecondsAfterFinished has no effect on OpenShift 4.7', 'info']],
  ],
])('JOB_TTL: %s', (settings, expected) => {
  expect(findings(`jobs: {ttlSecondsAfterFinished: 0}, ${settings}`, 'JOB_TTL')).toEqual(expected);
});

test.each<[string, string]>([
  ['jobs: {resources: {limits: {memory: 64MB}}}', 'QUANTITY'],
  ['jobs: {resources: {limits: {memory: 64Mi}, requests: {memory: 65Mi}}}', 'RESOURCES_ORDER'],
  ['jobs: {tolerations: [{operator: Exists, value: x}]}', 'TOLERATION_INVALID'],
  ['jobs: {nodeSelector: {kubernetes.io/os: windows}}', 'NODE_NOT_LINUX'],
  ['jobs: {nodeSelector: {node-role.kubernetes.io/infra: ""}}', 'NODE_TAINT_NOT_TOLERATED'],
])('the rules for other pods hold for our Jobs: %s', (settings, code) => {
  expect(findings(settings, code)).toHaveLength(1);
});

test('IMAGE_NOT_PINNED: the image of the Job that copies the keys of a bucket claim', () => {
  const pins = (cluster: string) =>
    runCluster(cluster)
      .findings.filter(({ code }) => code === 'IMAGE_NOT_PINNED')
      .map(({ path, what }) => [path?.join('.'), what]);
  const odf = (job: string) =>
    `{platform: baremetal, baseDomain: example.com, cliImage: ours, storage: {odf: {noobaa: {bucketName: registry, trustedCA: {ingressCA: true}}}}, credentials: {bucketClaim: {job: ${job}}}}`;
  expect(pins(odf('{image: mine}'))).toEqual([
    ['credentials.bucketClaim.job.image', 'image mine of the Jobs is not pinned by digest'],
  ]);
  expect(pins(odf('{}'))).toEqual([['cliImage', 'image ours of the Jobs is not pinned by digest']]);
});

test.each([
  ['https://registry.example.com/oc', 1],
  ['https://ann:hunter2@registry.example.com/oc', 1],
  ['oc', 0], // a short name: the node's search list decides
  ['registry.example.com/oc latest', 1],
  ['registry.example.com:5000/team/oc:v4.14', 0],
  [`localhost/oc@sha256:${'0'.repeat(64)}`, 0],
])('image of the Jobs: %s', (image, count) => {
  const { findings } = runCluster(`
    platform: aws
    cliImage: "${image}"
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: efs}}`);
  expect(findings.filter(({ code }) => code === 'JOB_IMAGE')).toHaveLength(count);
  expect(JSON.stringify(findings.filter(({ severity }) => severity === 'error'))).not.toContain('hunter2');
});
