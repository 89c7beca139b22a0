/** Bucket keys in policies of Advanced Cluster Management, for the hub. */

import { parse } from 'yaml';
import type { Cluster } from '../../../src/config/shape/cluster';
import { HubObjects } from '../../../src/manifests/bucket-keys/hub';
import { resolve } from '../../../src/model/resolve';
import { type AnyManifest, dedent, objectOf } from '../../support/fleet';
import { ownErrors } from '../../support/own-schema';

/** One cluster of a fleet, as far as it matters here. */
interface Member {
  readonly name?: string;
  readonly acm?: string;
  readonly rgw?: string;
  readonly labels?: string;
}

const CLAIM = 'claim: a, bucketName: registry, trustedCA: {serviceCA: true}';

function hub(...members: readonly Member[]): readonly AnyManifest[] {
  const objects = new HubObjects();
  for (const { name = 'prod-eu', acm = 'placement: {}', rgw = CLAIM, labels = '' } of members) {
    const cluster = dedent(`
      name: ${name}
      platform: baremetal
      openshift: "4.14"
      baseDomain: prod.example.com
      metadata: {labels: {${labels}}}
      storage: {odf: {rgw: {${rgw}}}}
      credentials: {bucketClaim: {acm: {${acm}}}}`);
    objects.add(resolve(parse(cluster) as Cluster));
  }
  return objects.manifests() as readonly AnyManifest[];
}

const kindsOf = (objects: readonly AnyManifest[]): readonly string[] => objects.map(({ kind }) => kind);
const namesOf = (objects: readonly AnyManifest[]): readonly string[] => [
  ...new Set(objects.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)),
];

test('policy, placement and binding share a name and the namespace of the policies', () => {
  const objects = hub({ acm: 'namespace: registry-policies, placement: {}' });
  expect(kindsOf(objects)).toEqual(['Policy', 'Placement', 'PlacementBinding']);
  expect(namesOf(objects)).toEqual([expect.stringMatching(/^registry-policies\/registry-bucket-[0-9a-f]{8}$/)]);
  for (const object of objects) expect(ownErrors(object, '4.14')).toEqual([]);
});

test('without a namespace they go to one of their own on the hub', () => {
  expect(hub({}).map(({ metadata }) => metadata.namespace)).toEqual(Array(3).fill('image-registry-policies'));
});

test('the policy wraps the one that a cluster itself would get', () => {
  const policy = objectOf(hub({}), 'Policy');
  const [template] = policy.spec['policy-templates'];
  expect(template.objectDefinition).toMatchObject({
    apiVersion: 'policy.open-cluster-management.io/v1',
    kind: 'ConfigurationPolicy',
    metadata: { name: 'registry-bucket-keys' },
    spec: { remediationAction: 'Enforce', pruneObjectBehavior: 'None' },
  });
  const raw = template.objectDefinition.spec['object-templates-raw'];
  expect(raw).toContain('fromConfigMap "openshift-image-registry" "openshift-service-ca.crt" "service-ca.crt"');
  expect(ownErrors(template.objectDefinition, '4.14')).toEqual([]);
  expect(policy.metadata).toHaveProperty('annotations', {
    'argocd.argoproj.io/sync-options': 'SkipDryRunOnMissingResource=true',
    'argocd.argoproj.io/sync-wave': '3',
    'policy.open-cluster-management.io/description':
      'Keys of the bucket claim openshift-image-registry/a for the image registry',
  });
});

test('binding and placement find each other', () => {
  const [policy, , { placementRef, subjects } = {} as AnyManifest] = hub({});
  const name = policy?.metadata.name;
  expect([placementRef, subjects]).toEqual([
    { apiGroup: 'cluster.open-cluster-management.io', kind: 'Placement', name },
    [{ apiGroup: 'policy.open-cluster-management.io', kind: 'Policy', name }],
  ]);
});

const byLabels = (labelSelector: object): object => ({ predicates: [{ requiredClusterSelector: { labelSelector } }] });
const byName = (...values: string[]): object =>
  byLabels({ matchExpressions: [{ key: 'name', operator: 'In', values }] });

