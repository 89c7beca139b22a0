import { whose } from '../../src/findings/whose';

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `m${index + 1}`);
const fleet = (count: number, profile: (index: number) => string) => ({
  clusters: names(count).map((name, index) => ({ name, profiles: ['base', profile(index)] })),
});

test.each([
  [names(0), ''],
  [names(1), 'cluster m1'],
  [names(3), '3 clusters: m1, m2, m3'],
  [names(6), '6 clusters: m1, m2, m3, m4, m5, m6'],
  [names(40), '40 clusters: m1, m2, m3, m4, m5 and 35 more'],
])('%j without a fleet: %s', (clusters, text) => expect(whose(clusters)).toBe(text));

test('all of a fleet, and all of a profile, are called so', () => {
  const half = fleet(100, index => (index < 50 ? 'blk' : 'shared'));
  expect(whose(names(100), half)).toBe('all 100 clusters');
  expect(whose(names(50), half)).toBe('all 50 clusters of profile blk');
  expect(whose(names(49), half)).toBe('49 clusters: m1, m2, m3, m4, m5 and 44 more');
  expect(whose(names(51), half)).toBe('51 clusters: m1, m2, m3, m4, m5 and 46 more');
});

test('few are named, even if they are all', () => {
  expect(
    whose(
      names(3),
      fleet(3, () => 'blk'),
    ),
  ).toBe('3 clusters: m1, m2, m3');
});

test('two clusters of one name are one', () => {
  const { clusters } = fleet(8, index => (index < 6 ? 'blk' : 'shared'));
  const twice = { clusters: [...clusters, { name: 'm2', profiles: ['blk'] }] };
  expect(whose(names(8), twice)).toBe('all 8 clusters');
  expect(whose(names(6), twice)).toBe('all 6 clusters of profile blk');
  expect(whose([...names(6), 'gone'], twice)).toBe('7 clusters: m1, m2, m3, m4, m5 and 2 more');
});
