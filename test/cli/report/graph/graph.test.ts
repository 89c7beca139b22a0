import { graphOf } from '../../../../src/cli/report/graph/graph';
import { builtOf } from '../../../support/model';

/** Boxes by wave, and lines, as text. */
function graph(cluster: string): { readonly boxes: readonly string[]; readonly lines: readonly string[] } {
  const { model, manifests } = builtOf(cluster);
  const { nodes, edges } = graphOf(model, manifests);
  const name = (index: number): string => nodes[index]?.title ?? '?';
  return {
    boxes: nodes.map(({ when, title, name: own, tone }) => `${when} ${title} ${own} (${tone})`).sort(),
    lines: edges.map(([from, to]) => `${name(from)} > ${name(to)}`).sort(),
  };
}

test('a bucket, its keys from a store', () => {
  expect(
    graph(
      '{platform: aws, storage: {s3: {bucket: images, region: eu-west-1}}, credentials: {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: registry/a}}}',
    ),
  ).toEqual({
    boxes: [
      '2 ExternalSecret image-registry-private-configuration-user (secret)',
      '20 Registry (Config) cluster (registry)',
      'after Images: s3 images (storage)',
      'before ClusterSecretStore vault (secret)',
    ],
    lines: [
      'ClusterSecretStore > ExternalSecret',
      'ExternalSecret > Registry (Config)',
      'Registry (Config) > Images: s3',
    ],
  });
});

test('a claim, its class, a certificate, and a takeover', () => {
  expect(
    graph(
      '{platform: openstack, storage: {pvc: {accessModes: [ReadWriteOnce], storageClass: {name: cinder, provisioner: cinder.csi.openstack.org}}}, routes: {custom: [{name: public, hostname: images.example.com, tls: {certificate: {issuerRef: {name: company}}}}]}}',
    ),
  ).toEqual({
    boxes: [
      '-20 StorageClass cinder (storage)',
      '-30 ConfigMap registry-takeover (other)',
      '-30 Permissions 3 objects (other)',
      '-40 Namespace registry-bootstrap (other)',
      '10 Job registry-takeover (job)',
      '10 PersistentVolumeClaim image-registry-storage (storage)',
      '20 Certificate public-tls (secret)',
      '20 Registry (Config) cluster (registry)',
      'after Images: pvc image-registry-storage (storage)',
    ],
    lines: [
      'Certificate > Registry (Config)',
      'ConfigMap > Job',
      'Job > Registry (Config)',
      'Namespace > ConfigMap',
      'Namespace > Permissions',
      'Permissions > Job',
      'PersistentVolumeClaim > Registry (Config)',
      'Registry (Config) > Images: pvc',
      'StorageClass > PersistentVolumeClaim',
    ],
  });
});

test('a bucket claim whose keys a Job brings', () => {
  expect(
    graph(
      '{platform: vsphere, storage: {odf: {noobaa: {bucketName: images, endpoint: service, trustedCA: {serviceCA: true}, storageClass: {name: keep}}}}, credentials: {bucketClaim: {job: {}}}}',
    ),
  ).toEqual({
    boxes: [
      '-10 ObjectBucketClaim image-registry-bucket (storage)',
      '-20 StorageClass keep (storage)',
      '-30 ConfigMap registry-bucket-keys (other)',
      '-30 Permissions 5 objects (other)',
      '-40 Namespace registry-bootstrap (other)',
      '20 Registry (Config) cluster (registry)',
      '3 CronJob registry-bucket-keys (job)',
      '3 Job registry-bucket-keys (job)',
      'after Images: odf.noobaa images (storage)',
    ],
    lines: [
      'ConfigMap > CronJob',
      'ConfigMap > Job',
      'CronJob > Registry (Config)',
      'Job > Registry (Config)',
      'Namespace > ConfigMap',
      'Namespace > Permissions',
      'ObjectBucketClaim > CronJob',
      'ObjectBucketClaim > Job',
      'Permissions > CronJob',
      'Permissions > Job',
      'Registry (Config) > Images: odf.noobaa',
      'StorageClass > ObjectBucketClaim',
    ],
  });
});

test('what others make is drawn, too', () => {
  const { boxes } = graph(
    '{platform: aws, storage: {s3: {bucket: images, region: eu-west-1}}, credentials: {existingSecret: {}}}',
  );
  expect(boxes).toContain('before Secret of others image-registry-private-configuration-user (secret)');
  expect(graph('{platform: aws}').lines).toContain("Cluster's own credentials > Registry (Config)");
  const claim = '{platform: vsphere, storage: {pvc: {existing: true, claim: theirs, accessModes: [ReadWriteMany]}}}';
  expect(graph(claim).lines).toContain('Claim of others > Registry (Config)');
});

test('a bucket that an operator makes is one box with its settings', () => {
  const { boxes, lines } = graph(
    '{platform: aws, storage: {s3: {bucket: images, region: eu-west-1, provision: {crossplane: {}}}}, credentials: {existingSecret: {}}}',
  );
  expect(boxes.filter(box => box.startsWith('-30'))).toEqual(['-30 Bucket by Crossplane images (storage)']);
  expect(lines).toContain('Bucket by Crossplane > Registry (Config)');
});

test('many objects of one kind are one box, two are not', () => {
  const views = (count: number): readonly string[] => {
    const names = Array.from(
      { length: count },
      (_, index) =>
        `{server: quay.io, namespaces: [team-${index}], credentials: {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: a}}}`,
    );
    return graph(`{platform: aws, thirdParty: [${names.join(', ')}]}`).boxes.filter(box =>
      box.includes('ExternalSecret'),
    );
  };
  expect(views(2)).toHaveLength(2);
  expect(views(3)).toEqual([expect.stringContaining('ExternalSecret 3 objects')]);
});

test('a cluster whose Config is not ours is a graph of the rest', () => {
  expect(graph('{platform: rosa, hosted: true, access: {viewers: [{project: a, users: [ann]}]}}')).toEqual({
    boxes: ['20 Permissions image-registry-viewers (other)'],
    lines: [],
  });
});
