/** Limits of the requests that a registry pod serves. */

import { type Hit, hitIf, type Rule } from '../rule';
import { valuesAtAny } from '../walk';

const COUNTS = ['registry.requests.*.maxRunning', 'registry.requests.*.maxInQueue'];

const negative: Rule = {
  code: 'REQUESTS_NEGATIVE',
  severity: 'error',
  title: 'a request limit is negative',
  why: 'the operator cannot create the Deployment, and reports it only in its Progressing condition',
  fix: 'write 1 or more, or remove the limit',
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
      .map(({ path, value }): Hit => ({ path, what: `${path.at(-1)} is ${value}, but must not be negative` }))
      .concat(
        valuesAtAny(config, ['registry.requests.*.maxWaitInQueue'])
          .filter(({ value }) => /^-.*[1-9]/.test(String(value)))
          .map(({ path, value }) => ({
            path,
            what: `maxWaitInQueue is ${value}, but must not be negative`,
            why: 'no request can wait: every request above maxRunning is refused',
            fix: 'write a duration such as 1m, or remove maxWaitInQueue',
          })),
      ),
};

const waitAlone: Rule = {
  code: 'REQUESTS_WAIT_ALONE',
  severity: 'warning',
  title: 'maxWaitInQueue is set without a request limit',
  why: 'the operator reads maxWaitInQueue only together with maxRunning or maxInQueue: the setting has no effect',
  fix: 'add maxRunning, and maxInQueue if requests may wait',
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
      return hitIf(alone, () => ({
        path,
        what: `requests.${kind}.maxWaitInQueue ${limits?.maxWaitInQueue} needs maxRunning or maxInQueue`,
      }));
    }),
};

/** In the order they are listed in the documentation. */
export const REQUEST_RULES: readonly Rule[] = [negative, waitAlone];
