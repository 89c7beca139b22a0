/** `trustedCA`: where the CA of a storage endpoint comes from. */

import type { OdfBucket } from '../../../config/shape/odf';
import type { TrustedCA } from '../../../config/shape/trusted-ca';
import type { ConfigPath } from '../../../findings/finding';
import { readsInCluster } from '../../../model/bucket-keys';
import { hitIf, type Rule, type RuleInput } from '../../rule';
import { OTHERS, odf, store } from './example-storage-ca';

const OPERATOR = 'operator pkg/storage/s3/s3.go CABundle';

/** A `trustedCA` of the configuration and where it stands. */
export interface WrittenCa {
  readonly path: ConfigPath;
  readonly trustedCA: TrustedCA;
  /** Its ODF settings, where it is ODF's. */
  readonly odf?: OdfBucket;
}

/** Every `trustedCA` that is written. */
export function writtenCas({ config: { storage } }: RuleInput): readonly WrittenCa[] {
  const own = storage?.s3?.trustedCA;
  const stores = (['rgw', 'noobaa'] as const).flatMap((name): WrittenCa[] => {
    const bucket = storage?.odf?.[name];
    if (bucket?.trustedCA === undefined) return [];
    return [{ path: ['storage', 'odf', name, 'trustedCA'], trustedCA: bucket.trustedCA, odf: bucket }];
  });
  return [...(own ? [{ path: ['storage', 's3', 'trustedCA'], trustedCA: own }] : []), ...stores];
}

const SOURCES = ['pem', 'pemFile', 'configMap', 'injectTrustedBundle', 'ingressCA', 'serviceCA'] as const;

/** Sources that are said; false is not. */
const sourcesOf = (trustedCA: TrustedCA): readonly string[] =>
  SOURCES.filter(key => trustedCA[key] !== undefined && trustedCA[key] !== false);

const oneSource: Rule = {
  code: 'TRUSTED_CA_SOURCE',
  severity: 'error',
  title: 'trustedCA names more than one source, or none',
  why: 'one ConfigMap has one owner; two would overwrite each other, and with none it never appears',
  fix: `keep exactly one of ${SOURCES.join(', ')}`,
  source: OPERATOR,
  bad: store('{configMap: store-ca, injectTrustedBundle: true}'),
  good: OTHERS,
  check: input =>
    writtenCas(input).flatMap(({ path, trustedCA }) => {
      const names = sourcesOf(trustedCA);
      return hitIf(names.length !== 1, () => ({
        path,
        what: names.length === 0 ? 'trustedCA names no source' : `trustedCA names ${names.join(' and ')}`,
      }));
    }),
};

const CONFIG_MAP_NAME = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const configMapName: Rule = {
  code: 'TRUSTED_CA_NAME',
  severity: 'error',
  acceptable: false,
  title: 'no ConfigMap can have this name',
  why: 'the API server refuses the object',
  fix: 'write the name of the ConfigMap in openshift-config: a-z, 0-9, dashes and dots',
  source: 'openshift/api imageregistry/v1 S3TrustedCASource',
  bad: store('{configMap: Store_CA}'),
  good: OTHERS,
  check: input =>
    writtenCas(input).flatMap(({ path, trustedCA: { configMap } }) =>
      hitIf(configMap !== undefined && !CONFIG_MAP_NAME.test(configMap), () => ({
        path: [...path, 'configMap'],
        what: `configMap "${configMap}" is no name of a ConfigMap`,
      })),
    ),
};

/** ConfigMaps that OpenShift puts into every namespace, and the one key they have. */
const OTHER_KEYS: ReadonlyMap<string, string> = new Map([
  ['openshift-service-ca.crt', 'service-ca.crt'],
  ['kube-root-ca.crt', 'ca.crt'],
]);

const configMapKey: Rule = {
  code: 'TRUSTED_CA_KEY',
  severity: 'error',
  title: 'the ConfigMap does not have the key ca-bundle.crt',
  why: 'the operator reads that key alone, and becomes degraded without it; a ConfigMap that the service CA operator fills never has it',
  fix: 'put the certificates into a ConfigMap of its own, under ca-bundle.crt; on ODF serviceCA: true with credentials.bucketClaim.job or .acm does that',
  source: OPERATOR,
  bad: store('{configMap: openshift-service-ca.crt}'),
  good: OTHERS,
  check: input =>
    writtenCas(input).flatMap(({ path, trustedCA: { configMap = '' } }) =>
      hitIf(OTHER_KEYS.has(configMap), () => ({
        path: [...path, 'configMap'],
        what: `configMap "${configMap}" has only the key ${OTHER_KEYS.get(configMap)}`,
      })),
    ),
};

const fetched: Rule = {
  code: 'TRUSTED_CA_FETCH',
  severity: 'error',
  title: 'nothing in the cluster would fetch the CA',
  why: 'ingressCA and serviceCA are read in the cluster by the Job or policy of credentials.bucketClaim; without one the ConfigMap never appears, and the operator is degraded',
  fix: 'write credentials: {bucketClaim: {job: {}}}, or acm: {} there, or give the CA by pemFile',
  source: OPERATOR,
  bad: odf('trustedCA: {ingressCA: true}').replace('job: {}', 'externalSecret: {}'),
  good: odf('trustedCA: {ingressCA: true}'),
  check: input =>
    writtenCas(input).flatMap(({ path, trustedCA, odf: bucket }) => {
      const key = trustedCA.ingressCA ? 'ingressCA' : trustedCA.serviceCA ? 'serviceCA' : undefined;
      const fetches = bucket !== undefined && readsInCluster(input.config.credentials);
      return hitIf(key !== undefined && !fetches, () => ({
        path: [...path, key ?? ''],
        what: `${key} is asked for, and no Job or policy of credentials.bucketClaim fetches it`,
      }));
    }),
};

/** In the order they are listed in the documentation. */
export const TRUSTED_CA_RULES: readonly Rule[] = [oneSource, configMapName, configMapKey, fetched];
