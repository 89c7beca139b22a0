/** Acknowledgements from the day they are written to the day they are taken out, and states that last. */

import { describeIdentity } from '../../../src/model/storage-change';
import { bare, pvc, Repository, s3 } from './scenarios';

const A = { a: s3() };
const B = { a: s3({ bucket: 'bbb' }) };
const C = { a: s3({ bucket: 'ccc' }) };
const move = (from: string, to: string): string => `a moves from s3 bucket=${from} to s3 bucket=${to}`;
const AB = move('acme', 'bbb');
const BA = move('bbb', 'acme');
const BC = move('bbb', 'ccc');
const UNUSED = 'ACKNOWLEDGE_UNUSED warning';
const MOVED = 'STORAGE_MOVED error';

/** Runs one after the other; the fleets, their entries, and what is said. */
function expectRuns(
  ...runs: readonly (readonly [Readonly<Record<string, object>>, readonly string[], readonly string[]])[]
) {
  const repository = new Repository();
  for (const [clusters, acknowledge, said] of runs) {
    expect([acknowledge, repository.run(clusters, acknowledge).said]).toEqual([acknowledge, said]);
  }
  return repository;
}

describe('an entry', () => {
  test('allows its change once, is listed while it is there, and leaves the lock with the configuration', () => {
    const repository = expectRuns([A, [], []], [B, [], [MOVED]], [B, [AB], []]);
    expect(repository.lock).toContain(`acknowledged:\n  - ${AB}\n`);
    repository.run(B, [AB]);
    expect(repository.lock).toContain(`acknowledged:\n  - ${AB}\n`);
    repository.run(B);
    expect(repository.lock).not.toContain('acknowledged');
  });

  test('that was used says so, and is to be removed', () => {
    expectRuns([A, [], []], [B, [AB], []], [B, [AB], [UNUSED]]);
  });

  test('allows nothing more: back and forth needs one for each time', () => {
    expectRuns(
      ...([
        [A, [], []],
        [B, [AB], []],
        [A, [AB, BA], [UNUSED]],
        [B, [AB, BA], [MOVED, UNUSED, UNUSED]],
        [B, [AB, BA, AB], [UNUSED, UNUSED]],
        [A, [AB, BA, AB], [MOVED, UNUSED, UNUSED, UNUSED]],
        [B, [], []],
        [A, [BA], []],
      ] as const),
    );
  });

  test('taken out and written again is a new one', () => {
    expectRuns([A, [], []], [B, [AB], []], [A, [BA], []], [A, [], []], [B, [AB], []]);
  });

  test('for a step on the way allows the whole way, with the entry of the next step', () => {
    const repository = expectRuns(
      [A, [], []],
      [C, [AB], [MOVED, UNUSED]],
      [C, [BC], [MOVED, UNUSED]],
      [C, [AB, BC], []],
    );
    expect(repository.lock).toContain('bucket: ccc');
  });

  test('that allows nothing is pointed out, and not remembered', () => {
    const repository = expectRuns([A, ['a leaves the fleet', 'nonsense'], [UNUSED, UNUSED]]);
    expect(repository.lock).not.toContain('acknowledged');
  });
});

test('a cluster leaves once for each entry', () => {
  const both = { ...A, b: s3({ bucket: 'other' }) };
  const leaves = 'b leaves the fleet';
  expectRuns(
    ...([
      [both, [], []],
      [A, [], ['CLUSTER_VANISHED error']],
      [A, [leaves], []],
      [both, [leaves], [UNUSED]],
      [A, [leaves], ['CLUSTER_VANISHED error', UNUSED]],
      [A, [leaves, leaves], [UNUSED]],
    ] as const),
  );
});

test('an object is made again once for each entry, and for exactly that change', () => {
  const [large, small, tiny] = [{ a: pvc() }, { a: pvc({ size: '200Gi' }) }, { a: pvc({ size: '100Gi' }) }];
  const shrink = 'a recreates PersistentVolumeClaim image-registry-storage: size 500Gi to 200Gi';
  expectRuns(
    ...([
      [large, [], []],
      [tiny, [shrink], ['IMMUTABLE_CHANGED error', UNUSED]],
      [small, [shrink], []],
      [large, [shrink], [UNUSED]],
      [small, [shrink], ['IMMUTABLE_CHANGED error', UNUSED]],
    ] as const),
  );
});

