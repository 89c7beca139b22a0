/** A change of one object at a time, and the worst that comes of it: one row for each fact. */

import { TABLES } from '../../src/review/rules/table';
import { ARGOCD_PAIRS, OTHER_PAIRS, PROVISION_PAIRS, VOLUME_PAIRS } from './pairs/objects';
import { changesOfEdit, type Pair } from './pairs/pair';
import { REGISTRY_PAIRS, STORAGE_PAIRS } from './pairs/storage';

const ALL: readonly Pair[] = [
  ...STORAGE_PAIRS,
  ...REGISTRY_PAIRS,
  ...VOLUME_PAIRS,
  ...PROVISION_PAIRS,
  ...OTHER_PAIRS,
  ...ARGOCD_PAIRS,
];

test.each(ALL)('%s, %s: %s (%s), because: %s', (kind, edit, risk, code) => {
  const [worst] = changesOfEdit(kind, edit);
  expect([worst?.risk, worst?.code]).toEqual([risk, code]);
});

test('there are enough of them, and each has its fact', () => {
  expect(ALL.length).toBeGreaterThan(180);
  expect(ALL.filter(([, , , , fact]) => fact.length < 6)).toEqual([]);
  expect(new Set(ALL.map(([kind, edit]) => `${kind} ${edit}`)).size).toBe(ALL.length);
});

/** Rows that need more than one object, or are outranked by a worse one; states.test.ts has them. */
const ELSEWHERE: readonly string[] = [
  'bucket-claim-again',
  'bucket-claim-gone-retained',
  'worker-rights-removed',
  'storage-bundle',
  'bundle-gone',
];

test('every row of the rules is met by a line', () => {
  const rows = TABLES.flatMap(({ fields = [], otherwise = [], whole = [] }) => [...fields, ...otherwise, ...whole]);
  const met = new Set([...ALL.map(([, , , code]) => code), ...ELSEWHERE]);
  expect(rows.map(({ code }) => code).filter(code => !met.has(code))).toEqual([]);
});

test('codes are names of one class and one reason each', () => {
  const rows = TABLES.flatMap(({ fields = [], otherwise = [], whole = [] }) => [...fields, ...otherwise, ...whole]);
  const codes = rows.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.filter(code => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
});

test('reasons are sentences without a full stop, with a source', () => {
  const rows = TABLES.flatMap(({ fields = [], otherwise = [], whole = [] }) => [...fields, ...otherwise, ...whole]);
  expect(rows.filter(({ why, source }) => why.endsWith('.') || why.length < 20 || source.length < 8)).toEqual([]);
});
