/** `trustedCA`: where the CA of a storage endpoint comes from. */

import type { OdfBucket } from '../../../config/shape/odf';
import type { TrustedCA } from '../../../config/shape/trusted-ca';
import type { ConfigPath } from '../../../findings/finding';
import { readsInCluster } from '../../../model/bucket-keys';
import { hitIf, type Rule, type RuleInput } from '../../rule';
import { OTHERS, odf, store } from './example-storage-ca';

const OPERATOR = 'operator pkg/storage/s3/s3.go CABundle';

/** A `trustedCA` of the configuration and its path. */
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

/** Sources that are set; false does not count. */
const sourcesOf = (trustedCA: TrustedCA): readonly string[] =>
  SOURCES.filter(key => trustedCA[key] !== undefined && trustedCA[key] !== false);

const oneSource: Rule = {
  code: 'TRUSTED_CA_SOURCE',
  severity: 'error',
  title: 'trustedCA must have exactly one source',
  why: 'two sources would overwrite the same ConfigMap; with none, it is never created',
  fix: `keep exactly one of ${SOURCES.join(', ')}`,
  source: OPERATOR,
  bad: store('{configMap: store-ca, injectTrustedBundle: true}'),
  good: OTHERS,
  check: input =>
    writtenCas(input).flatMap(({ path, trustedCA }) => {
      const names = sourcesOf(trustedCA);
      return hitIf(names.length !== 1, () => ({
        path,
        what: `trustedCA must have exactly one source, not ${names.join(' and ') || 'none'}`,
      }));
    }),
};

const CONFIG_MAP_NAME = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const configMapName: Rule = {
  code: 'TRUSTED_CA_NAME',
  severity: 'error',
  acceptable: false,
  title: 'the ConfigMap name is not valid',
  why: 'the API server refuses the object',
  fix: 'write the name of the ConfigMap in openshift-config: a-z, 0-9, dashes and dots',
  source: 'openshift/api imageregistry/v1 S3TrustedCASource',
  bad: store('{configMap: Store_CA}'),
  good: OTHERS,
  check: input =>
    writtenCas(input).flatMap(({ path, trustedCA: { configMap } }) =>
      hitIf(configMap !== undefined && !CONFIG_MAP_NAME.test(configMap), () => ({
        path: [...path, 'configMap'],
        what: `configMap "${configMap}" is not a valid ConfigMap name`,
      })),
    ),
};

/** ConfigMaps that OpenShift creates in every namespace, and their only key. */
const OTHER_KEYS: ReadonlyMap<string, string> = new Map([
  ['openshift-service-ca.crt', 'service-ca.crt'],
  ['kube-root-ca.crt', 'ca.crt'],
]);

const configMapKey: Rule = {
  code: 'TRUSTED_CA_KEY',
  severity: 'error',
  title: 'the ConfigMap does not have the key ca-bundle.crt',
  why: 'the operator reads only that key and is Degraded without it; a ConfigMap that the service CA operator fills never has it',
  fix: 'create a ConfigMap with the certificates under the key ca-bundle.crt; on ODF, serviceCA: true with credentials.bucketClaim.job or .acm does that',
  source: OPERATOR,
  bad: store('{configMap: openshift-service-ca.crt}'),
  good: OTHERS,
  check: input =>
    writtenCas(input).flatMap(({ path, trustedCA: { configMap = '' } }) =>
      hitIf(OTHER_KEYS.has(configMap), () => ({
        path: [...path, 'configMap'],
        what: `ConfigMap "${configMap}" has only the key ${OTHER_KEYS.get(configMap)}, not ca-bundle.crt`,
      })),
    ),
};

const fetched: Rule = {
  code: 'TRUSTED_CA_FETCH',
  severity: 'error',
  title: 'nothing would fetch the CA in the cluster',
  why: 'the Job or policy of credentials.bucketClaim reads this CA in the cluster; without one the ConfigMap is never created, and the operator is Degraded',
  fix: 'set credentials: {bucketClaim: {job: {}}} or credentials: {bucketClaim: {acm: {}}}, or use pemFile',
  source: OPERATOR,
  bad: odf('trustedCA: {ingressCA: true}').replace('job: {}', 'externalSecret: {}'),
  good: odf('trustedCA: {ingressCA: true}'),
  check: input =>
    writtenCas(input).flatMap(({ path, trustedCA, odf: bucket }) => {
      const key = trustedCA.ingressCA ? 'ingressCA' : trustedCA.serviceCA ? 'serviceCA' : undefined;
      const fetches = bucket !== undefined && readsInCluster(input.config.credentials);
      return hitIf(key !== undefined && !fetches, () => ({
        path: [...path, key ?? ''],
        what: `${key} needs credentials.bucketClaim.job or .acm, which fetches it`,
      }));
    }),
};

/** In the order they are listed in the documentation. */
export const TRUSTED_CA_RULES: readonly Rule[] = [oneSource, configMapName, configMapKey, fetched];
