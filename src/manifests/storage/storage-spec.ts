/** `spec.storage` of the Config: one backend, in the words of the generated class. */

import type {
  ConfigSpecStorage,
  ConfigSpecStorageAzure,
  ConfigSpecStorageGcs,
  ConfigSpecStorageIbmcos,
  ConfigSpecStorageOss,
  ConfigSpecStorageS3,
  ConfigSpecStorageSwift,
} from '../../../imports/imageregistry.operator.openshift.io';
import type { BackendName } from '../../facts/platforms';
import type { StorageModel } from '../../model/storage-model';

type Fields = Readonly<Record<string, unknown>>;

/** The generated class writes abbreviations its own way; each backend says which of its fields have one. */
const SPELLING: Readonly<Record<BackendName, (fields: Fields) => ConfigSpecStorage>> = {
  s3: ({ keyID, trustedCA, cloudFront, ...same }) => ({
    s3: {
      ...same,
      keyId: keyID,
      trustedCa: trustedCA,
      cloudFront: cloudFrontOf(cloudFront as Fields),
    } as ConfigSpecStorageS3,
  }),
  gcs: ({ keyID, projectID, ...same }) => ({
    gcs: { ...same, keyId: keyID, projectId: projectID } as ConfigSpecStorageGcs,
  }),
  azure: fields => ({ azure: fields as ConfigSpecStorageAzure }),
  swift: ({ authURL, domainID, tenantID, ...same }) => ({
    swift: { ...same, authUrl: authURL, domainId: domainID, tenantId: tenantID } as ConfigSpecStorageSwift,
  }),
  ibmcos: ({ resourceKeyCRN, serviceInstanceCRN, ...same }) => ({
    ibmcos: {
      ...same,
      resourceKeyCrn: resourceKeyCRN,
      serviceInstanceCrn: serviceInstanceCRN,
    } as ConfigSpecStorageIbmcos,
  }),
  oss: ({ encryption, ...same }) => ({
    oss: { ...same, encryption: ossEncryption(encryption as Fields) } as ConfigSpecStorageOss,
  }),
  pvc: fields => ({ pvc: fields }),
  emptyDir: () => ({ emptyDir: {} }),
};

/** The storage of a Config. */
export function storageSpec({ backend, fields, managementState }: StorageModel): ConfigSpecStorage {
  return { ...SPELLING[backend](fields), ...(managementState === undefined ? {} : { managementState }) };
}

function cloudFrontOf(cloudFront: Fields | undefined): Fields | undefined {
  if (cloudFront === undefined) return undefined;
  const { baseURL, keypairID, ...same } = cloudFront;
  return { ...same, baseUrl: baseURL, keypairId: keypairID };
}

function ossEncryption({ kms, ...same }: Fields): Fields {
  return kms === undefined ? same : { ...same, kms: { keyId: (kms as { readonly keyID: string }).keyID } };
}