test.each<[string, object]>([
  ['', byName('prod-eu')],
  ['matchLabels: {stage: prod}', byLabels({ matchLabels: { stage: 'prod' } })],
  ['matchLabels: {}', {}],
  ['clusterSets: []', byName('prod-eu')],
  ['clusterSets: [europe, asia, europe]', { clusterSets: ['asia', 'europe'], ...byName('prod-eu') }],
  ['matchLabels: {}, clusterSets: [europe]', { clusterSets: ['europe'] }],
])('placement {%s}', (placement, spec) => {
  expect(objectOf(hub({ acm: `placement: {${placement}}` }), 'Placement').spec).toEqual(spec);
});

test('each set that is named is bound to the namespace, once', () => {
  const bindings = hub(
    { acm: 'placement: {clusterSets: [europe, global]}' },
    { acm: 'placement: {clusterSets: [global]}', name: 'b', rgw: CLAIM.replace('claim: a', 'claim: b') },
    { acm: 'namespace: other, placement: {clusterSets: [global]}', name: 'c' },
  ).filter(({ kind }) => kind === 'ManagedClusterSetBinding');
  expect(bindings.map(({ metadata, spec }) => [metadata.namespace, metadata.name, spec])).toEqual([
    ['image-registry-policies', 'europe', { clusterSet: 'europe' }],
    ['image-registry-policies', 'global', { clusterSet: 'global' }],
    ['other', 'global', { clusterSet: 'global' }],
  ]);
  for (const object of bindings) expect(ownErrors(object, '4.14')).toEqual([]);
});

describe('clusters with the same policy and placement', () => {
  test.each<[string, string, object]>([
    ['by label', 'placement: {matchLabels: {a: b}}', byLabels({ matchLabels: { a: 'b' } })],
    ['by name', 'placement: {}', byName('a', 'b', 'c')],
  ])('share one policy, %s', (_, acm, spec) => {
    const objects = hub({ acm, name: 'c' }, { acm, name: 'a' }, { acm, name: 'b' });
    expect(kindsOf(objects)).toEqual(['Policy', 'Placement', 'PlacementBinding']);
    expect(objectOf(objects, 'Placement').spec).toEqual(spec);
  });

  test('the name stays when another joins, in whatever order, and however the placement is written', () => {
    const written = 'placement: {matchLabels: {a: b, c: d}, clusterSets: [x, y]}';
    const otherwise = 'placement: {clusterSets: [y, x, y], matchLabels: {c: d, a: b}}';
    const alone = hub({ acm: written });
    expect(new Set(namesOf(hub({ acm: otherwise, name: 'b' }, { acm: written })))).toEqual(new Set(namesOf(alone)));
  });

  test('they carry the labels that all have, and the name of none', () => {
    const [policy] = hub({ labels: 'team: a, stage: prod' }, { labels: 'team: b, stage: prod', name: 'b' });
    expect(policy?.metadata).toHaveProperty('labels', {
      'app.kubernetes.io/managed-by': 'cdk8s-openshift-registry',
      'app.kubernetes.io/name': 'image-registry',
      'app.kubernetes.io/part-of': 'openshift-image-registry',
      stage: 'prod',
    });
  });

  test.each<[string, Member]>([
    ['claim', { rgw: CLAIM.replace('claim: a', 'claim: b') }],
    ['CA', { rgw: CLAIM.replace('serviceCA', 'ingressCA') }],
    ['name of the bucket', { rgw: CLAIM.replace('bucketName', 'generateBucketName') }],
    ['labels', { acm: 'placement: {matchLabels: {a: b}}' }],
    ['sets', { acm: 'placement: {clusterSets: [a]}' }],
    ['namespace', { acm: 'namespace: other, placement: {}' }],
  ])('another %s needs another policy', (_, other) => {
    expect(kindsOf(hub({}, { name: 'b', ...other })).filter(kind => kind === 'Policy')).toHaveLength(2);
  });
});

test('any key of a label is carried', () => {
  const objects = hub({ labels: 'constructor: a', acm: 'placement: {matchLabels: {constructor: b}}' });
  expect(objectOf(objects, 'Policy').metadata).toHaveProperty(['labels', 'constructor'], 'a');
  expect(objectOf(objects, 'Placement').spec).toEqual(byLabels({ matchLabels: { constructor: 'b' } }));
});

test('without a placement nothing belongs on the hub', () => {
  expect(hub({ acm: '' })).toEqual([]);
});
