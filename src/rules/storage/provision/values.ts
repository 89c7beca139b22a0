/** Names and settings of storage to create: what the clouds and the API server accept. */

import { didYouMean } from '../../../config/nearest';
import type { ConfigPath } from '../../../findings/finding';
import type { ProvisionModel } from '../../../model/provision';
import { type Hit, hitIf, type Rule } from '../../rule';

/** A value that becomes the name of something, and what it must look like. */
interface Name {
  readonly path: ConfigPath;
  readonly value: string | undefined;
  readonly pattern: RegExp;
  readonly rule: string;
}

const DNS_LABEL = { pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, rule: 'is not a valid DNS label' } as const;
const BUCKET = {
  pattern: /^(?!.*\.\.)[a-z0-9][-a-z0-9.]{1,61}[a-z0-9]$/,
  rule: 'must be 3 to 63 lower-case letters, digits, dots and dashes, and begin and end with a letter or digit',
} as const;
const ACCOUNT = { pattern: /^[a-z0-9]{3,24}$/, rule: 'must be 3 to 24 lower-case letters and digits' } as const;
const CONTAINER = {
  pattern: /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/,
  rule: 'must be 3 to 63 lower-case letters, digits and single dashes',
} as const;
const RESOURCE = {
  pattern: /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/,
  rule: 'is not a valid Kubernetes name',
} as const;

const names: Rule = {
  code: 'PROVISION_NAME',
  severity: 'error',
  acceptable: false,
  title: 'the name of the storage to create, or of its object, is not valid',
  why: 'the API server or the cloud refuses the name, and the registry waits for storage that is never created',
  fix: 'change the name to this form',
  source: 'naming rules of Amazon S3, Google Cloud Storage, Azure Storage and Kubernetes',
  bad: `
    platform: gcp
    storage:
      gcs: {bucket: registry_prod, region: europe-west1, provision: {configConnector: {}}}`,
  good: `
    platform: gcp
    storage:
      gcs: {bucket: registry-prod, region: europe-west1, provision: {configConnector: {}}}`,
  check: ({ model }) =>
    (model.provision ? namesOf(model.provision) : []).flatMap(({ path, value, pattern, rule }): readonly Hit[] =>
      value === undefined || pattern.test(value)
        ? []
        : [{ path: ['storage', ...path], what: `${path.at(-1)} "${value}" ${rule}` }],
    ),
};

function namesOf(provision: ProvisionModel): readonly Name[] {
  if (provision.by === 'azureServiceOperator') {
    const { accountName, container, resourceGroup, namespace } = provision;
    const path = ['azure', 'provision', 'azureServiceOperator'];
    return [
      { path: ['azure', 'accountName'], value: accountName, ...ACCOUNT },
      { path: ['azure', 'container'], value: container, ...CONTAINER },
      { path: [...path, 'resourceGroup'], value: resourceGroup, ...RESOURCE },
      { path: [...path, 'namespace'], value: namespace, ...DNS_LABEL },
    ];
  }
  const backend = provision.by === 'configConnector' ? 'gcs' : 's3';
  return [
    { path: [backend, 'bucket'], value: provision.bucket, ...BUCKET },
    { path: [backend, 'provision', provision.by, 'namespace'], value: provision.namespace, ...DNS_LABEL },
  ];
}

const SKUS = [
  ...['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_RAGRS', 'Standard_GZRS', 'Standard_RAGZRS'],
  ...['Premium_LRS', 'Premium_ZRS'],
];

const sku: Rule = {
  code: 'PROVISION_SKU',
  severity: 'error',
  acceptable: false,
  title: 'the SKU of the Azure storage account is not valid',
  why: 'the API server refuses the StorageAccount',
  fix: `use one of ${SKUS.join(', ')}`,
  source: 'Azure/azure-service-operator v2/api/storage',
  bad: `
    platform: azure
    storage:
      azure:
        accountName: registryprod
        container: images
        provision: {azureServiceOperator: {resourceGroup: registry, location: westeurope, sku: LRS}}
    credentials: {existingSecret: {}}`,
  good: `
    platform: azure
    storage:
      azure:
        accountName: registryprod
        container: images
        provision: {azureServiceOperator: {resourceGroup: registry, location: westeurope, sku: Standard_ZRS}}
    credentials: {existingSecret: {}}`,
  check: ({ model }) => {
    if (model.provision?.by !== 'azureServiceOperator') return [];
    const { sku: value } = model.provision;
    const path = ['storage', 'azure', 'provision', 'azureServiceOperator', 'sku'];
    return hitIf(!SKUS.includes(value), () => ({
      path,
      what: `sku "${value}" is not a valid Azure storage SKU${didYouMean(value, SKUS)}`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const PROVISION_VALUE_RULES: readonly Rule[] = [names, sku];
