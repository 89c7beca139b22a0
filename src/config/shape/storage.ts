/** `storage`: exactly one backend key, and optionally managementState. */

import type { AzureStorage } from './azure';
import type { GcsStorage } from './gcs';
import type { IbmCosStorage } from './ibmcos';
import type { Odf } from './odf';
import type { OssStorage } from './oss';
import type { PvcStorage } from './pvc';
import type { S3Storage } from './s3';
import type { SwiftStorage } from './swift';

export type { AzureStorage, GcsStorage, IbmCosStorage, OssStorage, PvcStorage, S3Storage, SwiftStorage };

/** Whether the operator may change and delete the storage. */
export type StorageManagementState = 'Managed' | 'Unmanaged';

/** Storage inside the pod, lost when it restarts; written `{}`. */
export type EmptyDirStorage = Readonly<Record<string, never>>;

/**
 * Where images are stored: exactly one backend.
 *
 * @example {s3: {bucket: acme-registry, region: eu-west-1}}
 */
export interface Storage {
  /**
   * Whether the operator owns the storage. `Managed` on storage that you name lets the operator delete your images. With
   * `Managed` and without a name, `s3` on AWS and `azure` on Azure hold settings of the storage that the operator creates,
   * such as a key.
   *
   * @default Unmanaged
   */
  readonly managementState?: StorageManagementState;
  /**
   * A bucket of S3 or of a compatible store.
   *
   * @oneOf backend
   */
  readonly s3?: S3Storage;
  /**
   * A bucket of Google Cloud Storage.
   *
   * @oneOf backend
   */
  readonly gcs?: GcsStorage;
  /**
   * A container of Azure Blob Storage.
   *
   * @oneOf backend
   */
  readonly azure?: AzureStorage;
  /**
   * A container of OpenStack Swift.
   *
   * @oneOf backend
   */
  readonly swift?: SwiftStorage;
  /**
   * A bucket of IBM Cloud Object Storage.
   *
   * @oneOf backend
   */
  readonly ibmcos?: IbmCosStorage;
  /**
   * A bucket of Alibaba Cloud OSS.
   *
   * @oneOf backend
   */
  readonly oss?: OssStorage;
  /**
   * A persistent volume claim: NFS, block and file storage.
   *
   * @oneOf backend
   */
  readonly pvc?: PvcStorage;
  /**
   * Ephemeral storage inside the pod, lost when it restarts: for clusters with `environment: non-production`.
   *
   * @oneOf backend
   * @example {}
   */
  readonly emptyDir?: EmptyDirStorage;
  /**
   * OpenShift Data Foundation.
   *
   * @oneOf backend
   */
  readonly odf?: Odf;
}
