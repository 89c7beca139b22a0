/** Kubernetes quantities, and the form in which the API server stores them. */

import { remembered } from './remembered';

const QUANTITY = /^([+-]?)([0-9]+)?(?:\.([0-9]*))?(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]+)?$/;
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'] as const;
const DECIMAL = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'] as const;

interface ParsedQuantity {
  /** The quantity in billionths. */
  readonly nano: bigint;
  readonly format: 'binary' | 'decimal' | 'exponent';
}

const NANO = 1_000_000_000n;
/** Quantities beyond 64 bits become the largest that fits. */
const LARGEST = (2n ** 63n - 1n) * NANO;

/** A quantity in billionths, or undefined for text that is not a quantity. */
export const parseQuantity = remembered((text: string | number): ParsedQuantity | undefined => {
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
});

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
export const canonicalQuantity = remembered((value: string | number): string => {
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
});
