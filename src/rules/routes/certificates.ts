/** Certificates that cert-manager issues for routes. */

import { parseDuration } from '../../values/duration';
import { hitIf, type Rule } from '../rule';

const withCertificate = (certificate: string): string => `
    platform: aws
    routes: {custom: [{name: public, hostname: registry.example.com, tls: {certificate: ${certificate}}}]}`;

const HOUR = 3600e9;

/** The default of cert-manager. */
const DEFAULT_DURATION = 90 * 24 * HOUR;

const validity: Rule = {
  code: 'CERTIFICATE_DURATION',
  severity: 'error',
  acceptable: false,
  title: 'the durations of a certificate contradict each other',
  why: 'cert-manager refuses the Certificate, and the Secret of the route is never created',
  fix: 'write a duration of at least 1h, and a renewBefore of at least 5m that is shorter than duration',
  source: 'cert-manager internal/apis/certmanager/validation',
  bad: withCertificate('{issuerRef: {name: ca}, duration: 24h, renewBefore: 48h}'),
  good: withCertificate('{issuerRef: {name: ca}, duration: 48h, renewBefore: 24h}'),
  check: ({ config }) =>
    (config.routes?.custom ?? []).flatMap(({ tls }, index) => {
      const { duration, renewBefore } = tls?.certificate ?? {};
      const path = ['routes', 'custom', index, 'tls', 'certificate'];
      const whole = duration === undefined ? DEFAULT_DURATION : parseDuration(duration);
      const before = renewBefore === undefined ? undefined : parseDuration(renewBefore);
      return [
        ...hitIf(whole !== undefined && whole < HOUR, () => ({
          path: [...path, 'duration'],
          what: `duration ${duration} is below 1h`,
        })),
        ...hitIf(before !== undefined && before < HOUR / 12, () => ({
          path: [...path, 'renewBefore'],
          what: `renewBefore ${renewBefore} is below 5m`,
        })),
        ...hitIf(before !== undefined && whole !== undefined && before >= whole, () => ({
          path: [...path, 'renewBefore'],
          what: `renewBefore ${renewBefore} must be shorter than duration ${duration ?? '2160h'}`,
        })),
      ];
    }),
};

/** In the order they are listed in the documentation. */
export const ROUTE_CERTIFICATE_RULES: readonly Rule[] = [validity];
