/** Durations: the API server takes more forms than the programs that read them. */

import type { ConfigPath } from '../../findings/finding';
import { parseDuration } from '../../values/duration';
import type { Hit, Rule } from '../rule';
import { valuesAtAny } from '../walk';

/** The hit of a text that is not a Go duration, or nothing; absent durations are fine. */
export function durationHit(path: ConfigPath, text: string | undefined): readonly Hit[] {
  if (text === undefined || parseDuration(text) !== undefined) return [];
  const hours = inHours(text);
  const what = `${path.at(-1)} "${text}" is not a duration in hours, minutes and seconds`;
  return [{ path, what, fix: hours === undefined ? undefined : `write ${hours}h` }];
}

const HOURS: Readonly<Record<string, number>> = { d: 24, w: 7 * 24, y: 365 * 24 };

/** Days, weeks and years in hours. */
function inHours(text: string): number | undefined {
  const [, amount, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*(d|w|y)(?:ays?|eeks?|ears?)?\s*$/i.exec(text) ?? [];
  const factor = HOURS[unit.toLowerCase()];
  return amount === undefined || factor === undefined ? undefined : Number(amount) * factor;
}

/** Where durations are set. */
const DURATIONS = [
  'registry.requests.*.maxWaitInQueue',
  'pruner.keepYoungerThanDuration',
  'storage.s3.cloudFront.duration',
  'storage.s3.cloudFront.privateKey.externalSecret.refreshInterval',
  'credentials.externalSecret.refreshInterval',
  'credentials.bucketClaim.externalSecret.refreshInterval',
  'pullSecret.externalSecret.refreshInterval',
  'thirdParty.*.credentials.externalSecret.refreshInterval',
  'routes.custom.*.tls.externalSecret.refreshInterval',
  'routes.custom.*.tls.certificate.duration',
  'routes.custom.*.tls.certificate.renewBefore',
];

const durationUnit: Rule = {
  code: 'DURATION_UNIT',
  severity: 'error',
  title: 'a duration is not in hours, minutes and seconds',
  why: 'the API server accepts the value, but the controller that reads it cannot decode days or weeks, and then no longer lists any object of that kind',
  fix: 'write hours, minutes and seconds, for example 168h or 1m30s',
  source: 'Go time.ParseDuration; k8s.io/apimachinery metav1.Duration',
  bad: `
    platform: aws
    pruner: {keepYoungerThanDuration: 7d}`,
  good: `
    platform: aws
    pruner: {keepYoungerThanDuration: 168h}`,
  check: ({ config }) => valuesAtAny(config, DURATIONS).flatMap(({ path, value }) => durationHit(path, String(value))),
};

/** In the order they are listed in the documentation. */
export const DURATION_RULES: readonly Rule[] = [durationUnit];
