/** Whether the trusted CA is the one that signs for the endpoint. */

import { isAwsHost, isIsolatedRegion } from '../../../facts/aws-regions';
import { atLeast } from '../../../facts/versions';
import type { RegistryModel } from '../../../model/model';
import { hostOf, isInsideCluster, isPrivateHost } from '../../../values/endpoint';
import { readPem } from '../../../values/pem';
import { type Hit, hitIf, type Rule } from '../../rule';
import { OTHERS, odf, store } from './example-storage-ca';
import { writtenCas } from './trusted-ca';

const OPERATOR = 'operator pkg/storage/s3/s3.go CABundle';

/** Where the S3 driver is sent, as it was resolved; undefined for AWS itself and for other drivers. */
export const endpointOf = ({ storage }: RegistryModel): string | undefined =>
  storage?.backend === 's3' ? String(storage.fields.regionEndpoint ?? '') || undefined : undefined;

const BUNDLE_ON_ROUTE = {
  severity: 'warning',
  what: 'injectTrustedBundle usually does not have the CA that signed the certificate of a route',
  why: 'the bundle has the system CAs and that of the cluster-wide proxy, not the CA of the ingress operator, which signs for routes unless the router has its own certificate; the operator trusts nothing else',
  fix: 'set trustedCA: {ingressCA: true} and credentials: {bucketClaim: {job: {}}}; accept this if the bundle has the CA of the router certificate',
} as const;

const fits: Rule = {
  code: 'TRUSTED_CA_ENDPOINT',
  severity: 'error',
  title: 'the CA did not sign the certificate of this endpoint',
  why: 'the service CA signs for Services, and the ingress CA for routes: with the wrong one the operator stops with "certificate signed by unknown authority"',
  fix: 'use serviceCA with endpoint: service, and ingressCA with endpoint: route',
  source: 'noobaa/noobaa-operator deploy/internal/service-s3.yaml; openshift/cluster-ingress-operator',
  bad: odf('endpoint: service, trustedCA: {ingressCA: true}'),
  good: odf('endpoint: service, trustedCA: {serviceCA: true}'),
  check: input => {
    const endpoint = endpointOf(input.model);
    if (endpoint === undefined) return [];
    const inside = isInsideCluster(endpoint);
    return writtenCas(input).flatMap(({ path, trustedCA, odf: bucket }): readonly Hit[] => {
      const { ingressCA, serviceCA, injectTrustedBundle } = trustedCA;
      if (inside && ingressCA)
        return [{ path, what: 'ingressCA does not sign for a Service: use serviceCA for this endpoint' }];
      if (!inside && serviceCA)
        return [{ path, what: 'serviceCA signs only for Services, but the endpoint is not a Service' }];
      if (!inside && injectTrustedBundle && bucket !== undefined) return [{ path, ...BUNDLE_ON_ROUTE }];
      if (!inside || !injectTrustedBundle) return [];
      return [
        { path, what: 'injectTrustedBundle usually does not have the CA that signs for Services', severity: 'warning' },
      ];
    });
  },
};

const plain: Rule = {
  code: 'TRUSTED_CA_HTTP',
  severity: 'warning',
  title: 'trustedCA has no effect on an http:// endpoint',
  why: 'http:// has no certificate to verify',
  fix: 'remove trustedCA, or use https://',
  source: OPERATOR,
  bad: store('{configMap: store-ca}', 'http://minio.minio.svc'),
  good: OTHERS,
  check: input => {
    const http = /^http:/i.test(endpointOf(input.model) ?? '');
    return writtenCas(input).flatMap(({ path }) =>
      hitIf(http, () => ({ path, what: 'trustedCA has no effect on an http:// endpoint' })),
    );
  },
};

/** Names of the CAs that sign for AWS's own endpoints. */
const AWS_ISSUERS = /Amazon|Starfield|DigiCert/i;

