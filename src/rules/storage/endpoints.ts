/** URLs of storage endpoints: S3, ODF, Swift and CloudFront. */

import type { Cluster } from '../../config/shape/cluster';
import type { ConfigPath } from '../../findings/finding';
import { isHostname, isRegistryHost } from '../../values/dns-name';
import { isInsideCluster, isLoopback } from '../../values/endpoint';
import { hasUserinfo, parseUrl, showUrl, writtenPort } from '../../values/url';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';
import { endpointOf } from './trusted-ca/endpoint';

const STORE = `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}`;

const RGW = 'http://rook-ceph-rgw-store.rook-ceph.svc';

/** An S3 endpoint as it is written. */
interface Endpoint {
  readonly path: ConfigPath;
  readonly url: string;
  /** Asked for by the one rule that needs it: the others need not run again for another bucket. */
  readonly bucket: () => string;
  readonly rgw: boolean;
}

/** Every S3 endpoint, including those derived from the cluster's domain; another rule checks the domain. */
function endpointsOf({ config, model }: RuleInput): readonly Endpoint[] {
  const written = writtenEndpoints(config);
  const { path, bucketClaim } = model.storage ?? {};
  const url = endpointOf(model);
  if (path === undefined || bucketClaim === undefined || url === undefined || written.length > 0) return written;
  if (!isHostname(model.ingressDomain ?? '')) return written;
  return [{ path: [...path, 'endpoint'], url, bucket: () => '', rgw: bucketClaim.store === 'rgw' }];
}

/** Every S3 endpoint that is set as a URL, including those of ODF. */
function writtenEndpoints({ storage }: Cluster): readonly Endpoint[] {
  const { s3, odf } = storage ?? {};
  const own: Endpoint[] = s3?.regionEndpoint
    ? [{ path: ['storage', 's3', 'regionEndpoint'], url: s3.regionEndpoint, bucket: () => s3.bucket ?? '', rgw: false }]
    : [];
  const stores = (['rgw', 'noobaa'] as const).flatMap((store): Endpoint[] => {
    const endpoint = odf?.[store]?.endpoint;
    const bucket = (): string => odf?.[store]?.bucketName ?? '';
    if (endpoint === undefined || endpoint === 'route' || endpoint === 'service') return [];
    return [{ path: ['storage', 'odf', store, 'endpoint'], url: endpoint, bucket, rgw: store === 'rgw' }];
  });
  return [...own, ...stores];
}

/** A rule that checks each endpoint by itself. */
const perEndpoint =
  (hit: (endpoint: Endpoint) => Omit<Hit, 'path'> | undefined): Rule['check'] =>
  input =>
    endpointsOf(input).flatMap(endpoint => {
      const found = hit(endpoint);
      return found === undefined ? [] : [{ path: endpoint.path, ...found }];
    });

const endpointUrl: Rule = {
  code: 'S3_ENDPOINT_URL',
  severity: 'error',
  title: 'the endpoint is not a usable URL',
  why: 'the driver appends bucket and key to the endpoint: without a scheme no request is sent, and with a bucket or query in it every request goes to the wrong URL',
  fix: 'write scheme and host only, such as https://s3.example.com',
  source: 'operator pkg/storage/s3/s3.go getS3Service',
  bad: `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: minio.example.com}}`,
  good: STORE,
  check: perEndpoint(({ path, url, bucket }) => {
    const problem = urlProblem(url, bucket());
    if (problem === undefined) return undefined;
    const what = `${path.at(-1)} "${showUrl(url)}" ${problem}`;
    return path.at(-1) === 'endpoint'
      ? { what, fix: 'write route, service, or a URL such as https://s3.example.com' }
      : { what, fix: isRegistryHost(url) ? `write https://${url}` : undefined };
  }),
};

/** @see RFC 1035, section 2.3.4 */
const LONGEST_HOST = 253;

function urlProblem(text: string, bucket: string): string | undefined {
  if (/\s/.test(text)) return 'must not contain spaces';
  if (!/^[a-z][\w+.-]*:\/\//i.test(text)) return 'has no scheme';
  const url = parseUrl(text);
  if (url === undefined || url.hostname === '') return 'is not a URL';
  if (!/^https?:$/.test(url.protocol)) return `must begin with https:// or http://, not ${url.protocol}//`;
  if (url.hostname.length > LONGEST_HOST)
    return `has a host name of ${url.hostname.length} characters, above the DNS limit of ${LONGEST_HOST}`;
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text)) return 'must not have a query or a fragment';
  if (bucket === '') return undefined;
  if (url.pathname.split('/').includes(bucket)) return `must not have the bucket "${bucket}" in its path`;
  return url.hostname.startsWith(`${bucket}.s3`.toLowerCase())
    ? `must not have the bucket "${bucket}" in its host`
    : undefined;
}

const endpointLoopback: Rule = {
  code: 'S3_ENDPOINT_LOOPBACK',
  severity: 'error',
  title: 'the endpoint is on localhost',
  why: 'localhost is the pod itself: no store listens there, and the registry never gets its storage',
  fix: 'write a host name or IP address that pods in the cluster can reach, such as https://s3.example.com',
  source: 'RFC 1122, section 3.2.1.3; RFC 6761, section 6.3',
  bad: `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "http://localhost:9000"}}`,
  good: STORE,
  check: perEndpoint(({ path, url }) =>
    isLoopback(url) ? { what: `${path.at(-1)} ${showUrl(url)} cannot be reached: it is the pod itself` } : undefined,
  ),
};

