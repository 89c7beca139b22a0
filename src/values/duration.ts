/** Go durations, and the form in which the API server and the operator store them. */

import { remembered } from './remembered';

const DURATION_PART = /([0-9]*)(?:\.([0-9]*))?(ns|us|µs|μs|ms|s|m|h)/g;
const DURATION = /^[+-]?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+$/;

const NANOSECONDS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};

/** What Go's 64 bits hold: 292 years of nanoseconds. */
const INT64 = 2n ** 63n;

/**
 * A Go duration in nanoseconds, or undefined for text that is not a duration (days and weeks are not Go units).
 *
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function parseDuration(text: string): number | undefined {
  const nanoseconds = nanosecondsOf(text);
  return nanoseconds === undefined ? undefined : Number(nanoseconds);
}

/** Exact, where a number is not: 2,502 hours have more nanoseconds than a number counts. */
const nanosecondsOf = remembered((text: string): bigint | undefined => {
  if (/^[+-]?0$/.test(text)) return 0n;
  if (!DURATION.test(text)) return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(DURATION_PART)) {
    total += (BigInt(whole + fraction) * (NANOSECONDS[unit] ?? 0n)) / 10n ** BigInt(fraction.length);
  }
  if (text.startsWith('-')) return total > INT64 ? undefined : -total;
  return total >= INT64 ? undefined : total;
});

/** `60s` as `1m0s`, `168h` as `168h0m0s`; text that is no duration stays as it is, for a rule to refuse. */
export const canonicalDuration = remembered((text: string): string => {
  const nanoseconds = nanosecondsOf(text);
  return nanoseconds === undefined ? text : formatDuration(nanoseconds);
});

function formatDuration(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? '-' : '';
  const total = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  if (total === 0n) return '0s';
  if (total < 1_000n) return `${sign}${total}ns`;
  if (total < 1_000_000n) return `${sign}${decimal(total, 1_000n)}µs`;
  if (total < 1_000_000_000n) return `${sign}${decimal(total, 1_000_000n)}ms`;
  const { h = 1n, m = 1n, s = 1n } = NANOSECONDS;
  const hours = total >= h ? `${total / h}h` : '';
  const minutes = total >= m ? `${(total % h) / m}m` : '';
  return `${sign}${hours}${minutes}${decimal(total % m, s)}s`;
}

/** The quotient with as many digits after the point as it needs; the divisor is a power of ten. */
function decimal(amount: bigint, divisor: bigint): string {
  const fraction = String(amount % divisor).padStart(String(divisor).length - 1, '0');
  return `${amount / divisor}.${fraction}`.replace(/\.?0+$/, '');
}
