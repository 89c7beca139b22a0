/** Whether the CA that is trusted is the one that signs for the endpoint. */

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
  what: "the cluster's bundle is trusted, and the endpoint is a route",
  why: "the bundle holds the system's CAs and that of the cluster-wide proxy, not the CA of the ingress operator, which signs for routes unless the router has a certificate of its own; nothing else is trusted beside it",
  fix: 'write trustedCA: {ingressCA: true} and credentials: {bucketClaim: {job: {}}}; accept this where the bundle has the CA that signed the certificate of the router',
} as const;

const fits: Rule = {
  code: 'TRUSTED_CA_ENDPOINT',
  severity: 'error',
  title: 'the CA did not sign the certificate of this endpoint',
  why: 'a Service shows a certificate of the service CA, a route one of the router: the operator stops with "certificate signed by unknown authority"',
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
      const service = 'the endpoint is a Service';
      if (inside && ingressCA) return [{ path, what: `ingressCA is trusted, and ${service}` }];
      if (!inside && serviceCA) return [{ path, what: 'serviceCA is trusted, and the endpoint is no Service' }];
      if (!inside && injectTrustedBundle && bucket !== undefined) return [{ path, ...BUNDLE_ON_ROUTE }];
      if (!inside || !injectTrustedBundle) return [];
      return [{ path, what: `the cluster's bundle is trusted, and ${service}`, severity: 'warning' }];
    });
  },
};

const plain: Rule = {
  code: 'TRUSTED_CA_HTTP',
  severity: 'warning',
  title: 'a CA is given for an endpoint without TLS',
  why: 'with http:// there is no certificate to check',
  fix: 'remove trustedCA, or use https://',
  source: OPERATOR,
  bad: store('{configMap: store-ca}', 'http://minio.minio.svc'),
  good: OTHERS,
  check: input => {
    const http = /^http:/i.test(endpointOf(input.model) ?? '');
    return writtenCas(input).flatMap(({ path }) => hitIf(http, () => ({ path, what: 'the endpoint is http://' })));
  },
};

/** Names of the CAs that sign for AWS's own endpoints. */
const AWS_ISSUERS = /Amazon|Starfield|DigiCert/i;

const publicEndpoint: Rule = {
  code: 'TRUSTED_CA_PUBLIC',
  severity: 'error',
  title: 'a private CA on an endpoint with a public certificate',
  why: "with trustedCA the operator and the registry trust that bundle alone: the system's certificates are switched off, and AWS is then signed by an unknown authority",
  fix: 'remove trustedCA; behind a proxy that opens TLS, use injectTrustedBundle: true, or add the public certificates to the bundle',
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
      const what = `the endpoint is AWS, and only ConfigMap "${configMap}" is trusted`;
      return [
        {
          path,
          what,
          severity: 'warning',
          fix: 'make sure that it also holds the public certificates, and accept this',
        },
      ];
    }
    const certificates = source === 'pem' ? readPem(pem ?? '').certificates : [];
    const known = certificates.some(({ subject }) => AWS_ISSUERS.test(subject));
    return hitIf(certificates.length > 0 && !known, () => ({
      path,
      what: `the endpoint is AWS, and only "${certificates[0]?.subject}" is trusted`,
    }));
  },
};

const serviceCa: Rule = {
  code: 'S3_CA_REQUIRED',
  severity: 'error',
  title: 'the certificate of a Service is checked with public CAs',
  why: 'no public CA signs for a Service: the operator stops with "certificate signed by unknown authority"',
  fix: 'give the CA of the Service by trustedCA: {pemFile: ...}, or use http://',
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
        what: `regionEndpoint is ${hostOf(endpoint)} with https, and there is no trustedCA`,
        fix: old ? 'use http://; trustedCA exists from OpenShift 4.11' : undefined,
      },
    ];
  },
};

const privateHost: Rule = {
  code: 'S3_CA_UNSAID',
  severity: 'warning',
  title: 'no public CA signs for the host of the endpoint',
  why: 'private addresses and names without a public domain get certificates from a CA of your own, which the operator does not know: it stops with "certificate signed by unknown authority"',
  fix: 'give that CA by trustedCA: {pemFile: ...}; accept this where the cluster-wide proxy already has it in its trustedCA',
  source: OPERATOR,
  bad: `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "https://10.20.0.7:9000"}}`,
  good: store('{configMap: store-ca}', 'https://10.20.0.7:9000'),
  check: ({ config: { storage }, model }) => {
    const endpoint = storage?.s3?.regionEndpoint ?? '';
    const unsaid = /^https:/i.test(endpoint) && storage?.s3?.trustedCA === undefined && isPrivateHost(endpoint);
    return hitIf(unsaid, () => ({
      path: ['storage', 's3', 'regionEndpoint'],
      what: `regionEndpoint is ${hostOf(endpoint)} with https, and there is no trustedCA`,
      fix: atLeast(model.openshift, '4.11')
        ? undefined
        : 'add that CA to trustedCA of the cluster-wide Proxy; trustedCA of s3 exists from OpenShift 4.11',
    }));
  },
};

/** In the order they are listed in the documentation. */
export const TRUSTED_CA_ENDPOINT_RULES: readonly Rule[] = [fits, plain, publicEndpoint, serviceCa, privateHost];
