import { PLACEHOLDER } from '../../src/config/placeholders';
import { runCluster, runFleet } from '../support/fleet';

const BASE = {
  platform: 'aws',
  openshift: '4.14',
  storage: { s3: { bucket: 'harbour-registry', region: 'eu-west-1' } },
};
const errorsOf = (cluster: object): readonly string[] =>
  runCluster(JSON.stringify({ ...BASE, ...cluster }))
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path.join('.')}`);

test.each<[string, object, string[]]>([
  ['a name', { name: PLACEHOLDER }, ['name']],
  ['a version', { openshift: PLACEHOLDER }, ['openshift']],
  ['one of a list of words', { platform: PLACEHOLDER }, ['platform']],
  ['a number', { registry: { replicas: PLACEHOLDER } }, ['registry.replicas']],
  ['part of a text', { baseDomain: 'CHANGE_ME.example.com' }, ['baseDomain']],
  ['an item of a list', { routes: { custom: [{ name: 'a', hostname: PLACEHOLDER }] } }, ['routes.custom.0.hostname']],
  ['a key', { registry: { nodeSelector: { 'CHANGE_ME/infra': '' } } }, ['registry.nodeSelector.CHANGE_ME/infra']],
  [
    'two of one map',
    { storage: { s3: { bucket: PLACEHOLDER, region: PLACEHOLDER } } },
    ['storage.s3.bucket', 'storage.s3.region'],
  ],
])('%s is reported once, and nothing else of it', (_, cluster, paths) => {
  expect(errorsOf(cluster)).toEqual(paths.map(path => `PLACEHOLDER ${path}`));
});

test('a reason that is to be filled in accepts nothing', () => {
  const { codes } = runCluster(`
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteOnce]}}
    accept: [{code: BLOCK_NOT_HA, reason: CHANGE_ME}]`);
  expect(codes).toEqual(expect.arrayContaining(['PLACEHOLDER', 'BLOCK_NOT_HA']));
  expect(codes).not.toContain('REASON_PLACEHOLDER');
});

test('the settings of the fleet are looked at too, at their place in the file', () => {
  const { findings } = runFleet(`
    argocd:
      repoURL: https://CHANGE_ME/registry.git
    clusters: [{name: a, platform: aws, openshift: "4.14"}]`);
  expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { code: 'PLACEHOLDER', place: { line: 2 }, what: expect.stringContaining('"https://CHANGE_ME/registry.git"') },
  ]);
});

test('other words are fine', () => {
  expect(errorsOf({ metadata: { annotations: { 'example.com/note': 'change me' } } })).toEqual([]);
});
