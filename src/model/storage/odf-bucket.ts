/** `storage.odf.rgw` and `storage.odf.noobaa`: a bucket claim, used through the S3 driver at ODF's own endpoint. */

import type { BucketStorageClass, NoobaaStorage, OdfBucket } from '../../config/shape/odf';
import { REGISTRY_NAMESPACE } from '../../facts/names';
import { DEFAULT_BUCKET_CLAIM, OBJECT_STORES, type ObjectStore } from '../../facts/odf';
import { sameEndpoint, uniformEndpoint } from '../../values/endpoint';
import type { ResolveContext } from '../context';
import type { BucketClaimModel, ResolvedBackend, StorageClassModel, StorageModel } from '../storage-model';
import { resolveBackingStore, resolveBucketClass } from './backing-store';
import { resolveS3 } from './object-stores';

/** Region the S3 driver insists on and ODF ignores. */
const ANY_REGION = 'us-east-1';

/** The S3 settings and the bucket claim of one object store. */
export function resolveOdfBucket(
  store: ObjectStore,
  odf: OdfBucket & Pick<NoobaaStorage, 'backingStore' | 'bucketClass'>,
  context: ResolveContext,
): ResolvedBackend {
  const bucketClaim = bucketClaimOf(store, odf);
  const regionEndpoint = odfEndpoint(store, odf.endpoint, context);
  const s3 = resolveS3(
    { bucket: odf.bucketName ?? '', region: odf.region ?? ANY_REGION, regionEndpoint, trustedCA: odf.trustedCA },
    context,
  );
  const own = ['route', 'service'].some(way => sameEndpoint(odfEndpoint(store, way, context), regionEndpoint));
  return { identity: identityOf(bucketClaim, own ? undefined : regionEndpoint), bucketClaim, ...s3 };
}

/**
 * The claim, its bucket and the store that has it: another cluster may well have both names. Route and Service of the
 * cluster lead to one store, so only another endpoint is shown; and so do ODF's class and the one we make of it.
 */
function identityOf(claim: BucketClaimModel, endpoint: string | undefined): StorageModel['identity'] {
  const { store, name, namespace, bucketName, generateBucketName, storageClassName, backingStore } = claim;
  const facts = OBJECT_STORES[store];
  const parts = {
    bucket: bucketName || (generateBucketName && `${generateBucketName}-*`),
    claim: `${namespace}/${name}`,
    endpoint: endpoint && uniformEndpoint(endpoint),
    class: [facts.storageClassName, facts.retainingClassName].includes(storageClassName) ? undefined : storageClassName,
    bucketClass: bucketClassOf(claim),
    backingStore: backingStore?.name,
  };
  const known = Object.entries(parts).filter((part): part is [string, string] => Boolean(part[1]));
  return { backend: `odf.${store}`, ...Object.fromEntries(known) };
}

/** The bucket class that is asked for, by the claim or by its class; NooBaa's usual one is not shown. */
function bucketClassOf({ store, additionalConfig, storageClass }: BucketClaimModel): string | undefined {
  const name = additionalConfig.bucketclass ?? storageClass?.parameters?.bucketclass;
  return name === OBJECT_STORES[store].parameters.bucketclass ? undefined : name;
}

/** The endpoint's URL; empty where a route is wanted but the cluster's domain is unknown, for a rule to report. */
export function odfEndpoint(
  store: ObjectStore,
  endpoint: string | undefined,
  { ingressDomain }: ResolveContext,
): string {
  const { serviceHost, routeLabel } = OBJECT_STORES[store];
  if (endpoint === 'service') return `https://${serviceHost}`;
  if (endpoint !== undefined && endpoint !== 'route') return endpoint;
  return ingressDomain === undefined ? '' : `https://${routeLabel}.${ingressDomain}`;
}

function bucketClaimOf(
  store: ObjectStore,
  odf: OdfBucket & Pick<NoobaaStorage, 'backingStore' | 'bucketClass'>,
): BucketClaimModel {
  const { bucketClass, storageClassName } = odf;
  const { retainingClassName } = OBJECT_STORES[store];
  const storageClass = odf.storageClass ?? (storageClassName === undefined ? { name: retainingClassName } : undefined);
  return {
    store,
    name: odf.claim ?? DEFAULT_BUCKET_CLAIM,
    namespace: odf.claimNamespace ?? REGISTRY_NAMESPACE,
    bucketName: odf.bucketName,
    generateBucketName: odf.generateBucketName,
    storageClassName: storageClass?.name ?? storageClassName ?? retainingClassName,
    storageClass: storageClass && bucketStorageClass(store, storageClass, bucketClass?.name),
    additionalConfig: {
      ...(bucketClass && storageClass === undefined ? { bucketclass: bucketClass.name } : {}),
      ...odf.additionalConfig,
    },
    backingStore: odf.backingStore && resolveBackingStore(odf.backingStore),
    bucketClass: bucketClass && resolveBucketClass(bucketClass, odf.backingStore),
    metadata: odf.metadata ?? {},
  };
}

/** Our own class keeps the bucket when the claim goes; ODF's own classes delete it. */
function bucketStorageClass(store: ObjectStore, spec: BucketStorageClass, bucketClass?: string): StorageClassModel {
  const facts = OBJECT_STORES[store];
  return {
    name: spec.name,
    provisioner: spec.provisioner ?? facts.provisioner,
    parameters: spec.parameters ?? { ...facts.parameters, ...(bucketClass ? { bucketclass: bucketClass } : {}) },
    reclaimPolicy: spec.reclaimPolicy ?? 'Retain',
    volumeBindingMode: 'Immediate',
  };
}
