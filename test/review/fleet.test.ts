/** Reviews of whole fleets: clusters that come, go, get another name or move. */

import type { Change } from '../../src/review/change';
import { review } from '../../src/review/review';
import { textSide } from '../../src/review/sides/folder';
import type { Acknowledged } from '../../src/review/sides/side';
import { BASES } from './pairs/bases';
import type { Plain } from './pairs/pair';

type Clusters = Readonly<Record<string, readonly string[]>>;

const named = (cluster: string, name: string): Plain => {
  const base = structuredClone(BASES[name]) as { metadata: object };
  return { ...base, metadata: { ...base.metadata, labels: { 'registry-gitops/cluster': cluster } } };
};

const side = (clusters: Clusters) =>
  textSide(
    'side',
    new Map(
      Object.entries(clusters).flatMap(([cluster, names]) =>
        names.map(
          (name, index) => [`clusters/${cluster}/${index}.json`, JSON.stringify(named(cluster, name))] as const,
        ),
      ),
    ),
  );

function found(before: Clusters, after: Clusters, acknowledged: readonly Acknowledged[] = []): readonly Change[] {
  return review(side(before), { ...side(after), acknowledged }).changes;
}
const inShort = (changes: readonly Change[]): readonly string[] =>
  changes.map(({ cluster, risk, code }) => `${cluster}: ${risk} ${code}`);

test('a cluster that is new is one change', () => {
  expect(inShort(found({ a: ['Config'] }, { a: ['Config'], b: ['Config', 'ExternalSecret'] }))).toEqual([
    'b: rollout cluster-new',
  ]);
});

test('a cluster that goes is one change, as bad as the worst that a sync may delete', () => {
  expect(inShort(found({ a: ['Config'], b: ['Config'] }, { a: ['Config'] }))).toEqual(['b: data-loss cluster-gone']);
  expect(inShort(found({ a: ['Config'], b: ['protected Config'] }, { a: ['Config'] }))).toEqual([
    'b: exposure cluster-gone',
  ]);
});

test('a cluster with the same objects under another name is renamed', () => {
  const changes = found(
    { a: ['Config'], 'plant-7': ['Config on a claim'] },
    { a: ['Config'], 'plant-8': ['Config on a claim'] },
  );
  expect(inShort(changes)).toEqual(['plant-7: stuck cluster-renamed']);
  expect(changes[0]?.after).toBe('plant-8');
});

describe('a change that the fleet file acknowledges', () => {
  const moved = (change: string) =>
    found({ a: ['Config'] }, { a: ['Config on a claim'] }, [{ change, reason: 'copied by hand' }])[0]?.acknowledged;

  test('says so', () => {
    expect(moved('a moves from s3 bucket=images to pvc claim=images')).toBe('copied by hand');
  });

  test.each([
    'b moves from s3 bucket=images to pvc claim=images',
    'a moves from s3 bucket=images to pvc claim=other',
    'a leaves the fleet',
    'a moves',
  ])('is not %s', change => {
    expect(moved(change)).toBeUndefined();
  });

  test('may be the end of a cluster', () => {
    const acknowledged = [{ change: 'b leaves the fleet', reason: 'scrapped' }];
    expect(found({ a: ['Config'], b: ['Config'] }, { a: ['Config'] }, acknowledged)[0]?.acknowledged).toBe('scrapped');
  });
});

describe('the recipe of a move', () => {
  test('is told once, however many fields change', () => {
    const other = (name: string): string =>
      JSON.stringify({ ...named('a', 'Config'), spec: { storage: { s3: { bucket: name, region: name } } } });
    const of = (name: string) => textSide('side', new Map([['clusters/a/0.json', other(name)]]));
    expect(review(of('x'), of('y')).changes.map(({ recipe }) => recipe !== undefined)).toEqual([true, false]);
  });

  const recipe = (before: string, after: string): string =>
    (found({ a: [before] }, { a: [after] })[0]?.recipe ?? []).flatMap(({ say, run = '' }) => [say, run]).join('\n');

  test.each([
    ['Config', 'Config on Azure', 'rclone copy --fast-list --checksum --progress old:images new:images'],
    [
      'Config',
      'Config on a claim',
      'rclone copy --fast-list --progress old:images ./registry && oc -n openshift-image-registry rsync ./registry/ registry-copy:/new/',
    ],
    [
      'Config on a claim',
      'Config',
      'oc -n openshift-image-registry rsync registry-copy:/old/ ./registry/ && rclone copy --fast-list --progress ./registry new:images',
    ],
  ])('%s to %s', (before, after, command) => {
    const text = recipe(before, after);
    expect(text).toContain(command);
    expect(text).toContain('set registry.readOnly: true on a');
  });

  test('no recipe for images that would be in pods', () => {
    expect(recipe('Config', 'Config on emptyDir')).toBe('');
  });
});
