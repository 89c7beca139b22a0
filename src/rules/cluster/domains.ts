/** The cluster's domains: endpoints and host names of routes are derived from them. */

import { isHostname } from '../../values/dns-name';
import { isAddress } from '../../values/url';
import { type Hit, hitIf, type Rule } from '../rule';

const KEYS = ['baseDomain', 'ingressDomain'] as const;

const EXAMPLE = `
    platform: baremetal
    credentials: {bucketClaim: {externalSecret: {}}}
    storage: {odf: {rgw: {bucketName: registry, trustedCA: {configMap: ingress-ca}}}}`;

const syntax: Rule = {
  code: 'DOMAIN_SYNTAX',
  severity: 'error',
  acceptable: false,
  title: 'a domain of the cluster is not a DNS name',
  why: 'endpoints and host names are derived from it: the driver would call a host that does not exist, and the API server refuses a route with it',
  fix: 'write lower-case letters, digits, dashes and dots, as "oc get dns cluster -o jsonpath={.spec.baseDomain}" prints it',
  source: 'RFC 1123; openshift/api config/v1 DNSSpec and IngressSpec',
  bad: `${EXAMPLE}
    baseDomain: https://prod.example.com`,
  good: `${EXAMPLE}
    baseDomain: prod.example.com`,
  check: ({ config }) =>
    KEYS.flatMap((key): readonly Hit[] => {
      const domain = config[key];
      const problem = domain === undefined ? undefined : problemOfDomain(domain);
      if (domain === undefined || problem === undefined) return [];
      const host = hostIn(domain);
      const fix = host === undefined ? {} : { fix: `write ${key}: ${host}` };
      return [{ path: [key], what: `${key} ${visible(domain)} ${problem}`, ...fix }];
    }),
};

/** In quotes, with every character visible. */
const visible = (text: string): string =>
  JSON.stringify(text).replace(
    /[\p{Cc}\p{Cf}]/gu,
    letter => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );

function problemOfDomain(domain: string): string | undefined {
  if (isHostname(domain) && !isAddress(domain)) return undefined;
  if (domain === '') return 'is empty';
  if (/[\p{Cc}\p{Cf}\s]/u.test(domain)) return 'must not contain a space or an invisible character';
  if (domain.includes('://')) return 'must not have a scheme';
  if (domain.includes('/')) return 'must not have a path';
  if (domain.includes(':')) return 'must not have a port';
  if (domain.startsWith('*.')) return 'must not begin with a wildcard';
  if (domain.endsWith('.')) return 'must not end with a dot';
  return isAddress(domain) ? 'is an IP address, not a DNS name' : 'is not a DNS name';
}

/** The domain that was probably meant. */
function hostIn(text: string): string | undefined {
  const host = text
    .replace(/[\p{Cc}\p{Cf}\s]/gu, '')
    .replace(/^[a-z][\w+.-]*:\/\//i, '')
    .replace(/^\*\./, '')
    .replace(/[:/].*$/, '')
    .replace(/\.$/, '')
    .toLowerCase();
  return isHostname(host) && !isAddress(host) && !text.includes('@') ? host : undefined;
}

const apps: Rule = {
  code: 'DOMAIN_APPS',
  severity: 'error',
  title: 'baseDomain is the domain of the routes',
  why: 'apps. is added to baseDomain: endpoints and host names would be in a domain that does not exist',
  fix: 'remove apps. from baseDomain, or write the whole domain as ingressDomain; accept this if the base domain really begins with it',
  source: 'openshift/api config/v1 DNSSpec; openshift/installer, ingress domain',
  bad: `${EXAMPLE}
    baseDomain: apps.prod.example.com`,
  good: `${EXAMPLE}
    ingressDomain: apps.prod.example.com`,
  check: ({ config: { baseDomain = '', ingressDomain } }) => {
    if (ingressDomain !== undefined) return [];
    const [, label, rest] = /^(apps|api|api-int)\.(.+)$/.exec(baseDomain) ?? [];
    const own = label === 'apps' ? {} : ({ severity: 'warning' } as const);
    return hitIf(rest !== undefined && isHostname(baseDomain), () => ({
      path: ['baseDomain'],
      what: `baseDomain "${baseDomain}" would put the routes below apps.${baseDomain}`,
      fix: `write baseDomain: ${rest}${label === 'apps' ? `, or ingressDomain: ${baseDomain}` : ''}`,
      ...own,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const DOMAIN_RULES: readonly Rule[] = [syntax, apps];
