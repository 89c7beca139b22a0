/** Bounds on the requests a registry pod serves. */

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

/** In the order they are listed in the documentation. */
export const REQUEST_RULES: readonly Rule[] = [negative, waitAlone];
