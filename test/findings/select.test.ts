import type { Finding } from '../../src/findings/finding';
import { atLeast, countText, ofClusters } from '../../src/findings/select';

const finding = (severity: Finding['severity'], clusters?: readonly string[]): Finding => ({
  ...{ code: 'X', path: [], what: 'w', why: 'y', fix: 'f', severity },
  ...(clusters === undefined ? {} : { clusters }),
});
const ALL = [finding('error'), finding('warning'), finding('error', ['a', 'b']), finding('info', ['b'])];

test.each([
  ['error', 2],
  ['warning', 3],
  ['info', 4],
] as const)('at least %s', (severity, count) => expect(atLeast(ALL, severity)).toHaveLength(count));

test('of a cluster: its own, named alone, and errors of the whole fleet', () => {
  expect(ofClusters(ALL, ['b'])).toEqual([finding('error'), finding('error', ['b']), finding('info', ['b'])]);
  expect(ofClusters(ALL, ['c'])).toEqual([finding('error')]);
  expect(ofClusters(ALL, [])).toEqual(ALL);
});

test('counted', () => {
  expect(countText([...ALL, finding('info')])).toBe('2 errors, 1 warning, 2 info');
  expect(countText([])).toBe('');
});
