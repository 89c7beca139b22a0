import { PLATFORMS } from '../../src/facts/platforms';
import { cpuSeconds } from '../support/cpu';
import { runFleet } from '../support/fleet';

/** Codes of the errors and warnings of one cluster. */
const codes = (settings: string): readonly string[] =>
  runFleet(`clusters: [{openshift: "4.14", ${settings}}]`)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code);

const BLOCK = 'storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: lvms-vg1}}';

test.each<[string, string, readonly string[]]>([
  ['a topology that is a common word', `name: a, platform: none, topology: sno, ${BLOCK}`, ['UNKNOWN_VALUE']],
  ['a misspelt topology', `name: a, platform: none, toplogy: single-node, ${BLOCK}`, ['UNKNOWN_KEY']],
  ['misspelt storage', 'name: a, platform: none, storge: {emptyDir: {}}', ['UNKNOWN_KEY']],
  ['a product as storage', 'name: a, platform: baremetal, storage: {nfs: {server: a, path: /b}}', ['UNKNOWN_KEY']],
  ['a misspelt bucket', 'name: a, platform: aws, storage: {s3: {buckt: acme, region: eu-west-1}}', ['UNKNOWN_KEY']],
  [
    'misspelt credentials',
    'name: a, platform: gcp, storage: {gcs: {bucket: b1b, region: us-east1}}, credentals: {}',
    ['UNKNOWN_KEY'],
  ],
  [
    'RWO on a class of block devices, which is fine',
    'name: a, platform: aws, topology: single-node, storage: {pvc: {accessModes: [RWO], storageClassName: gp3-csi}}, takeOver: {by: none}',
    ['UNKNOWN_VALUE'],
  ],
  [
    'RWX on such a class, which is told in the next run',
    'name: a, platform: aws, topology: single-node, storage: {pvc: {accessModes: [RWX], storageClassName: gp3-csi}}, takeOver: {by: none}',
    ['UNKNOWN_VALUE'],
  ],
  [
    'an export in the words of mount',
    'name: a, platform: none, storage: {pvc: {accessModes: [ReadWriteMany], volume: {nfs: "nfs.example.com:/registry"}}}',
    ['WRONG_TYPE'],
  ],
  ['a wrong platform alone', 'name: a, platform: aro', ['UNKNOWN_VALUE']],
  ['no platform', 'name: a', ['VALUE_MISSING']],
  ['a wrong platform, and a name', 'name: Prod_AWS, platform: AWS', ['CLUSTER_NAME', 'UNKNOWN_VALUE']],
  [
    'a wrong platform, and what is wrong on each',
    'name: a, platform: AWS, storage: {s3: {bucket: b1b, region: us-east-1, regionEndpoint: minio}}, pruner: {schedule: daily}',
    ['UNKNOWN_VALUE', 'S3_ENDPOINT_URL', 'PRUNER_SCHEDULE'],
  ],
])('%s: only what is wrong in every case is told', (_, settings, expected) =>
  expect([...codes(settings)].sort()).toEqual([...expected].sort()),
);

test('what only one platform refuses is not told of an unknown one', () => {
  for (const platform of Object.keys(PLATFORMS)) {
    const found = codes(`name: a, platform: ${platform}, storage: {ibmcos: {bucket: acme}}`);
    if (!found.includes('BACKEND_PLATFORM'))
      return expect(codes('name: a, platform: x, storage: {ibmcos: {bucket: acme}}')).toEqual(['UNKNOWN_VALUE']);
  }
  throw new Error('no platform takes ibmcos');
});

test('many words that are not known take no long time', () => {
  const settings = 'name: a, platform: x, topology: x, environment: x, bootstrapStorage: x';
  expect(codes(settings)).toEqual(['UNKNOWN_VALUE', 'UNKNOWN_VALUE', 'UNKNOWN_VALUE', 'UNKNOWN_VALUE']);
  const fleet = `clusters: [${Array.from({ length: 50 }, () => `{${settings}}`).join(', ')}]`;
  expect(cpuSeconds(() => runFleet(fleet))).toBeLessThan(5);
});

test.each([
  [
    '{apiVersion: imageregistry.operator.openshift.io/v1, kind: Config, spec: {}}',
    'Config of imageregistry.operator.openshift.io/v1',
  ],
  ['{clusters: [{apiVersion: v1, kind: List}]}', 'List of v1'],
])('an object of the API has an answer of its own: %s', (text, words) => {
  const { findings } = runFleet(text);
  expect(findings.map(({ code, what }) => `${code} ${what}`)).toEqual([
    `FLEET_IS_OBJECT this is a Kubernetes object, not configuration: ${words}`,
  ]);
});
