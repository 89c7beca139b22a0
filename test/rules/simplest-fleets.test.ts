/** The simplest fleet of every platform and every backend: no error, and no warning that nobody has asked for. */

import { BACKEND_NAMES } from '../../src/facts/backends';
import { PLATFORMS } from '../../src/facts/platforms';
import { runCluster } from '../support/fleet';

const FILES = 'storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}';
const KEYS = 'credentials: {existingSecret: {}}';
const BUCKET_CLAIM = 'credentials: {bucketClaim: {job: {}}}';

/** What each platform needs beside its name. */
const PLATFORM_NEEDS: Readonly<Record<string, string>> = {
  alibabacloud: 'openshift: "4.14"',
  baremetal: FILES,
  external: FILES,
  kubevirt: FILES,
  none: FILES,
  nutanix: FILES,
  openstack: 'bootstrapStorage: swift',
  ovirt: 'openshift: "4.13"',
  vsphere: FILES,
};

test.each(Object.keys(PLATFORMS))('%s', platform => {
  expect(loud(`platform: ${platform}\n${PLATFORM_NEEDS[platform] ?? ''}`)).toEqual([]);
});

/** A cluster for each backend, where no takeover is needed. */
const BACKENDS_ALONE: Readonly<Record<string, string>> = {
  s3: 'platform: aws\nstorage: {s3: {bucket: images, region: eu-west-1}}',
  gcs: 'platform: gcp\nstorage: {gcs: {bucket: images, region: europe-west1, projectID: acme-prod}}',
  azure: `platform: azure\nstorage: {azure: {accountName: acmeimages, container: images}}\n${KEYS}`,
  swift: 'platform: openstack\nbootstrapStorage: swift\nstorage: {swift: {container: images}}',
  ibmcos: 'platform: ibmcloud\nstorage: {ibmcos: {bucket: images}}',
  oss: `platform: alibabacloud\nopenshift: "4.14"\nstorage: {oss: {bucket: images, region: eu-central-1}}\n${KEYS}`,
  pvc: `platform: baremetal\n${FILES}`,
  emptyDir: 'platform: baremetal\nenvironment: non-production\nstorage: {emptyDir: {}}',
  'odf.noobaa': `platform: baremetal\nstorage: {odf: {noobaa: {bucketName: images, endpoint: service, trustedCA: {serviceCA: true}}}}\n${BUCKET_CLAIM}`,
  'odf.rgw': `platform: baremetal\nbaseDomain: prod.example.com\nstorage: {odf: {rgw: {bucketName: images, trustedCA: {ingressCA: true}}}}\n${BUCKET_CLAIM}`,
  'odf.cephfs': 'platform: baremetal\nstorage: {odf: {cephfs: {}}}',
};

/** That images are lost is always said. */
const SAID: Readonly<Record<string, readonly string[]>> = { emptyDir: ['EMPTYDIR_LOSES_IMAGES'] };

test('every backend is among them', () => {
  expect(Object.keys(BACKENDS_ALONE)).toEqual(expect.arrayContaining([...BACKEND_NAMES]));
});

test.each(Object.entries(BACKENDS_ALONE))('storage.%s', (backend, yaml) => {
  expect(loud(yaml)).toEqual(SAID[backend] ?? []);
});

/** Codes of errors and warnings. */
function loud(yaml: string): readonly string[] {
  const { findings } = runCluster(yaml);
  return findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
}
