/** `storage.odf`: bucket and endpoint of ODF's object stores, and its file volumes. */

import type { Odf, OdfBucket } from '../../../config/shape/odf';
import { OBJECT_STORES, type ObjectStore } from '../../../facts/odf';
import { PLATFORMS } from '../../../facts/platforms';
import { atLeast } from '../../../facts/versions';
import type { ConfigPath } from '../../../findings/finding';
import { readsInCluster } from '../../../model/bucket-keys';
import { isInsideCluster } from '../../../values/endpoint';
import { type Hit, hitIf, type Rule, type RuleInput } from '../../rule';
import { endpointOf } from '../trusted-ca/endpoint';

/** A cluster with this bucket of NooBaa. */
const noobaa = (settings: string, mode = 'externalSecret: {}', more = 'baseDomain: prod.example.com'): string => `
    platform: baremetal
    ${more}
    storage: {odf: {noobaa: {${settings}}}}
    credentials: {bucketClaim: {${mode}}}`;

const CA = 'trustedCA: {configMap: ingress-ca}';
const VALID = noobaa(`bucketName: registry, ${CA}`);

/** An object store of ODF as it is configured. */
export interface ConfiguredStore {
  readonly store: ObjectStore;
  readonly path: ConfigPath;
  readonly bucket: OdfBucket & Pick<NonNullable<Odf['noobaa']>, 'backingStore' | 'bucketClass'>;
}

/** The object stores that are configured; more than one is another rule's. */
export function storesOf({ config }: RuleInput): readonly ConfiguredStore[] {
  return (['rgw', 'noobaa'] as const).flatMap(store => {
    const bucket = config.storage?.odf?.[store];
    return bucket === undefined ? [] : [{ store, path: ['storage', 'odf', store], bucket }];
  });
}

const rgwPlatform: Rule = {
  code: 'ODF_RGW_PLATFORM',
  severity: 'error',
  title: 'ODF has no Rados Gateway on this platform',
  why: 'ODF leaves it out where the cloud has object storage of its own: class and endpoint do not exist, and the claim stays Pending',
  fix: "use odf.noobaa, or the cloud's own storage; accept this where the StorageCluster has the annotation ocs.openshift.io/enable-rgw",
  source: 'red-hat-storage/ocs-operator SkipObjectStorePlatforms',
  bad: `
    platform: aws
    baseDomain: prod.example.com
    storage: {odf: {rgw: {bucketName: registry, ${CA}}}}
    credentials: {bucketClaim: {externalSecret: {}}}`,
  good: `
    platform: vsphere
    baseDomain: prod.example.com
    storage: {odf: {rgw: {bucketName: registry, ${CA}}}}
    credentials: {bucketClaim: {externalSecret: {}}}`,
  check: ({ config, model }) =>
    hitIf(config.storage?.odf?.rgw !== undefined && !PLATFORMS[model.platform].rgw, () => ({
      path: ['storage', 'odf', 'rgw'],
      what: `storage is odf.rgw, and the platform is ${PLATFORMS[model.platform].title}`,
    })),
};

const bucketName: Rule = {
  code: 'ODF_BUCKET_NAME',
  severity: 'error',
  title: 'the bucket has no name, or two',
  why: 'the provisioner refuses a claim without either, and passes over generateBucketName where both are given',
  fix: 'write bucketName; generateBucketName only with credentials.bucketClaim.job or .acm',
  source: 'kube-object-storage/lib-bucket-provisioner pkg/provisioner',
  bad: noobaa(CA),
  good: VALID,
  check: input =>
    storesOf(input).flatMap(({ path, bucket: { bucketName: fixed, generateBucketName: prefix } }) =>
      hitIf(Boolean(fixed) === Boolean(prefix), () => ({
        path: fixed ? [...path, 'generateBucketName'] : path,
        what: fixed
          ? 'both bucketName and generateBucketName are said'
          : 'neither bucketName nor generateBucketName is said',
      })),
    ),
};

const generatedName: Rule = {
  code: 'ODF_GENERATED_NAME',
  severity: 'error',
  title: 'nothing carries the generated name of the bucket to the registry',
  why: 'the provisioner completes the name in the cluster; External Secrets copies keys only, and without the name the operator makes a bucket of its own, which its keys may not',
  fix: 'write bucketName, or credentials: {bucketClaim: {job: {}}}, or acm: {} there',
  source: 'kube-object-storage/lib-bucket-provisioner pkg/provisioner; noobaa pkg/obc',
  bad: noobaa(`generateBucketName: registry, ${CA}`),
  good: noobaa(`generateBucketName: registry, ${CA}`, 'job: {}'),
  check: input =>
    storesOf(input).flatMap(({ path, bucket }) => {
      const carried = readsInCluster(input.config.credentials);
      return hitIf(Boolean(bucket.generateBucketName) && !bucket.bucketName && !carried, () => ({
        path: [...path, 'generateBucketName'],
        what: `generateBucketName is "${bucket.generateBucketName}", and no Job or policy carries the completed name`,
      }));
    }),
};

