/** Bucket keys in policies of Advanced Cluster Management, for the hub. */

import { App, Chart } from 'cdk8s';
import { parse } from 'yaml';
import type { Cluster } from '../../../src/config/shape/cluster';
import { defineHub, hasHub } from '../../../src/manifests/bucket-keys/acm';
import { resolve } from '../../../src/model/resolve';
import { type AnyManifest, dedent, objectOf } from '../../support/fleet';
import { ownErrors } from '../../support/own-schema';

function hub(acm: string): readonly AnyManifest[] {
  const model = resolve(
    parse(
      dedent(`
        name: prod-eu
        platform: baremetal
        openshift: "4.14"
        baseDomain: prod.example.com
        storage: {odf: {rgw: {bucketName: registry, trustedCA: {serviceCA: true}}}}
        credentials: {bucketClaim: {acm: {${acm}}}}`),
    ) as Cluster,
  );
  const chart = new Chart(new App(), 'hub');
  defineHub(chart, model);
  expect(hasHub(model)).toBe(chart.node.children.length > 0);
  return chart.toJson();
}

test('policy, placement and binding share a name and the namespace of the policies', () => {
  const objects = hub('namespace: registry-policies, placement: {}');
  expect(objects.map(({ kind, metadata }) => [kind, metadata.namespace, metadata.name])).toEqual([
    ['Policy', 'registry-policies', 'registry-bucket-prod-eu'],
    ['Placement', 'registry-policies', 'registry-bucket-prod-eu'],
    ['PlacementBinding', 'registry-policies', 'registry-bucket-prod-eu'],
  ]);
  for (const object of objects) expect(ownErrors(object, '4.14')).toEqual([]);
});

test('without a namespace they go to one of their own on the hub', () => {
  const namespaces = hub('placement: {}').map(({ metadata }) => metadata.namespace);
  expect(namespaces).toEqual(Array(3).fill('image-registry-policies'));
});

test('the policy wraps the one that a cluster itself would get', () => {
  const { spec } = objectOf(hub('namespace: registry-policies, placement: {}'), 'Policy');
  const [template] = spec['policy-templates'];
  expect(template.objectDefinition).toMatchObject({
    apiVersion: 'policy.open-cluster-management.io/v1',
    kind: 'ConfigurationPolicy',
    metadata: { name: 'registry-bucket-keys' },
    spec: { remediationAction: 'Enforce', pruneObjectBehavior: 'None' },
  });
  const raw = template.objectDefinition.spec['object-templates-raw'];
  expect(raw).toContain('fromConfigMap "openshift-image-registry" "openshift-service-ca.crt" "service-ca.crt"');
  expect(ownErrors(template.objectDefinition, '4.14')).toEqual([]);
});

test('binding and placement find each other', () => {
  const { placementRef, subjects } = objectOf(hub('namespace: registry-policies, placement: {}'), 'PlacementBinding');
  expect([placementRef, subjects]).toEqual([
    { apiGroup: 'cluster.open-cluster-management.io', kind: 'Placement', name: 'registry-bucket-prod-eu' },
    [{ apiGroup: 'policy.open-cluster-management.io', kind: 'Policy', name: 'registry-bucket-prod-eu' }],
  ]);
});

test.each<[string, object]>([
  ['', { predicates: [{ requiredClusterSelector: { labelSelector: { matchLabels: { name: 'prod-eu' } } } }] }],
  [
    'matchLabels: {stage: prod}, clusterSets: [europe]',
    {
      clusterSets: ['europe'],
      predicates: [{ requiredClusterSelector: { labelSelector: { matchLabels: { stage: 'prod' } } } }],
    },
  ],
])('placement {%s}', (placement, spec) => {
  expect(objectOf(hub(`placement: {${placement}}`), 'Placement').spec).toEqual(spec);
});

test('without a placement nothing belongs on the hub', () => {
  expect(hub('')).toEqual([]);
});
