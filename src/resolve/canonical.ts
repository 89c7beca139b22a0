/** Values in the form the API server and the operator store them, so that a synced object never differs. */

import type { Resources } from '../config/shape/kubernetes';
import type { CanonicalResources } from './model';

const DURATION_PART = /([0-9]+(?:\.[0-9]*)?|\.[0-9]+)(ns|us|µs|μs|ms|s|m|h)/g;
const DURATION = /^[+-]?(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+$/;

const NANOSECONDS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

/** A Go duration in nanoseconds, or undefined for text that is none (days and weeks are no Go units). */
export function parseDuration(text: string): number | undefined {
  if (text === '0') return 0;
  if (!DURATION.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(DURATION_PART)) total += Number(amount) * (NANOSECONDS[unit ?? ''] ?? 0);
  return text.startsWith('-') ? -total : total;
}

/** `60s` as `1m0s`, `168h` as `168h0m0s`; text that is no duration stays as it is, for a rule to refuse. */
export function canonicalDuration(text: string): string {
  const nanoseconds = parseDuration(text);
  return nanoseconds === undefined ? text : formatDuration(nanoseconds);
}

function formatDuration(nanoseconds: number): string {
  const sign = nanoseconds < 0 ? '-' : '';
  const total = Math.abs(Math.round(nanoseconds));
  if (total === 0) return '0s';
  if (total < 1e3) return `${sign}${total}ns`;
  if (total < 1e6) return `${sign}${total / 1e3}µs`;
  if (total < 1e9) return `${sign}${total / 1e6}ms`;
  const hours = Math.floor(total / 3600e9);
  const minutes = Math.floor((total % 3600e9) / 60e9);
  const seconds = (total % 60e9) / 1e9;
  const tail = `${seconds}s`;
  if (hours > 0) return `${sign}${hours}h${minutes}m${tail}`;
  return minutes > 0 ? `${sign}${minutes}m${tail}` : `${sign}${tail}`;
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
  const nano = scaled / bottom + (scaled % bottom === 0n ? 0n : 1n);
  return { nano: sign === '-' ? -nano : nano, format };
}

function scaleOf(suffix: string): readonly [bigint, bigint, ParsedQuantity['format']] {
  const binary = BINARY.indexOf(suffix as (typeof BINARY)[number]);
  if (suffix !== '' && binary > 0) return [1024n ** BigInt(binary), 1n, 'binary'];
  if (/^[eE][+-]?[0-9]+$/.test(suffix)) {
    const exponent = Math.max(-18, Math.min(18, Number(suffix.slice(1))));
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
  if (format === 'binary' && amount % NANO === 0n && amount / NANO >= 1024n) {
    let rest = amount / NANO;
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
