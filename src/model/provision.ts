/** `storage.*.provision`: the bucket or container as a resource, everything decided. */

import type { AzureStorage } from '../config/shape/azure';
import type { GcsStorage } from '../config/shape/gcs';
import type { S3Storage } from '../config/shape/s3';
import { REGISTRY_NAMESPACE } from '../facts/names';
import type { ResolveContext } from './context';

/** A bucket of S3 to be made. */
interface S3Bucket {
  readonly bucket: string;
  readonly region: string;
  readonly keyID?: string;
}

/** Storage to be made, and by which operator. */
export type ProvisionModel =
  | ({ readonly by: 'ack'; readonly namespace: string } & S3Bucket)
  | ({
      readonly by: 'crossplane';
      readonly group: 's3.aws.upbound.io' | 's3.aws.m.upbound.io';
      /** Absent in the cluster-scoped group. */
      readonly namespace?: string;
      readonly providerConfig: string;
    } & S3Bucket)
  | {
      readonly by: 'configConnector';
      readonly namespace: string;
      readonly bucket: string;
      readonly location: string;
      readonly projectID?: string;
      readonly keyID?: string;
    }
  | {
      readonly by: 'azureServiceOperator';
      readonly namespace: string;
      readonly accountName: string;
      readonly container: string;
      readonly resourceGroup: string;
      readonly location: string;
      readonly sku: string;
    };

/** Storage to be made by that operator. */
export type ProvisionBy<By extends ProvisionModel['by']> = Extract<ProvisionModel, { readonly by: By }>;

/** API group of Crossplane's resources that have no namespace. */
export const CLUSTER_SCOPED_GROUP = 's3.aws.upbound.io';

/** What makes the storage, or undefined where it exists already. */
export function resolveProvision({ cluster }: ResolveContext): ProvisionModel | undefined {
  const { s3, gcs, azure } = cluster.storage ?? {};
  if (s3?.provision) return provisionS3(s3);
  if (gcs?.provision) return provisionGcs(gcs, gcs.provision);
  return azure?.provision ? provisionAzure(azure, azure.provision) : undefined;
}

function provisionS3({ provision, bucket, region, keyID }: S3Storage): ProvisionModel | undefined {
  const { ack, crossplane } = provision ?? {};
  const same = { bucket: bucket ?? '', region: region ?? '', keyID: keyID || undefined };
  if (ack) return { by: 'ack', namespace: ack.namespace ?? REGISTRY_NAMESPACE, ...same };
  if (!crossplane) return undefined;
  const group = crossplane.group ?? CLUSTER_SCOPED_GROUP;
  return {
    by: 'crossplane',
    group,
    namespace: group === CLUSTER_SCOPED_GROUP ? undefined : (crossplane.namespace ?? REGISTRY_NAMESPACE),
    providerConfig: crossplane.providerConfig ?? 'default',
    ...same,
  };
}

/** Google stores locations in capitals. */
function provisionGcs(gcs: GcsStorage, { configConnector }: NonNullable<GcsStorage['provision']>): ProvisionModel {
  return {
    by: 'configConnector',
    namespace: configConnector?.namespace ?? REGISTRY_NAMESPACE,
    bucket: gcs.bucket ?? '',
    location: (gcs.region ?? '').toUpperCase(),
    projectID: gcs.projectID || undefined,
    keyID: gcs.keyID || undefined,
  };
}

function provisionAzure(
  { accountName, container }: AzureStorage,
  { azureServiceOperator }: NonNullable<AzureStorage['provision']>,
): ProvisionModel {
  return {
    by: 'azureServiceOperator',
    namespace: azureServiceOperator?.namespace ?? REGISTRY_NAMESPACE,
    accountName: accountName ?? '',
    container: container ?? '',
    resourceGroup: azureServiceOperator?.resourceGroup ?? '',
    location: azureServiceOperator?.location ?? '',
    sku: azureServiceOperator?.sku ?? 'Standard_LRS',
  };
}
