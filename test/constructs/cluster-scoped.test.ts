import { App, Chart } from 'cdk8s';
import { registryObjects } from '../../src/constructs/registry-objects';
import { resolve } from '../../src/model/resolve';

test.each([
  ['s3.aws.upbound.io', undefined],
  ['s3.aws.m.upbound.io', 'openshift-image-registry'],
] as const)('a chart with a namespace gives buckets of %s none but their own', (group, namespace) => {
  const chart = new Chart(new App(), 'chart', { namespace: 'elsewhere' });
  const s3 = { bucket: 'registry', region: 'eu-west-1', provision: { crossplane: { group } } };
  registryObjects(chart, resolve({ name: 'example', platform: 'aws', openshift: '4.14', storage: { s3 } }));
  const objects = chart.toJson() as { kind: string; metadata: { namespace?: string } }[];
  const of = (kind: string): unknown => objects.find(object => object.kind === kind)?.metadata.namespace;
  expect([of('Bucket'), of('BucketPublicAccessBlock'), of('Config')]).toEqual([namespace, namespace, undefined]);
});
