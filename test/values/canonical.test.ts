/** Canonical forms: those the API server stores, reached in one step. */

import fc from 'fast-check';
import { canonicalResources } from '../../src/model/resources';
import { canonicalDuration, parseDuration } from '../../src/values/duration';
import { canonicalQuantity, parseQuantity } from '../../src/values/quantity';
import { withoutZeros } from '../../src/values/zero';

describe('durations, as time.Duration writes them', () => {
  test.each([
    ['0', '0s'],
    ['-0', '0s'],
    ['0h', '0s'],
    ['60s', '1m0s'],
    ['1m', '1m0s'],
    ['90m', '1h30m0s'],
    ['1h', '1h0m0s'],
    ['168h', '168h0m0s'],
    ['1h0.5s', '1h0m0.5s'],
    ['1.5h', '1h30m0s'],
    ['.5s', '500ms'],
    ['1.s', '1s'],
    ['1500ms', '1.5s'],
    ['1100us', '1.1ms'],
    ['1100µs', '1.1ms'],
    ['1500ns', '1.5µs'],
    ['1ns', '1ns'],
    ['1.9ns', '1ns'],
    ['-90s', '-1m30s'],
    ['+90s', '1m30s'],
    ['30s1m', '1m30s'],
    ['2540400h10m10.000000001s', '2540400h10m10.000000001s'],
    ['2562047h47m16.854775807s', '2562047h47m16.854775807s'],
    ['100h100ms', '100h0m0.1s'],
  ])('%s becomes %s', (given, expected) => expect(canonicalDuration(given)).toBe(expected));

  test.each(['', '1d', '1w', '7', '1 h', ' 1h', '1h ', 'h', '.s', '1h-1m', '2562048h', '1H', '١s', '1e3s'])(
    '%j is none, and stays as it is',
    text => {
      expect(parseDuration(text)).toBeUndefined();
      expect(canonicalDuration(text)).toBe(text);
    },
  );

  test('are the same duration as before, and change once only', () => {
    const part = fc.tuple(
      fc.double({ min: 0, max: 5000, noNaN: true }).map(number => number.toFixed(6).replace(/0+$/, '')),
      fc.constantFrom('ns', 'us', 'µs', 'ms', 's', 'm', 'h'),
    );
    const duration = fc
      .tuple(fc.constantFrom('', '-', '+'), fc.array(part, { minLength: 1, maxLength: 4 }))
      .map(([sign, parts]) => sign + parts.map(([amount, unit]) => amount + unit).join(''));
    fc.assert(
      fc.property(duration, text => {
        const canonical = canonicalDuration(text);
        expect(canonicalDuration(canonical)).toBe(canonical);
        expect(parseDuration(canonical)).toBe(parseDuration(text));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });
});

describe('quantities, as resource.Quantity writes them', () => {
  test.each([
    ['0', '0'],
    ['0Gi', '0'],
    ['-0', '0'],
    ['1000m', '1'],
    ['0.1', '100m'],
    ['.5', '500m'],
    ['1.', '1'],
    ['1.5', '1500m'],
    ['100m', '100m'],
    ['1500', '1500'],
    ['1000', '1k'],
    ['1024', '1024'],
    ['1000Ki', '1000Ki'],
    ['1024Mi', '1Gi'],
    ['1536Mi', '1536Mi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Mi', '512Ki'],
    ['0.5Ki', '512'],
    ['1023', '1023'],
    ['1.0001Ki', '1025'],
    ['1024Gi', '1Ti'],
    ['1e3', '1e3'],
    ['12E6', '12e6'],
    ['1e2', '100'],
    ['1e-3', '1e-3'],
    ['1E', '1E'],
    ['0.0000000001', '1n'],
    ['-1500m', '-1500m'],
    ['+2', '2'],
    ['100Gi', '100Gi'],
    ['107374182400', '107374182400'],
    ['1e30', '9223372036854775807'],
    ['16Ei', '9223372036854775807'],
  ])('%s becomes %s', (given, expected) => expect(canonicalQuantity(given)).toBe(expected));

  test('numbers are quantities too', () => {
    expect(canonicalQuantity(1)).toBe('1');
    expect(canonicalQuantity(0.25)).toBe('250m');
    expect(canonicalQuantity(Number.NaN)).toBe('NaN');
  });

  test.each(['', '.', '1gb', '1GB', '1 Gi', '1K', '1kb', 'Gi', '1e', '1e1.5', '--1', '0x10', '1,5'])(
    '%j is none, and stays as it is',
    text => {
      expect(parseQuantity(text)).toBeUndefined();
      expect(canonicalQuantity(text)).toBe(text);
    },
  );

  test('are the same amount as before, and change once only', () => {
    const quantity = fc
      .tuple(
        fc.constantFrom('', '-', '+'),
        fc.integer({ min: 0, max: 2_000_000 }),
        fc.constantFrom('', '.5', '.25', '.001', '.'),
        fc.constantFrom('', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'e3', 'e-2', 'E4'),
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(quantity, text => {
        const canonical = canonicalQuantity(text);
        expect(canonicalQuantity(canonical)).toBe(canonical);
        const [before, after] = [parseQuantity(text)?.nano ?? 0n, parseQuantity(canonical)?.nano ?? 0n];
        // Parts of a byte are rounded up, away from zero; nothing else changes.
        const rounding = parseQuantity(text)?.format === 'binary' ? 1_000_000_000n : 1n;
        expect(after - before < rounding && before - after < rounding).toBe(true);
      }),
      { seed: 2, numRuns: 2000 },
    );
  });
});

test('resources keep an empty map, which means "no requests", and lose empty parts', () => {
  expect(canonicalResources(undefined)).toBeUndefined();
  expect(canonicalResources({})).toEqual({});
  expect(canonicalResources({ requests: {}, limits: { cpu: '1000m', memory: '1024Mi' } })).toEqual({
    limits: { cpu: '1', memory: '1Gi' },
  });
});

test('zero values are those a Go type leaves out', () => {
  const zeros = { a: 0, b: '', c: false, d: [], e: {}, f: undefined, g: null };
  expect(withoutZeros({ ...zeros, kept: 1, text: 'x', yes: true, list: [0], map: { x: 0 } })).toEqual({
    kept: 1,
    text: 'x',
    yes: true,
    list: [0],
    map: { x: 0 },
  });
});
