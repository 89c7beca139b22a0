/** `storage.ibmcos`: a bucket of IBM Cloud Object Storage. */

import { hitIf, type Rule } from '../../rule';

/** A cluster on IBM Cloud with this bucket. */
const cluster = (ibmcos: string): string => `
    platform: ibmcloud
    storage: {ibmcos: ${ibmcos}}`;

const GOOD = cluster('{bucket: acme-registry}');
const DRIVER = 'operator pkg/storage/ibmcos/ibmcos.go CreateStorage';

const overwritten: Rule = {
  code: 'IBMCOS_OVERWRITTEN',
  severity: 'warning',
  title: 'the operator overwrites location and resource group',
  why: 'it writes both from the cluster each time: if the value in git differs, Argo CD and the operator overwrite each other without end',
  fix: "remove location and resourceGroupName, or accept this if they are the cluster's own",
  source: DRIVER,
  bad: cluster('{bucket: acme-registry, location: eu-de}'),
  good: GOOD,
  check: ({ config: { storage } }) =>
    (['location', 'resourceGroupName'] as const).flatMap(key =>
      hitIf(Boolean(storage?.ibmcos?.[key]), () => ({
        path: ['storage', 'ibmcos', key],
        what: `the operator will overwrite ${key} "${storage?.ibmcos?.[key]}"`,
      })),
    ),
};

/** As the API server checks them. @see openshift/api imageregistry/v1 ImageRegistryConfigStorageIBMCOS */
const CRNS = {
  resourceKeyCRN: /^crn:.+:.+:.+:cloud-object-storage:.+:.+:.+:resource-key:.+$/,
  serviceInstanceCRN: /^crn:.+:.+:.+:cloud-object-storage:.+:.+:.+::$/,
} as const;

const crn: Rule = {
  code: 'IBMCOS_CRN',
  severity: 'error',
  acceptable: false,
  title: 'a CRN is not valid for its kind',
  why: 'the API server refuses the object',
  fix: 'copy the whole CRN: for a service instance it ends with two colons, for a resource key it has :resource-key: before the ID',
  source: 'openshift/api imageregistry/v1 ImageRegistryConfigStorageIBMCOS',
  bad: cluster(
    '{bucket: acme-registry, serviceInstanceCRN: "crn:v1:bluemix:public:cloud-object-storage:global:a/1:2"}',
  ),
  good: cluster(
    '{bucket: acme-registry, serviceInstanceCRN: "crn:v1:bluemix:public:cloud-object-storage:global:a/1:2::"}',
  ),
  check: ({ config: { storage } }) =>
    (['resourceKeyCRN', 'serviceInstanceCRN'] as const).flatMap(key => {
      const text = storage?.ibmcos?.[key];
      return hitIf(Boolean(text) && !CRNS[key].test(text ?? ''), () => ({
        path: ['storage', 'ibmcos', key],
        what: `${key} "${text}" is not a valid CRN`,
      }));
    }),
};

/** In the order they are listed in the documentation. */
export const IBMCOS_RULES: readonly Rule[] = [overwritten, crn];
