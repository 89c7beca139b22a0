/** Bounds on calls, the proxy, the log level, and values that mean nothing. */

import { atLeast } from '../../facts/versions';
import { type Hit, hitIf, type Rule } from '../rule';
import { valuesAtAny } from '../walk';

const COUNTS = ['registry.requests.*.maxRunning', 'registry.requests.*.maxInQueue'];

const negative: Rule = {
  code: 'REQUESTS_NEGATIVE',
  severity: 'error',
  title: 'a bound on calls is negative',
  why: 'the operator cannot make the Deployment, and says so only in its Progressing condition',
  fix: 'write 1 or more, or leave the bound out',
  source: 'operator pkg/resource/podtemplatespec.go makePodTemplateSpec',
  bad: `
    platform: aws
    registry: {requests: {read: {maxRunning: -1}}}`,
  good: `
    platform: aws
    registry: {requests: {read: {maxRunning: 50}}}`,
  check: ({ config }) =>
    valuesAtAny(config, COUNTS)
      .filter(({ value }) => Number(value) < 0)
      .map(({ path, value }): Hit => ({ path, what: `${path.at(-1)} is ${value}` }))
      .concat(
        valuesAtAny(config, ['registry.requests.*.maxWaitInQueue'])
          .filter(({ value }) => /^-.*[1-9]/.test(String(value)))
          .map(({ path, value }) => ({
            path,
            what: `maxWaitInQueue is ${value}`,
            why: 'no call can wait for less than no time: whatever does not run at once is refused',
            fix: 'write a duration such as 1m, or leave the bound out',
          })),
      ),
};

const waitAlone: Rule = {
  code: 'REQUESTS_WAIT_ALONE',
  severity: 'warning',
  title: 'a waiting time without a bound on calls',
  why: 'the operator reads maxWaitInQueue only beside maxRunning or maxInQueue: the setting has no effect',
  fix: 'add maxRunning, and maxInQueue where calls may wait',
  source: 'operator pkg/resource/podtemplatespec.go makePodTemplateSpec',
  bad: `
    platform: aws
    registry: {requests: {write: {maxWaitInQueue: 1m}}}`,
  good: `
    platform: aws
    registry: {requests: {write: {maxRunning: 20, maxInQueue: 40, maxWaitInQueue: 1m}}}`,
  check: ({ config }) =>
    (['read', 'write'] as const).flatMap(kind => {
      const limits = config.registry?.requests?.[kind];
      const alone = limits?.maxWaitInQueue !== undefined && !limits.maxRunning && !limits.maxInQueue;
      const path = ['registry', 'requests', kind, 'maxWaitInQueue'];
      return hitIf(alone, () => ({ path, what: `requests.${kind} has only maxWaitInQueue ${limits?.maxWaitInQueue}` }));
    }),
};

const PROXY_URLS = ['registry.proxy.http', 'registry.proxy.https'];

/** A proxy's URL has no other use for an `@`, and a password may hold any character before it. */
const hasUserInfo = (url: string): boolean => url.includes('@');

const proxyCredentials: Rule = {
  code: 'PROXY_CREDENTIALS',
  severity: 'error',
  acceptable: false,
  title: 'a proxy URL holds a user or a password',
  why: 'everybody who can read the repository, or the registry Config in the cluster, could use it',
  fix: 'use a proxy that needs no login from the cluster, or the cluster-wide Proxy object; change the password, it is in git now',
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
      .map(({ path }) => ({ path, what: `proxy.${path.at(-1)} holds credentials (not shown)` })),
};

const proxyUrl: Rule = {
  code: 'PROXY_URL',
  severity: 'error',
  title: 'a proxy is not a URL with http or https',
  why: 'the registry would reach neither its storage nor other registries',
  fix: 'write for example http://proxy.example.com:3128',
  source: 'Go net/http ProxyFromEnvironment',
  bad: `
    platform: aws
    registry: {proxy: {http: "proxy.example.com:3128"}}`,
  good: `
    platform: aws
    registry: {proxy: {http: "http://proxy.example.com:3128", noProxy: .cluster.local}}`,
  check: ({ config }) =>
    valuesAtAny(config, PROXY_URLS)
      .filter(({ value }) => value !== '' && !isHttpUrl(String(value)))
      .map(({ path }) => ({ path, what: `proxy.${path.at(-1)} is no URL that begins with http:// or https://` })),
};

function isHttpUrl(text: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(text) || /\s/.test(text)) return false;
  return URL.canParse(text);
}

const loggingNumber: Rule = {
  code: 'LOGGING_NUMBER',
  severity: 'warning',
  title: 'a log level by number that means something else than it seems',
  why: '1 logs warnings, 0, 2 and 3 log information, and everything else, negative numbers included, logs every detail',
  fix: 'write 2 for normal and 4 for debugging, or use logLevel',
  source: 'operator pkg/resource/podtemplatespec.go generateLogLevel',
  bad: `
    platform: aws
    openshift: "4.5"
    registry: {logging: -1}`,
  good: `
    platform: aws
    openshift: "4.5"
    registry: {logging: 2}`,
  check: ({ config, model }) => {
    const level = config.registry?.logging;
    const odd = level !== undefined && !atLeast(model.openshift, '4.6') && (level < 0 || level > 8);
    return hitIf(odd, () => ({ path: ['registry', 'logging'], what: `logging is ${level}` }));
  },
};

/** Where an empty value is dropped by the operator's own write; other empty values have rules of their own. */
const ZERO_PLACES = [
  'registry.nodeSelector',
  'registry.tolerations',
  'registry.proxy.*',
  'registry.requests.*.*',
  'pruner.nodeSelector',
  'pruner.tolerations',
  'pruner.schedule',
  'storage.*.claim',
  'storage.s3.keyID',
  'storage.s3.regionEndpoint',
];

const zeroValue: Rule = {
  code: 'ZERO_VALUE',
  severity: 'warning',
  title: 'a value is empty, and so means nothing',
  why: 'the operator drops empty texts, lists, maps and zeros when it writes its own object: the setting is as good as absent',
  fix: 'leave the key out; write null to remove what the defaults or a profile say',
  source: 'openshift/api imageregistry/v1, omitempty',
  bad: `
    platform: aws
    registry: {tolerations: []}`,
  good: `
    platform: aws
    registry: {tolerations: null}`,
  check: ({ config }) =>
    valuesAtAny(config, ZERO_PLACES).flatMap(({ path, value }): Hit[] => {
      const shown = shownZero(value);
      return shown === undefined ? [] : [{ path, what: `${path.at(-1)} is ${shown}` }];
    }),
};

function shownZero(value: unknown): string | undefined {
  if (value === '') return 'an empty text';
  if (value === 0) return '0';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : undefined;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0 ? 'an empty map' : undefined;
}

/** In the order they are listed in the documentation. */
export const REQUEST_RULES: readonly Rule[] = [
  negative,
  waitAlone,
  proxyCredentials,
  proxyUrl,
  loggingNumber,
  zeroValue,
];
