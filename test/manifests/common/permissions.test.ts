/** No role we emit says more than it must: no wildcard anywhere, and names wherever Kubernetes can check one. */

import { ALL_RULES } from '../../../src/rules/catalogue';
import { FLEET_RULES } from '../../../src/rules/fleet/fleet';
import { type AnyManifest, dedent, runCluster, runFleet } from '../../support/fleet';

/** Verbs for which a request names no object. */
const WITHOUT_NAME = new Set(['list', 'watch', 'deletecollection']);

const odf = (store: string, mode = 'job'): string => `
  platform: baremetal
  baseDomain: prod.example.com
  storage: {odf: {noobaa: {${store}}}}
  credentials: {bucketClaim: {${mode}: {}}}`;
const EXAMPLES = [
  odf('bucketName: registry, claimNamespace: openshift-storage, trustedCA: {ingressCA: true}'),
  odf('generateBucketName: registry, trustedCA: {ingressCA: true}'),
  odf('bucketName: registry, endpoint: service, trustedCA: {serviceCA: true}'),
  odf('bucketName: registry, trustedCA: {configMap: ca}', 'externalSecret'),
];

const objects: readonly AnyManifest[] = [
  ...EXAMPLES.map(yaml => runCluster(yaml)),
  ...ALL_RULES.map(({ good }) => runCluster(good)),
  ...FLEET_RULES.map(({ good }) => runFleet(dedent(good))),
].flatMap(({ manifests }) => Object.values(manifests).flat());
const roles = objects.filter(({ kind }) => kind === 'Role' || kind === 'ClusterRole');
const rules = new Map(roles.flatMap(role => role.rules.map((rule: object) => [JSON.stringify(rule), rule])));

test('the examples have roles of every kind', () => {
  expect(roles.map(({ metadata }) => metadata.name)).toEqual(
    expect.arrayContaining(['registry-bucket-keys', 'registry-bucket-reader', 'registry-takeover']),
  );
});

test.each([...rules])('%s', (_text, rule) => {
  const {
    apiGroups = [],
    resources = [],
    resourceNames = [],
    nonResourceURLs = [],
    verbs,
  } = rule as Record<string, string[]>;
  expect([...apiGroups, ...resources, ...nonResourceURLs, ...(verbs ?? [])]).not.toContain('*');
  const nameless = (verbs ?? []).every(verb => WITHOUT_NAME.has(verb)) || nonResourceURLs.length > 0;
  if (!nameless) expect(resourceNames).not.toEqual([]);
});

test('every binding leads to a role that is there, and to an account that is there', () => {
  const bindings = objects.filter(
    ({ kind, metadata }) => /RoleBinding$/.test(kind) && /^registry-(bucket|takeover)/.test(metadata.name),
  );
  expect(bindings).not.toEqual([]);
  for (const { roleRef, subjects, metadata } of bindings) {
    expect(roles.map(role => [role.kind, role.metadata.name, role.metadata.namespace])).toContainEqual([
      roleRef.kind,
      roleRef.name,
      metadata.namespace,
    ]);
    const accounts = objects.filter(({ kind }) => kind === 'ServiceAccount').map(account => account.metadata);
    for (const { name, namespace } of subjects)
      expect(accounts).toContainEqual(expect.objectContaining({ name, namespace }));
  }
});