const endpointScheme: Rule = {
  code: 'S3_ENDPOINT_SCHEME',
  severity: 'error',
  title: 'scheme and port of the endpoint do not match',
  why: 'a TLS port answers plain HTTP with "400 Bad Request", and with https:// on a plain port the TLS handshake fails',
  fix: 'write https:// without a port, or http:// without one',
  source: 'operator pkg/storage/s3/s3.go CreateStorage',
  bad: `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "http://minio.example.com:443"}}`,
  good: STORE,
  check: perEndpoint(({ path, url }) => {
    const port = writtenPort(url);
    const mixed = (/^http:/i.test(url) && port === '443') || (/^https:/i.test(url) && port === '80');
    if (mixed)
      return {
        what:
          port === '443'
            ? `${path.at(-1)} uses http:// on port 443, which expects TLS`
            : `${path.at(-1)} uses https:// on port 80, which expects plain HTTP`,
      };
    const odd = /^http:/i.test(url) && port === '8443';
    if (!odd) return undefined;
    const fix = 'write https://; accept this if the store really serves plain HTTP on 8443';
    return { what: `${path.at(-1)} uses http:// on port 8443, which usually expects TLS`, fix, severity: 'warning' };
  }),
};

const rgwPort: Rule = {
  code: 'RGW_ENDPOINT_PORT',
  severity: 'error',
  title: 'the endpoint of a Rados Gateway has a port',
  why: 'the port becomes part of the signed host name: the gateway rejects the signature, and the registry cannot read or write',
  fix: 'remove the port: the scheme implies it',
  source: 'OpenShift documentation, image registry operator S3 parameters',
  bad: `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "${RGW}:80"}}`,
  good: `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "${RGW}"}}`,
  check: perEndpoint(({ path, url, rgw }) => {
    const gateway = rgw || parseUrl(url)?.hostname.startsWith('rook-ceph-rgw') === true;
    const port = writtenPort(url);
    if (!gateway || port === undefined) return undefined;
    const what = `${path.at(-1)} must not have a port, but has ${port}`;
    if (port === (/^https:/i.test(url) ? '443' : '80')) return { what };
    return {
      what,
      severity: 'warning',
      fix: 'remove the port if you can; accept this if the gateway has no other port',
    };
  }),
};

const redirect: Rule = {
  code: 'REDIRECT_UNRESOLVABLE',
  severity: 'error',
  title: 'clients are redirected to an endpoint that only pods can resolve',
  why: 'the registry answers pulls with a redirect to the store: nodes and clients outside the cluster cannot resolve a Service name, and every pull fails',
  fix: 'remove registry.disableRedirect, which is then true, or use an endpoint outside the cluster',
  source: 'openshift/cluster-dns-operator, node resolver',
  bad: `
    platform: baremetal
    credentials: {existingSecret: {}}
    registry: {disableRedirect: false}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "${RGW}"}}`,
  good: `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "${RGW}"}}`,
  check: ({ config, model }) => {
    const endpoint = String(model.storage?.fields.regionEndpoint ?? '');
    return hitIf(config.registry?.disableRedirect === false && isInsideCluster(endpoint), () => ({
      path: ['registry', 'disableRedirect'],
      what: `disableRedirect must be true: only pods can resolve the endpoint ${showUrl(endpoint)}`,
    }));
  },
};

const credentials: Rule = {
  code: 'STORAGE_URL_CREDENTIALS',
  severity: 'error',
  acceptable: false,
  title: 'a storage URL has a user or password in it',
  why: 'anyone who can read the repository or the Config can use it, and the driver ignores it',
  fix: 'remove it from the URL, replace the password, and use credentials instead',
  source: 'src/manifests/secrets',
  bad: `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "https://me:topsecret@minio.example.com"}}`,
  good: STORE,
  check: ({ config }) =>
    storageUrls(config).flatMap(([path, text]) =>
      hitIf(text !== undefined && hasUserinfo(text), () => ({
        path,
        what: `${path.at(-1)} must not have a user or password in it`,
      })),
    ),
};

function storageUrls(config: Cluster): readonly (readonly [ConfigPath, string | undefined])[] {
  const { s3, swift, odf } = config.storage ?? {};
  const { ibmCos, s3Compatible } = odf?.noobaa?.backingStore ?? {};
  const backing = ['storage', 'odf', 'noobaa', 'backingStore'];
  return [
    ...writtenEndpoints(config).map(({ path, url }) => [path, url] as const),
    [['storage', 's3', 'cloudFront', 'baseURL'], s3?.cloudFront?.baseURL],
    [['storage', 'swift', 'authURL'], swift?.authURL],
    [[...backing, 'ibmCos', 'endpoint'], ibmCos?.endpoint],
    [[...backing, 's3Compatible', 'endpoint'], s3Compatible?.endpoint],
  ];
}

/** In the order they are listed in the documentation. */
export const STORAGE_ENDPOINT_RULES: readonly Rule[] = [
  endpointUrl,
  endpointLoopback,
  endpointScheme,
  rgwPort,
  redirect,
  credentials,
];