const publicEndpoint: Rule = {
  code: 'TRUSTED_CA_PUBLIC',
  severity: 'error',
  title: 'a private CA is set for an endpoint with a public certificate',
  why: 'with trustedCA the operator and the registry trust only that bundle and no longer the system CAs: every request to AWS fails with "certificate signed by unknown authority"',
  fix: 'remove trustedCA; behind a proxy that intercepts TLS, use injectTrustedBundle: true, or add the public CAs to the bundle',
  source: OPERATOR,
  bad: `
    platform: aws
    storage:
      s3:
        bucket: acme-registry
        region: eu-west-1
        trustedCA: {configMap: company-ca}`,
  good: `
    platform: aws
    storage:
      s3:
        bucket: acme-registry
        region: eu-west-1
        trustedCA: {injectTrustedBundle: true}`,
  check: input => {
    const { storage } = input.model;
    const endpoint = endpointOf(input.model);
    if (storage?.backend !== 's3' || storage.bucketClaim !== undefined || storage.trustedCA === undefined) return [];
    if (endpoint !== undefined && !isAwsHost(hostOf(endpoint) ?? '')) return [];
    if (isIsolatedRegion(String(storage.fields.region))) return [];
    const path = [...storage.path, 'trustedCA'];
    const { source, pem, configMap } = storage.trustedCA;
    if (source === 'configMap') {
      const what = `ConfigMap "${configMap}" may not have the CA that signs for AWS`;
      return [
        {
          path,
          what,
          severity: 'warning',
          fix: 'add the public CAs to the ConfigMap and accept this, or remove trustedCA',
        },
      ];
    }
    const certificates = source === 'pem' ? readPem(pem ?? '').certificates : [];
    const known = certificates.some(({ subject }) => AWS_ISSUERS.test(subject));
    return hitIf(certificates.length > 0 && !known, () => ({
      path,
      what: `"${certificates[0]?.subject}" does not sign for AWS, and nothing else would be trusted`,
    }));
  },
};

const serviceCa: Rule = {
  code: 'S3_CA_REQUIRED',
  severity: 'error',
  title: 'trustedCA must be set for an https:// Service as endpoint',
  why: 'no public CA signs for a Service: the operator stops with "certificate signed by unknown authority"',
  fix: 'add trustedCA: {pemFile: FILE} with the CA of the Service, or use http://',
  source: OPERATOR,
  bad: `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.minio.svc}}`,
  good: store('{configMap: store-ca}', 'https://minio.minio.svc'),
  check: ({ config: { storage }, model }) => {
    const endpoint = storage?.s3?.regionEndpoint ?? '';
    if (!/^https:/i.test(endpoint) || !isInsideCluster(endpoint) || storage?.s3?.trustedCA !== undefined) return [];
    const old = !atLeast(model.openshift, '4.11');
    return [
      {
        path: ['storage', 's3', 'regionEndpoint'],
        what: `trustedCA must be set for Service ${hostOf(endpoint)} with https://`,
        fix: old ? 'use http://; trustedCA exists from OpenShift 4.11' : undefined,
      },
    ];
  },
};

const privateHost: Rule = {
  code: 'S3_CA_MISSING',
  severity: 'warning',
  title: 'trustedCA is not set for a private endpoint',
  why: 'no public CA signs for private IP addresses and names: if the operator does not know your own CA, it stops with "certificate signed by unknown authority"',
  fix: 'add trustedCA: {pemFile: FILE} with your own CA; accept this if trustedCA of the cluster-wide Proxy already has it',
  source: OPERATOR,
  bad: `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "https://10.20.0.7:9000"}}`,
  good: store('{configMap: store-ca}', 'https://10.20.0.7:9000'),
  check: ({ config: { storage }, model }) => {
    const endpoint = storage?.s3?.regionEndpoint ?? '';
    const missing = /^https:/i.test(endpoint) && storage?.s3?.trustedCA === undefined && isPrivateHost(endpoint);
    return hitIf(missing, () => ({
      path: ['storage', 's3', 'regionEndpoint'],
      what: `trustedCA is not set for private endpoint ${hostOf(endpoint)}`,
      fix: atLeast(model.openshift, '4.11')
        ? undefined
        : 'add your own CA to trustedCA of the cluster-wide Proxy; trustedCA of s3 exists from OpenShift 4.11',
    }));
  },
};

/** In the order they are listed in the documentation. */
export const TRUSTED_CA_ENDPOINT_RULES: readonly Rule[] = [fits, plain, publicEndpoint, serviceCa, privateHost];
