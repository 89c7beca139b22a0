/** IBM Cloud Object Storage. */

import type { IbmCosStorage } from '../../config/shape/ibmcos';
import { lineProblem } from '../../values/credential';
import { type BackendOf, bootstrap, type FieldsOf, randomName, valueKeys } from './backend';

const ALWAYS = { refilled: 'always' } as const;
const COS = 'crn:v1:bluemix:public:cloud-object-storage:global:a/1:2';

/** @see openshift/cluster-image-registry-operator pkg/storage/ibmcos/ibmcos.go; openshift/api ImageRegistryConfigStorageIBMCOS */
export const ibmcos: BackendOf<IbmCosStorage, FieldsOf<IbmCosStorage>> = {
  title: 'IBM Cloud Object Storage',
  driver: { first: '4.9' },
  // the driver reads location and resource group from the cluster's own Infrastructure object
  platforms: ['ibmcloud', 'powervs'],
  fields: {
    bucket: bootstrap('registry-prod', ALWAYS),
    location: bootstrap('eu-de', ALWAYS),
    resourceGroupName: bootstrap('acme', ALWAYS),
    resourceKeyCRN: bootstrap(`${COS}:resource-key:3`, ALWAYS),
    serviceInstanceCRN: bootstrap(`${COS}::`, ALWAYS),
  },
  secret: { keys: valueKeys('REGISTRY_STORAGE_IBMCOS_IAMAPIKEY'), value: lineProblem },
  identity: { bucket: 'bucket', account: 'serviceInstanceCRN' },
  shared: {
    named: ['bucket'],
    unnamed: {
      why: randomName('bucket'),
      source: 'operator pkg/storage/ibmcos/ibmcos.go CreateStorage',
    },
  },
  immutable: {},
  disableRedirect: false,
  ephemeral: false,
  settable: false,
  staysManaged: false,
  copy: { rclone: 's3, provider IBMCOS', path: ['bucket'] },
  example: { platform: 'ibmcloud', storage: { bucket: 'registry' } },
};
