import { runCluster } from '../../../support/fleet';

const OURS = /^(PVC_RWO_|PVC_ACCESS_MODE|EMPTYDIR_)/;
const codes = (settings: string): readonly string[] =>
  runCluster(`{platform: baremetal, ${settings}}`)
    .findings.map(({ code }) => code)
    .filter(code => OURS.test(code));

const pvc = (mode: string): string => `storage: {pvc: {accessModes: [${mode}], storageClassName: files}}`;

test.each<[string, string, readonly string[]]>([
  ['ReadWriteMany', '{replicas: 2, rolloutStrategy: RollingUpdate}', []],
  ['ReadWriteOnce', '{}', []],
  ['ReadWriteOnce', '{replicas: 1, rolloutStrategy: Recreate}', []],
  ['ReadWriteOnce', '{replicas: 2}', ['PVC_RWO_REPLICAS']],
  ['ReadWriteOnce', '{rolloutStrategy: RollingUpdate}', ['PVC_RWO_STRATEGY']],
  ['ReadWriteOncePod', '{replicas: 1}', ['PVC_ACCESS_MODE']],
  ['ReadOnlyMany', '{replicas: 1}', ['PVC_ACCESS_MODE']],
])('a claim of %s, registry %s', (mode, registry, expected) => {
  expect(codes(`${pvc(mode)}, registry: ${registry}`)).toEqual(expected);
});

test.each<[string, string, readonly string[]]>([
  ['production', '{replicas: 1}', ['EMPTYDIR_PRODUCTION']],
  ['non-production', '{replicas: 1}', ['EMPTYDIR_LOSES_IMAGES']],
  ['non-production', '{replicas: 2}', ['EMPTYDIR_REPLICAS', 'EMPTYDIR_LOSES_IMAGES']],
])('throw-away storage in %s, registry %s', (environment, registry, expected) => {
  const found = codes(`storage: {emptyDir: {}}, environment: ${environment}, registry: ${registry}`);
  expect([...found].sort()).toEqual([...expected].sort());
});
