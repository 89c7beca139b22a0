import { runCluster } from '../../support/fleet';

const codesOf = (settings: string): readonly string[] =>
  runCluster(`{openshift: "4.18", ${settings}}`)
    .findings.filter(({ code }) => code === 'REGISTRY_NOT_OURS')
    .map(({ path }) => path.join('.'));

test.each<[string, readonly string[]]>([
  ['platform: vsphere, registry: {own: false}, pruner: {}', []],
  ['platform: vsphere, registry: {own: true, replicas: 2}, storage: {pvc: {accessModes: [ReadWriteMany]}}', []],
  ['platform: aws, registry: {own: false, replicas: 2, readOnly: true}', ['registry.replicas', 'registry.readOnly']],
  ['platform: aws, registry: {own: false}, routes: {default: true}', ['routes']],
  [
    'platform: aws, registry: {own: false}, storage: {s3: {bucket: acme-images, region: eu-west-1}}, credentials: {existingSecret: {}}',
    ['storage', 'credentials'],
  ],
])('what cannot be set beside registry.own: {%s}', (settings, expected) => {
  expect(codesOf(settings)).toEqual(expected);
});
