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
  title: 'the operator writes location and resource group itself',
  why: 'it overwrites both from the cluster each time; a value in git that differs is changed to and fro without end',
  fix: "remove location and resourceGroupName, or make sure they are the cluster's own and accept this",
  source: DRIVER,
  bad: cluster('{bucket: acme-registry, location: eu-de}'),
  good: GOOD,
  check: ({ config: { storage } }) =>
    (['location', 'resourceGroupName'] as const).flatMap(key =>
      hitIf(Boolean(storage?.ibmcos?.[key]), () => ({
        path: ['storage', 'ibmcos', key],
        what: `${key} is "${storage?.ibmcos?.[key]}"`,
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
  title: 'a CRN does not have the form of its kind',
  why: 'the API server refuses the object',
  fix: 'copy the whole CRN: that of a service instance ends with two colons, that of a resource key has :resource-key: before its id',
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
        what: `${key} "${text}" does not have the form of one`,
      }));
    }),
};

/** In the order they are listed in the documentation. */
export const IBMCOS_RULES: readonly Rule[] = [overwritten, crn];
