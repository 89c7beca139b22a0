/** Values in the form the API server and the operator store them, so that a synced object never differs. */

import type { Resources } from '../config/shape/kubernetes';
import type { CanonicalResources } from './specs';

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
 * A Go duration in nanoseconds, or undefined for text that is none (days and weeks are no Go units).
 *
 * @see https://pkg.go.dev/time#ParseDuration
 */
export function parseDuration(text: string): number | undefined {
  const nanoseconds = nanosecondsOf(text);
  return nanoseconds === undefined ? undefined : Number(nanoseconds);
}

/** Exact, where a number is not: 2,502 hours have more nanoseconds than a number counts. */
function nanosecondsOf(text: string): bigint | undefined {
  if (/^[+-]?0$/.test(text)) return 0n;
  if (!DURATION.test(text)) return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of text.matchAll(DURATION_PART)) {
    total += (BigInt(whole + fraction) * (NANOSECONDS[unit] ?? 0n)) / 10n ** BigInt(fraction.length);
  }
  if (text.startsWith('-')) return total > INT64 ? undefined : -total;
  return total >= INT64 ? undefined : total;
}

/** `60s` as `1m0s`, `168h` as `168h0m0s`; text that is no duration stays as it is, for a rule to refuse. */
export function canonicalDuration(text: string): string {
  const nanoseconds = nanosecondsOf(text);
  return nanoseconds === undefined ? text : formatDuration(nanoseconds);
}

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

const QUANTITY = /^([+-]?)([0-9]+)?(?:\.([0-9]*))?(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]+)?$/;
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;
const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'] as const;

interface ParsedQuantity {
  /** The amount in billionths. */
  readonly nano: bigint;
  readonly format: 'binary' | 'decimal' | 'exponent';
}

const NANO = 1_000_000_000n;
/** Quantities beyond 64 bits become the largest that fits. */
const LARGEST = (INT64 - 1n) * NANO;

/** A quantity in billionths, or undefined for text that is none. */
export function parseQuantity(text: string | number): ParsedQuantity | undefined {
  const match = QUANTITY.exec(String(text).trim());
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', suffix = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const digits = BigInt(`${whole}${fraction}`) * NANO;
  const divisor = 10n ** BigInt(fraction.length);
  const [factor, inverse, format] = scaleOf(suffix);
  const scaled = digits * factor;
  const bottom = divisor * inverse;
  const rounded = scaled / bottom + (scaled % bottom === 0n ? 0n : 1n);
  const nano = rounded > LARGEST ? LARGEST : rounded;
  return { nano: sign === '-' ? -nano : nano, format };
}

function scaleOf(suffix: string): readonly [bigint, bigint, ParsedQuantity['format']] {
  const binary = BINARY.indexOf(suffix as (typeof BINARY)[number]);
  if (suffix !== '' && binary > 0) return [1024n ** BigInt(binary), 1n, 'binary'];
  if (/^[eE][+-]?[0-9]+$/.test(suffix)) {
    const exponent = Math.max(-100, Math.min(100, Number(suffix.slice(1))));
    return exponent < 0 ? [1n, 10n ** BigInt(-exponent), 'exponent'] : [10n ** BigInt(exponent), 1n, 'exponent'];
  }
  const power = DECIMAL.indexOf(suffix as (typeof DECIMAL)[number]) - 3;
  return power < 0 ? [1n, 1000n ** BigInt(-power), 'decimal'] : [1000n ** BigInt(power), 1n, 'decimal'];
}

/**
 * `1024Mi` as `1Gi`, `0.1` as `100m`, `1000m` as `1`; text that is no quantity stays as it is, for a rule to refuse.
 *
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity
 */
export function canonicalQuantity(value: string | number): string {
  const parsed = parseQuantity(value);
  if (parsed === undefined) return String(value);
  const { nano, format } = parsed;
  if (nano === 0n) return '0';
  const sign = nano < 0n ? '-' : '';
  const amount = nano < 0n ? -nano : nano;
  if (format === 'binary' && amount >= 1024n * NANO) {
    // Parts of a byte are rounded up.
    let rest = (amount + NANO - 1n) / NANO;
    let step = 0;
    while (rest % 1024n === 0n && step < BINARY.length - 1) [rest, step] = [rest / 1024n, step + 1];
    return `${sign}${rest}${BINARY[step]}`;
  }
  let rest = amount;
  let step = 0;
  while (rest % 1000n === 0n && step < DECIMAL.length - 1) [rest, step] = [rest / 1000n, step + 1];
  if (format !== 'exponent') return `${sign}${rest}${DECIMAL[step]}`;
  const exponent = (step - 3) * 3;
  return exponent === 0 ? `${sign}${rest}` : `${sign}${rest}e${exponent}`;
}

/** Resources with canonical quantities and without empty parts; an empty map stays, because it means "no requests". */
export function canonicalResources(resources: Resources | undefined): CanonicalResources | undefined {
  if (resources === undefined) return undefined;
  return {
    ...mapOf('limits', resources.limits),
    ...mapOf('requests', resources.requests),
    ...(resources.claims && resources.claims.length > 0 ? { claims: resources.claims } : {}),
  };
}

function mapOf(key: 'limits' | 'requests', list: Resources['limits']): CanonicalResources {
  const entries = Object.entries(list ?? {}).map(([name, quantity]) => [name, canonicalQuantity(quantity)]);
  return entries.length > 0 ? { [key]: Object.fromEntries(entries) } : {};
}

/** The object without the values that a Go type leaves out when it is written: false, zero, empty strings, lists and maps. */
export function withoutZeros<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => !isZero(item))) as Partial<T>;
}

function isZero(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
