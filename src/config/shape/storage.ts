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

/** Where images live: exactly one backend. */
export interface Storage {
  /**
   * Whether the operator owns the storage; `Managed` on storage you name lets it delete your images. With `Managed`, and
   * without a name, `s3` on AWS and `azure` on Azure hold settings of the storage that the operator makes, such as a key.
   *
   * @default Unmanaged
   */
  readonly managementState?: StorageManagementState;
  /**
   * S3 or a compatible store.
   *
   * @default - another backend is given
   */
  readonly s3?: S3Storage;
  /**
   * Google Cloud Storage.
   *
   * @default - another backend is given
   */
  readonly gcs?: GcsStorage;
  /**
   * Azure Blob Storage.
   *
   * @default - another backend is given
   */
  readonly azure?: AzureStorage;
  /**
   * OpenStack Swift.
   *
   * @default - another backend is given
   */
  readonly swift?: SwiftStorage;
  /**
   * IBM Cloud Object Storage.
   *
   * @default - another backend is given
   */
  readonly ibmcos?: IbmCosStorage;
  /**
   * Alibaba Cloud OSS.
   *
   * @default - another backend is given
   */
  readonly oss?: OssStorage;
  /**
   * A persistent volume claim.
   *
   * @default - another backend is given
   */
  readonly pvc?: PvcStorage;
  /**
   * Throw-away storage.
   *
   * @default - another backend is given
   */
  readonly emptyDir?: EmptyDirStorage;
  /**
   * OpenShift Data Foundation.
   *
   * @default - another backend is given
   */
  readonly odf?: Odf;
}
