/** What the URL of a storage endpoint says about who can reach it. */

import { remembered } from './remembered';
import { parseUrl } from './url';

/** The host of a URL in lower case, or undefined where the text is not a URL. */
export const hostOf = remembered(
  (endpoint: string): string | undefined => parseUrl(endpoint)?.hostname.toLowerCase() || undefined,
);

/** Whether the host is a Service: only pods can resolve its name, nodes and outside clients cannot. */
export function isInsideCluster(endpoint: string): boolean {
  const host = hostOf(endpoint)?.replace(/\.$/, '') ?? '';
  return /\.svc$/.test(host) || /\.svc\.[a-z0-9.-]+$/.test(host);
}

/** Whether the host is the machine, or pod, that calls it. */
export function isLoopback(endpoint: string): boolean {
  const host = hostOf(endpoint)?.replace(/\.$/, '') ?? '';
  return /^(127\.[\d.]+|0\.0\.0\.0|\[::1?\]|(.+\.)?localhost)$/.test(host);
}

/** The URL in one spelling: its host in lower case, without the port of its scheme and slashes at its end. */
export const uniformEndpoint = remembered((endpoint: string): string => {
  const url = parseUrl(endpoint);
  if (url === undefined || url.host === '') return endpoint;
  return `${url.protocol}//${url.host}${url.pathname}${url.search}`.replace(/\/+$/, '');
});

/** Whether both lead to one store, in whichever spelling; http and https do. */
export const sameEndpoint = (a: string, b: string): boolean => a === b || withoutScheme(a) === withoutScheme(b);

const withoutScheme = (endpoint: string): string => uniformEndpoint(endpoint).replace(/^https?:/, '');

/** Addresses of RFC 1918 and RFC 4193, loopback and link-local ones. */
const PRIVATE_ADDRESS =
  /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)[\d.]+$|^\[(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):|^\[::1\]$/;

/** Domains that nobody can own; home.arpa is for homes, the others are reserved or were asked to be. */
const PRIVATE_DOMAIN = /\.(local|localdomain|localhost|internal|intranet|private|corp|lan|home|home\.arpa)$/;

/** Whether no public CA may sign for the host: a private address, or a name below no public domain. Services are not meant. */
export function isPrivateHost(endpoint: string): boolean {
  const host = hostOf(endpoint)?.replace(/\.$/, '');
  if (host === undefined || isInsideCluster(endpoint)) return false;
  return PRIVATE_ADDRESS.test(host) || PRIVATE_DOMAIN.test(host) || !/[.:]/.test(host);
}
