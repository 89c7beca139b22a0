/** Who makes the bucket or the account, everything decided. */

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
