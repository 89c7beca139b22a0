import type { Finding } from '../../src/findings/finding';
import { MOST_OF_A_CODE, sortFindings } from '../../src/findings/sort';

const finding = (more: Partial<Finding>): Finding => ({
  code: 'X',
  severity: 'error',
  path: ['a'],
  what: 'w',
  why: 'y',
  fix: 'f',
  place: { file: 'f.yaml', line: 1, column: 1 },
  ...more,
});
const at = (file: string, line: number, column: number): Partial<Finding> => ({ place: { file, line, column } });

test('by file, line and column as numbers, then by code, whatever the order before', () => {
  const sorted = [
    finding({ place: undefined, construct: 'c' }),
    finding(at('a.yaml', 2, 9)),
    finding(at('a.yaml', 2, 10)),
    finding({ ...at('a.yaml', 10, 1), code: 'A' }),
    finding({ ...at('a.yaml', 10, 1), code: 'B' }),
    finding(at('b.yaml', 1, 1)),
  ];
  expect(sortFindings([...sorted].reverse())).toEqual(sorted);
});

test('what is found in one place for several clusters is one finding, which names them all', () => {
  const all = [finding({ clusters: ['b'] }), finding({ clusters: ['a'] }), finding({ clusters: ['c', 'b'] })];
  expect(sortFindings(all)).toEqual([finding({ clusters: ['a', 'b', 'c'] })]);
  expect(sortFindings(sortFindings(all))).toEqual([finding({ clusters: ['a', 'b', 'c'] })]);
  expect(sortFindings([finding({}), finding({})])).toEqual([finding({})]);
});

test('what was sorted is sorted', () => {
  const sorted = sortFindings([finding({ clusters: ['b'] }), finding({ code: 'Y' }), finding({ clusters: ['a'] })]);
  expect(sortFindings(sorted)).toBe(sorted);
  expect(sortFindings([...sorted])).toEqual(sorted);
});

test('other words, codes, paths and places are other findings', () => {
  const others = [{ what: 'v' }, { code: 'Y' }, { path: ['b'] }, at('f.yaml', 1, 2)];
  expect(sortFindings([finding({}), ...others.map(finding)])).toHaveLength(5);
});

test('of one code no more than a fleet can have, and how many more there are', () => {
  const many = Array.from({ length: MOST_OF_A_CODE + 5 }, (_, index) => finding(at('f.yaml', index + 1, 1)));
  const sorted = sortFindings(many);
  expect(sorted).toHaveLength(MOST_OF_A_CODE + 1);
  expect(sorted.at(-1)).toMatchObject({ code: 'FINDINGS_LIMIT', what: '5 more findings are X, and are not listed' });
});
