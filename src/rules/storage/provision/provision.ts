/** `provision`: buckets and containers that another operator creates. */

import type { ConfigPath } from '../../../findings/finding';
import { CLUSTER_SCOPED_GROUP } from '../../../model/provision';
import { showUrl } from '../../../values/url';
import { hitIf, type Rule } from '../../rule';
import { PROVISION_VALUE_RULES } from './values';

const S3_PROVISION: ConfigPath = ['storage', 's3', 'provision'];

const onlyOne: Rule = {
  code: 'PROVISION_CHOICE',
  severity: 'error',
  acceptable: false,
  title: 'provision must have exactly one provisioner',
  why: 'two operators would fight over one bucket; with none, the bucket is never created',
  fix: 'keep exactly one of ack and crossplane',
  source: 'neither operator knows of the other',
  bad: `
    platform: aws
    storage:
      s3: {bucket: registry-prod, region: eu-west-1, provision: {ack: {}, crossplane: {}}}`,
  good: `
    platform: aws
    storage:
      s3: {bucket: registry-prod, region: eu-west-1, provision: {ack: {}}}`,
  check: ({ config }) => {
    const { provision } = config.storage?.s3 ?? {};
    if (provision === undefined) return [];
    const names = (['ack', 'crossplane'] as const).filter(name => provision[name] !== undefined);
    const what = `provision must have exactly one provisioner, not ${names.join(' and ') || 'none'}`;
    return hitIf(names.length !== 1, () => ({ path: S3_PROVISION, what }));
  },
};

const endpoint: Rule = {
  code: 'PROVISION_ENDPOINT',
  severity: 'error',
  title: 'provision creates the bucket in AWS, but the registry looks for it elsewhere',
  why: 'both provisioners create buckets in AWS: the one at the endpoint would never exist',
  fix: 'remove provision, or remove regionEndpoint',
  source: 'aws-controllers-k8s/s3-controller; crossplane-contrib/provider-upjet-aws',
  bad: `
    platform: baremetal
    storage:
      s3:
        bucket: registry-prod
        region: eu-west-1
        regionEndpoint: https://minio.example.com
        provision: {ack: {}}
    credentials: {existingSecret: {}}`,
  good: `
    platform: baremetal
    storage:
      s3: {bucket: registry-prod, region: eu-west-1, regionEndpoint: "https://minio.example.com"}
    credentials: {existingSecret: {}}`,
  check: ({ config }) => {
    const { provision, regionEndpoint } = config.storage?.s3 ?? {};
    return hitIf(provision !== undefined && Boolean(regionEndpoint), () => ({
      path: S3_PROVISION,
      what: `provision creates the bucket in AWS, but regionEndpoint is ${showUrl(regionEndpoint ?? '')}`,
    }));
  },
};

const namespaceUnused: Rule = {
  code: 'PROVISION_NAMESPACE',
  severity: 'error',
  acceptable: false,
  title: 'a namespace is set for cluster-scoped objects',
  why: 'the kinds of s3.aws.upbound.io are cluster-scoped: the API server refuses objects with a namespace',
  fix: 'remove namespace, or set group: s3.aws.m.upbound.io',
  source: 'crossplane-contrib/provider-upjet-aws, package/crds',
  bad: `
    platform: aws
    storage:
      s3: {bucket: registry-prod, region: eu-west-1, provision: {crossplane: {namespace: infra}}}`,
  good: `
    platform: aws
    storage:
      s3:
        bucket: registry-prod
        region: eu-west-1
        provision: {crossplane: {group: s3.aws.m.upbound.io, namespace: infra}}`,
  check: ({ config }) => {
    const { group, namespace } = config.storage?.s3?.provision?.crossplane ?? {};
    return hitIf(namespace !== undefined && (group ?? CLUSTER_SCOPED_GROUP) === CLUSTER_SCOPED_GROUP, () => ({
      path: [...S3_PROVISION, 'crossplane', 'namespace'],
      what: `namespace "${namespace}" cannot be used: ${CLUSTER_SCOPED_GROUP} is cluster-scoped`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const PROVISION_RULES: readonly Rule[] = [onlyOne, endpoint, namespaceUnused, ...PROVISION_VALUE_RULES];
