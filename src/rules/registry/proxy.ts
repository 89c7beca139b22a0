/** The proxy of the registry's own requests. */

import type { Hit, Rule } from '../rule';
import { valuesAtAny } from '../walk';

const PROXY_URLS = ['registry.proxy.http', 'registry.proxy.https'];

/** A proxy's URL has no other use for an `@`, and a password may hold any character before it. */
const hasUserInfo = (url: string): boolean => url.includes('@');

const proxyCredentials: Rule = {
  code: 'PROXY_CREDENTIALS',
  severity: 'error',
  acceptable: false,
  title: 'a proxy URL contains a user or a password',
  why: 'everyone who can read the repository, or the registry Config in the cluster, can use it',
  fix: 'change the password, because it is in git now; use a proxy that needs no login from the cluster, or the cluster-wide Proxy object',
  source: 'openshift/api imageregistry/v1 ImageRegistryConfigProxy',
  bad: `
    platform: aws
    registry: {proxy: {https: "http://ann:example@proxy.example.com:3128"}}`,
  good: `
    platform: aws
    registry: {proxy: {https: "http://proxy.example.com:3128"}}`,
  check: ({ config }) =>
    valuesAtAny(config, PROXY_URLS)
      .filter(({ value }) => hasUserInfo(String(value)))
      .map(({ path }) => ({ path, what: `proxy.${path.at(-1)} must not contain credentials (not shown)` })),
};

const proxyUrl: Rule = {
  code: 'PROXY_URL',
  severity: 'error',
  title: 'a proxy is not an http or https URL',
  why: 'the registry would reach neither its storage nor other registries',
  fix: 'write for example http://proxy.example.com:3128',
  source: 'Go net/http ProxyFromEnvironment; golang.org/x/net/http/httpproxy parseProxy',
  bad: `
    platform: aws
    registry: {proxy: {http: "ftp://proxy.example.com:3128"}}`,
  good: `
    platform: aws
    registry: {proxy: {http: "http://proxy.example.com:3128", noProxy: .cluster.local}}`,
  check: ({ config }) =>
    valuesAtAny(config, PROXY_URLS)
      .filter(({ value }) => value !== '' && !isProxyUrl('https?', String(value)))
      .map(({ path, value }) => ({ path, ...unusual(`proxy.${path.at(-1)}`, String(value)) })),
};

/** What Go takes too: SOCKS, and a host without a scheme, which it reads as http://. */
function unusual(name: string, text: string): Omit<Hit, 'path'> {
  if (isProxyUrl('socks5h?', text)) {
    const why = 'the registry supports SOCKS; the operator and others that read the proxy may not';
    return { what: `${name} is a SOCKS proxy, which may not work everywhere`, why, severity: 'warning' };
  }
  if (!text.includes('://') && isProxyUrl('http', `http://${text}`)) {
    return { what: `${name} has no scheme`, why: 'the registry reads it as http://', severity: 'warning' };
  }
  return { what: `${name} is not a valid http:// or https:// URL` };
}

const isProxyUrl = (scheme: string, text: string): boolean =>
  new RegExp(`^${scheme}://[^/]`, 'i').test(text) && !/\s/.test(text) && URL.canParse(text);

/** In the order they are listed in the documentation. */
export const PROXY_RULES: readonly Rule[] = [proxyCredentials, proxyUrl];
