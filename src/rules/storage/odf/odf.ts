/** `storage.odf`: bucket and endpoint of ODF's object stores, and its file volumes. */

import type { Odf, OdfBucket } from '../../../config/shape/odf';
import { DEFAULT_BUCKET_CLAIM, OBJECT_STORES, type ObjectStore } from '../../../facts/odf';
import { PLATFORMS } from '../../../facts/platforms';
import { atLeast } from '../../../facts/versions';
import type { ConfigPath } from '../../../findings/finding';
import { readsInCluster } from '../../../model/bucket-keys';
import { isInsideCluster } from '../../../values/endpoint';
import { showUrl } from '../../../values/url';
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

/** The object stores that are configured; another rule refuses more than one. */
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
  why: 'ODF does not install it where the cloud has object storage: the StorageClass does not exist, and the claim stays Pending',
  fix: "use odf.noobaa, or the cloud's own storage; accept this if the StorageCluster has the annotation ocs.openshift.io/enable-rgw",
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
      what: `ODF has no Rados Gateway on ${PLATFORMS[model.platform].title}`,
    })),
};

const bucketName: Rule = {
  code: 'ODF_BUCKET_NAME',
  severity: 'error',
  title: 'the bucket must have exactly one name',
  why: 'the provisioner refuses a claim with neither, and ignores generateBucketName if both are set',
  fix: 'set bucketName; use generateBucketName only with credentials.bucketClaim.job or .acm',
  source: 'kube-object-storage/lib-bucket-provisioner pkg/provisioner',
  bad: noobaa(CA),
  good: VALID,
  check: input =>
    storesOf(input).flatMap(({ path, bucket: { bucketName: fixed, generateBucketName: prefix } }) =>
      hitIf(Boolean(fixed) === Boolean(prefix), () => ({
        path: fixed ? [...path, 'generateBucketName'] : path,
        what: fixed
          ? `bucketName "${fixed}" and generateBucketName "${prefix}" cannot both be set`
          : 'bucketName is not set',
      })),
    ),
};

const generatedName: Rule = {
  code: 'ODF_GENERATED_NAME',
  severity: 'error',
  title: 'the registry would never get the generated bucket name',
  why: 'the provisioner completes the name in the cluster, and External Secrets copies only the keys: without the name the operator tries to create another bucket, which these keys do not allow',
  fix: 'set bucketName, or credentials: {bucketClaim: {job: {}}}, or credentials: {bucketClaim: {acm: {}}}',
  source: 'kube-object-storage/lib-bucket-provisioner pkg/provisioner; noobaa pkg/obc',
  bad: noobaa(`generateBucketName: registry, ${CA}`),
  good: noobaa(`generateBucketName: registry, ${CA}`, 'job: {}'),
  check: input =>
    storesOf(input).flatMap(({ path, bucket }) => {
      const carried = readsInCluster(input.config.credentials);
      return hitIf(Boolean(bucket.generateBucketName) && !bucket.bucketName && !carried, () => ({
        path: [...path, 'generateBucketName'],
        what: `generateBucketName "${bucket.generateBucketName}" needs credentials.bucketClaim.job or .acm`,
      }));
    }),
};

const endpointDomain: Rule = {
  code: 'ODF_ENDPOINT_DOMAIN',
  severity: 'error',
  acceptable: false,
  title: 'the host of the ODF route cannot be derived',
  why: "the host ends with the domain of the cluster's routes; without an endpoint the driver would call AWS",
  fix: 'set baseDomain or ingressDomain of the cluster, or set endpoint to service or to a URL',
  source: 'noobaa/noobaa-operator pkg/system; openshift router default host names',
  bad: noobaa(`bucketName: registry, ${CA}`, 'externalSecret: {}', 'environment: production'),
  good: VALID,
  check: input =>
    storesOf(input).flatMap(({ path, bucket: { endpoint = 'route' } }) =>
      hitIf(endpoint === 'route' && !input.model.ingressDomain, () => ({
        path,
        what: 'endpoint: route needs baseDomain or ingressDomain of the cluster',
      })),
    ),
};

const caMissing: Rule = {
  code: 'ODF_CA_MISSING',
  severity: 'warning',
  title: 'trustedCA is not set for the ODF endpoint',
  why: 'unless a public CA signed the certificate of the endpoint, the operator stops with "certificate signed by unknown authority"; routes often have a private certificate, Services always do',
  fix: 'add trustedCA: {pemFile: FILE}, or ingressCA: true or serviceCA: true with credentials.bucketClaim.job or .acm; accept this if the route has a public certificate',
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
        what: inside
          ? 'trustedCA must be set for an https:// Service as endpoint'
          : `trustedCA is not set for endpoint ${showUrl(endpoint)}`,
        severity: inside ? 'error' : undefined,
        fix: old ? 'set endpoint to the http:// URL of the Service; trustedCA exists from OpenShift 4.11' : undefined,
      })),
    );
  },
};

const classDeletes: Rule = {
  code: 'OBC_CLASS_DELETES',
  severity: 'warning',
  title: 'deleting the ObjectBucketClaim would delete the bucket with all images',
  why: 'Argo CD will not prune the claim, but anyone who deletes it or its namespace deletes every image',
  fix: 'before the claim is created, remove storageClassName, or storageClass.reclaimPolicy: then a class is made that retains the bucket; or accept this',
  source: 'red-hat-storage/ocs-operator storageclasses.go; noobaa pkg/obc; rook bucket provisioner',
  bad: noobaa(`bucketName: registry, storageClassName: openshift-storage.noobaa.io, ${CA}`),
  good: VALID,
  check: input =>
    storesOf(input).flatMap(
      ({ store, path, bucket: { claim = DEFAULT_BUCKET_CLAIM, storageClass, storageClassName } }): readonly Hit[] => {
        const key = storageClass === undefined ? 'storageClassName' : 'storageClass';
        const name = storageClass?.name ?? storageClassName;
        const ofOdf = storageClass === undefined && name === OBJECT_STORES[store].storageClassName;
        return hitIf(ofOdf || storageClass?.reclaimPolicy === 'Delete', () => ({
          path: [...path, key],
          what: `deleting ObjectBucketClaim "${claim}" would delete the bucket: StorageClass "${name}" has reclaimPolicy Delete`,
        }));
      },
    ),
};

const overObject: Rule = {
  code: 'PVC_OVER_OBJECT',
  severity: 'info',
  title: 'CephFS is used where ODF also has object storage',
  why: 'object storage scales better, and the registry can redirect clients to it',
  fix: 'use odf.noobaa or odf.rgw, or accept this',
  source: 'OpenShift documentation, configuring the registry to use CephFS',
  bad: `
    platform: baremetal
    storage: {odf: {cephfs: {}}}`,
  good: VALID,
  check: ({ config }) =>
    hitIf(config.storage?.odf?.cephfs !== undefined, () => ({
      path: ['storage', 'odf', 'cephfs'],
      what: 'odf.cephfs is file storage: object storage, which ODF also has, would scale better',
    })),
};

/** In the order they are listed in the documentation. */
export const ODF_RULES: readonly Rule[] = [
  rgwPlatform,
  bucketName,
  generatedName,
  endpointDomain,
  caMissing,
  classDeletes,
  overObject,
];
