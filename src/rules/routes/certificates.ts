/** Certificates that cert-manager makes for routes. */

import { parseDuration } from '../../values/duration';
import { hitIf, type Rule } from '../rule';

const withCertificate = (certificate: string): string => `
    platform: aws
    routes: {custom: [{name: public, hostname: registry.example.com, tls: {certificate: ${certificate}}}]}`;

const HOUR = 3600e9;

/** What cert-manager takes when nothing is said. */
const DEFAULT_DURATION = 90 * 24 * HOUR;

const validity: Rule = {
  code: 'CERTIFICATE_DURATION',
  severity: 'error',
  acceptable: false,
  title: 'the durations of a certificate contradict each other',
  why: 'cert-manager refuses the Certificate, and the Secret that the route names never appears',
  fix: 'make duration at least 1h, renewBefore at least 5m, and renewBefore shorter than duration',
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
          what: `duration is ${duration}, less than 1h`,
        })),
        ...hitIf(before !== undefined && before < HOUR / 12, () => ({
          path: [...path, 'renewBefore'],
          what: `renewBefore is ${renewBefore}, less than 5m`,
        })),
        ...hitIf(before !== undefined && whole !== undefined && before >= whole, () => ({
          path: [...path, 'renewBefore'],
          what: `renewBefore is ${renewBefore}, and the certificate is valid for ${duration ?? '2160h'}`,
        })),
      ];
    }),
};

/** In the order they are listed in the documentation. */
export const ROUTE_CERTIFICATE_RULES: readonly Rule[] = [validity];
