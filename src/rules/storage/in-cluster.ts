/** S3 endpoints that are in the cluster, though their URL does not say so: clients are redirected to them all the same. */

import type { ConfigPath } from '../../findings/finding';
import { hostOf, isInsideCluster } from '../../values/endpoint';
import { showUrl } from '../../values/url';
import type { Rule } from '../rule';

const store = (endpoint: string, more = ''): string => `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "${endpoint}"}}${more}`;

/** The service network of an installation that chose none. */
const SERVICE_ADDRESS = /^172\.30\.\d+\.\d+$/;

const inCluster: Rule = {
  code: 'S3_ENDPOINT_IN_CLUSTER',
  severity: 'warning',
  title: 'the endpoint may be one that only the cluster can reach',
  why: 'the registry answers pulls with a redirect to the store: nodes and clients that cannot resolve or reach the endpoint cannot pull',
  fix: 'write a Service in full, such as http://minio.minio.svc:9000, with which disableRedirect is true; or set registry.disableRedirect: true; or accept this where every client reaches it',
  source: 'Kubernetes, DNS for Services and Pods; OpenShift installation configuration, networking.serviceNetwork',
  bad: store('http://minio.minio:9000'),
  good: store('http://minio.minio.svc:9000'),
  check: ({ model }) => {
    const { fields, path } = model.storage ?? {};
    const endpoint = String(fields?.regionEndpoint ?? '');
    const reason = reachOf(endpoint);
    if (path === undefined || reason === undefined || model.registry?.disableRedirect === true) return [];
    const at: ConfigPath = [...path, path.includes('odf') ? 'endpoint' : 'regionEndpoint'];
    return [{ path: at, what: `${at.at(-1)} ${showUrl(endpoint)} ${reason}` }];
  },
};

/** Why not everybody reaches it; undefined where nothing speaks against it. */
function reachOf(endpoint: string): string | undefined {
  const host = hostOf(endpoint)?.replace(/\.$/, '') ?? '';
  if (host === '' || isInsideCluster(endpoint)) return undefined;
  if (SERVICE_ADDRESS.test(host)) return 'looks like the address of a Service';
  const [name = '', namespace, ...rest] = host.split('.');
  if (namespace === undefined) return /[:[]/.test(name) ? undefined : 'has a host name without a domain';
  // No public domain ends like this: only xn-- has a hyphen, and no organisation is its own top level.
  const isService = rest.length === 0 && (/^(?!xn--).*[a-z]-/.test(namespace) || namespace === name);
  return isService ? `looks like Service ${name} of namespace ${namespace}` : undefined;
}

/** In the order they are listed in the documentation. */
export const STORAGE_IN_CLUSTER_RULES: readonly Rule[] = [inCluster];
