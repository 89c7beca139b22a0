import { EnvironmentError, now } from '../../src/load/clock';
import { readInputs } from '../../src/load/read-inputs';

const before = process.env.SOURCE_DATE_EPOCH;
afterEach(() => {
  if (before === undefined) delete process.env.SOURCE_DATE_EPOCH;
  else process.env.SOURCE_DATE_EPOCH = before;
});

test('SOURCE_DATE_EPOCH sets the day of a check', () => {
  process.env.SOURCE_DATE_EPOCH = '1806451200';
  expect(readInputs().now.toISOString()).toBe('2027-03-31T00:00:00.000Z');
});

test('an empty one leaves the clock of the machine', () => {
  const least = Date.now();
  expect(now('').getTime()).toBeGreaterThanOrEqual(least);
  expect(now('').getTime()).toBeLessThanOrEqual(Date.now());
});

test.each(['yesterday', '-1', '1.5', '0x10', ' 1', '9'.repeat(30)])('%j is refused', epoch =>
  expect(() => now(epoch)).toThrow(EnvironmentError),
);