describe('a lasting state', () => {
  const managed = {
    a: { ...s3(), storage: { managementState: 'Managed', s3: { bucket: 'acme', region: 'eu-west-1' } } },
  };
  const removed = { a: { platform: 'aws', registry: { managementState: 'Removed' } } };
  const identity = describeIdentity({ backend: 's3', bucket: 'acme' });

  test.each([
    ['Managed on named storage', managed, A, 'STORAGE_MANAGED_OWN', `a lets the operator delete ${identity}`],
    [
      "Removed on the operator's own storage",
      removed,
      { a: { platform: 'aws' } },
      'REMOVED_DELETES_STORAGE',
      'a is Removed, and the operator deletes its images',
    ],
  ])('is acknowledged once, remembered while it lasts, and then forgotten: %s', (_, state, other, code, sentence) => {
    const repository = new Repository();
    expect(repository.run(other).errors).toEqual([]);
    const refused = repository.run(state);
    expect(refused.errors).toEqual([code]);
    expect(refused.findings.find(finding => finding.code === code)?.fix).toContain(
      `{change: "${sentence}", reason: "…"}`,
    );
    expect(repository.run(state, [sentence])).toMatchObject({ errors: [], said: [] });
    expect(repository.lock).toContain(`states:\n      - ${sentence}\n`);
    expect(repository.run(state, [sentence])).toMatchObject({ errors: [], said: [UNUSED] });
    expect(repository.run(state).errors).toEqual([]);
    expect(repository.run(other).errors).toEqual([]);
    expect(repository.lock).not.toContain('states');
    expect(repository.run(state).errors).toEqual([code]);
  });

  test('of another bucket is another one', () => {
    const repository = new Repository();
    repository.run(managed, [`a lets the operator delete ${identity}`]);
    const other = {
      a: { ...s3(), storage: { managementState: 'Managed', s3: { bucket: 'bbb', region: 'eu-west-1' } } },
    };
    expect(repository.run(other, [AB]).errors).toEqual(['STORAGE_MANAGED_OWN']);
  });

  test('that ended needs a new entry, even where the old one still is in the configuration', () => {
    const repository = new Repository();
    const sentence = `a lets the operator delete ${identity}`;
    repository.run(managed, [sentence]);
    expect(repository.run(A, [sentence]).said).toEqual([UNUSED]);
    expect(repository.run(managed, [sentence]).errors).toEqual(['STORAGE_MANAGED_OWN']);
  });
});

describe('a new name', () => {
  const RENAMED = 'plant-7 is renamed plant-8';
  const LEAVES = 'plant-7 leaves the fleet';
  const GONE = 'CLUSTER_VANISHED error';

  test.each([
    ['a bucket', s3(), s3()],
    ['a claim', pvc(), pvc()],
    ["the operator's own storage", { platform: 'aws' }, { platform: 'aws' }],
  ])('of a cluster with the same storage is asked for: %s', (_, before, after) => {
    const repository = new Repository();
    repository.run({ 'plant-7': before });
    const { said, asked, findings } = repository.run({ 'plant-8': after });
    expect([said, asked]).toEqual([[GONE], [LEAVES, RENAMED]]);
    expect(findings.find(({ code }) => code === 'CLUSTER_VANISHED')?.what).toMatch(
      /plant-8 is new and has the same storage: was it renamed\?$/,
    );
    expect(repository.run({ 'plant-8': after }, [RENAMED]).said).toEqual([]);
    expect(repository.lock).not.toContain('plant-7:');
    expect(repository.run({ 'plant-8': after }).said).toEqual([]);
  });

  test.each([
    ['other storage', pvc(), pvc({ claim: 'other' })],
    ['another platform', pvc(), { ...pvc(), platform: 'vsphere' }],
  ])('is not asked for where the new cluster has %s', (_, before, after) => {
    const repository = new Repository();
    repository.run({ 'plant-7': before });
    expect(repository.run({ 'plant-8': after }).asked).toEqual([LEAVES]);
  });

  test('is not asked for where it is unclear which cluster is meant', () => {
    const repository = new Repository();
    repository.run({ 'plant-7': pvc() });
    expect(repository.run({ 'plant-8': pvc(), 'plant-9': pvc() }).asked).toEqual([LEAVES]);
  });

  test('does not hide what else changes', () => {
    const repository = new Repository();
    repository.run({ 'plant-7': pvc() });
    expect(repository.run({ 'plant-8': pvc({ claim: 'other' }) }, [RENAMED]).said).toEqual([MOVED]);
    expect(repository.run({ 'plant-8': pvc({ size: '100Gi' }) }, [RENAMED]).said).toEqual(['IMMUTABLE_CHANGED error']);
    expect(repository.run({ 'plant-8': pvc() }, [RENAMED]).said).toEqual([]);
  });

  test('of a cluster that is still there is none', () => {
    const repository = new Repository();
    repository.run({ 'plant-7': pvc() });
    expect(repository.run({ 'plant-7': pvc(), 'plant-8': pvc() }, [RENAMED]).said).toEqual([UNUSED]);
  });
});

test.each(['x', 'with "quotes"', 'back\\slash', 'a: b #c', "it's", '{[*&!'])(
  'the entry can be pasted as it is: claim %s',
  claim => {
    const repository = new Repository();
    repository.lock = `version: 1\nclusters:\n  a: {backend: pvc, claim: ${JSON.stringify(claim)}}\n`;
    const { asked } = repository.run({ a: bare() });
    expect(repository.run({ a: bare() }, asked).said).toEqual([]);
  },
);