const endpointDomain: Rule = {
  code: 'ODF_ENDPOINT_DOMAIN',
  severity: 'error',
  acceptable: false,
  title: "the host of ODF's route cannot be derived",
  why: "it ends with the domain of the cluster's routes; without an endpoint the driver would call AWS",
  fix: 'write baseDomain or ingressDomain of the cluster, or endpoint: service, or the URL',
  source: 'noobaa/noobaa-operator pkg/system; openshift router default host names',
  bad: noobaa(`bucketName: registry, ${CA}`, 'externalSecret: {}', 'environment: production'),
  good: VALID,
  check: input =>
    storesOf(input).flatMap(({ path, bucket: { endpoint = 'route' } }) =>
      hitIf(endpoint === 'route' && !input.model.ingressDomain, () => ({
        path,
        what: 'the endpoint is the route, and the cluster has neither baseDomain nor ingressDomain',
      })),
    ),
};

const caRequired: Rule = {
  code: 'ODF_CA_REQUIRED',
  severity: 'warning',
  title: "no CA is given for ODF's endpoint",
  why: 'a route shows a certificate of the router, which is mostly private; a Service shows one of the service CA, which always is: the operator stops with "certificate signed by unknown authority"',
  fix: 'add trustedCA: {pemFile: ...}, or ingressCA: true or serviceCA: true with credentials.bucketClaim.job or .acm; accept this where the route has a public certificate',
  source: 'operator pkg/storage/s3/s3.go CABundle',
  bad: noobaa('bucketName: registry'),
  good: VALID,
  check: input => {
    const endpoint = endpointOf(input.model) ?? '';
    if (!/^https:/i.test(endpoint)) return [];
    const inside = isInsideCluster(endpoint);
    const old = !atLeast(input.model.openshift, '4.11');
    return storesOf(input).flatMap(({ path, bucket }) =>
      hitIf(bucket.trustedCA === undefined, () => ({
        path,
        what: `the endpoint is ${inside ? 'a Service' : 'outside the cluster'} with https, and there is no trustedCA`,
        severity: inside ? 'error' : undefined,
        fix: old ? 'write the http:// URL of the Service as endpoint; trustedCA exists from OpenShift 4.11' : undefined,
      })),
    );
  },
};

const classDeletes: Rule = {
  code: 'OBC_CLASS_DELETES',
  severity: 'warning',
  title: 'the bucket, with all images, goes when its claim is deleted',
  why: "the classes ODF makes have reclaimPolicy Delete: whoever deletes the claim, or its namespace, deletes the images; Argo CD's own prune is switched off, other hands are not",
  fix: 'write storageClass: {name: registry-bucket}, a class of your own that retains the bucket, before the claim is made; or accept this',
  source: 'red-hat-storage/ocs-operator storageclasses.go; noobaa pkg/obc; rook bucket provisioner',
  bad: VALID,
  good: noobaa(`bucketName: registry, storageClass: {name: registry-bucket}, ${CA}`),
  check: input =>
    storesOf(input).flatMap(({ store, path, bucket: { storageClass, storageClassName } }): readonly Hit[] => {
      const key = storageClass === undefined ? 'storageClassName' : 'storageClass';
      const name = storageClass?.name ?? storageClassName ?? OBJECT_STORES[store].storageClassName;
      const ofOdf = storageClass === undefined && name === OBJECT_STORES[store].storageClassName;
      return hitIf(ofOdf || storageClass?.reclaimPolicy === 'Delete', () => ({
        path: [...path, key],
        what: `class "${name}" has reclaimPolicy Delete`,
      }));
    }),
};

const overObject: Rule = {
  code: 'PVC_OVER_OBJECT',
  severity: 'warning',
  title: 'a file volume, where ODF also has object storage',
  why: 'the registry is made for object storage: it scales better, and redirects clients to it',
  fix: 'use odf.noobaa or odf.rgw, or accept this',
  source: 'OpenShift documentation, configuring the registry to use CephFS',
  bad: `
    platform: baremetal
    storage: {odf: {cephfs: {}}}`,
  good: VALID,
  check: ({ config }) =>
    hitIf(config.storage?.odf?.cephfs !== undefined, () => ({
      path: ['storage', 'odf', 'cephfs'],
      what: 'storage is odf.cephfs',
    })),
};

/** In the order they are listed in the documentation. */
export const ODF_RULES: readonly Rule[] = [
  rgwPlatform,
  bucketName,
  generatedName,
  endpointDomain,
  caRequired,
  classDeletes,
  overObject,
];
