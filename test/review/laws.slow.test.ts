/** What holds for every review, whatever the sides. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Change } from '../../src/review/change';
import { isAtLeast } from '../../src/review/classes';
import { review } from '../../src/review/review';
import { textSide } from '../../src/review/sides/folder';

type Plain = Record<string, unknown>;
type Cluster = readonly Plain[];

const ROOT = join(__dirname, '..', '..');

/** Clusters of every output that is in this repository: its own fleet, and the examples. */
const CLUSTERS: readonly Cluster[] = [
  'dist',
  ...readdirSync(join(ROOT, 'test/examples')).map(name => `test/examples/${name}/expected`),
]
  .map(folder => join(ROOT, folder, 'clusters'))
  .flatMap(folder => readdirSync(folder).map(name => join(folder, name)))
  .map(folder => readdirSync(folder).map(name => parse(readFileSync(join(folder, name), 'utf8')) as Plain));

const fleetOf = (clusters: readonly Cluster[]): ReadonlyMap<string, string> =>
  new Map(
    clusters.flatMap((objects, index) =>
      objects.map((object, place) => [`clusters/c${index}/${place}.json`, JSON.stringify(object)] as const),
    ),
  );

const between = (before: readonly Cluster[], after: readonly Cluster[]): readonly Change[] =>
  review(textSide('a', fleetOf(before)), textSide('b', fleetOf(after))).changes;

const fleets = fc
  .array(fc.nat({ max: CLUSTERS.length - 1 }), { minLength: 1, maxLength: 4 })
  .map(picks => picks.map(pick => CLUSTERS[pick] as Cluster));

/** The same values with every map's keys the other way round. */
const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
};

describe('review(x, x) is empty', () => {
  test('for the same files', () => {
    fc.assert(
      fc.property(fleets, fleet => expect(between(fleet, fleet)).toEqual([])),
      { seed: 13, numRuns: 50 },
    );
  });

  test('for the same objects in other files, written in another way', () => {
    const rewritten = (fleet: readonly Cluster[]) =>
      fleet.map(objects => [...objects].reverse().map(object => reversed(object) as Plain));
    fc.assert(
      fc.property(fleets, fleet => expect(between(fleet, rewritten(fleet))).toEqual([])),
      { seed: 13, numRuns: 50 },
    );
  });
});

interface Spot {
  readonly holder: Plain | unknown[];
  readonly key: string;
  readonly path: string;
}

/** Every value in an object, with its place. */
function spots(node: unknown, path = ''): readonly Spot[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = `${path}.${key}`;
    return [{ holder: node as Plain, key, path: here }, ...spots(value, here)];
  });
}

/** What leaving a field out means, too. */
const MEANT_BY_ABSENCE: readonly unknown[] = [
  '',
  0,
  false,
  3,
  'Normal',
  'Filesystem',
  'Owner',
  'Immediate',
  'External',
  'Internal',
  '0 0 * * *',
];

/** One edit of one place; undefined where it would change nothing. */
function edit({ holder, key }: Spot, kind: string): boolean {
  const here = holder as Plain;
  const value = here[key];
  if (kind === 'unknown') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    (value as Plain).zzNew = 'x';
  } else if (kind === 'remove') {
    if (typeof value === 'object' || MEANT_BY_ABSENCE.includes(value) || Array.isArray(holder)) return false;
    delete here[key];
  } else if (typeof value === 'string') here[key] = `${value}x`;
  else if (typeof value === 'number') here[key] = value + (kind === 'less' ? -1 : 1);
  else if (typeof value === 'boolean') here[key] = !value;
  else if (Array.isArray(value)) value.push(typeof value[0] === 'object' ? { zz: 'x' } : 'zz');
  else return false;
  return true;
}

/** Where images are, and what deletes them: kind and place, as the APIs of the operator, Kubernetes and the clouds have them. */
const HOLDS_IMAGES: readonly RegExp[] = [
  /^Config \.spec\.storage\.managementState$/,
  /^Config \.spec\.storage\.s3\.(bucket|regionEndpoint)$/,
  /^Config \.spec\.storage\.gcs\.bucket$/,
  /^Config \.spec\.storage\.azure\.(accountName|container|cloudName)$/,
  /^Config \.spec\.storage\.swift\.(container|authURL|tenant|tenantID|domain|domainID|regionName)$/,
  /^Config \.spec\.storage\.(ibmcos|oss)\.(bucket|region|location)$/,
  /^Config \.spec\.storage\.pvc\.claim$/,
  /^PersistentVolume \.spec\.(persistentVolumeReclaimPolicy|nfs|local|csi)/,
  /^StorageClass \.reclaimPolicy$/,
  /^BackingStore \.spec\.type$/,
  /^Bucket \.spec\.(name|deletionPolicy)$/,
  /^\w+ \.metadata\.annotations\.(services\.k8s\.aws\/deletion-policy|cnrm\.cloud\.google\.com\/deletion-policy|serviceoperator\.azure\.com\/reconcile-policy)$/,
  /^(Config|PersistentVolumeClaim|PersistentVolume|ObjectBucketClaim|BackingStore|Bucket|StorageBucket|StorageAccount) \.metadata\.annotations\.argocd\.argoproj\.io\/sync-options$/,
];

/** Retain is what their absence means. */
const KEPT_BY_ABSENCE =
  /^(PersistentVolume \.spec\.persistentVolumeReclaimPolicy|ExternalSecret \.spec\.target\.deletionPolicy)$/;

const mutations = fc.record({
  cluster: fc.nat({ max: CLUSTERS.length - 1 }),
  object: fc.nat({ max: 1_000 }),
  spot: fc.nat({ max: 1_000 }),
  kind: fc.constantFrom('change', 'change', 'less', 'remove', 'unknown'),
});

/** The cluster with one field of one object changed, and which. */
function mutate({
  cluster,
  object,
  spot,
  kind,
}: {
  cluster: number;
  object: number;
  spot: number;
  kind: string;
}): { readonly before: Cluster; readonly after: Cluster; readonly place: string } | undefined {
  const before = CLUSTERS[cluster] as Cluster;
  const after = structuredClone(before) as Plain[];
  const target = after[object % after.length] as Plain;
  const places = spots(target);
  const chosen = places[spot % places.length] as Spot;
  return edit(chosen, kind)
    ? { before, after, place: `${before[object % before.length]?.kind} ${chosen.path}` }
    : undefined;
}

test('every change of a single field is found', () => {
  fc.assert(
    fc.property(mutations, mutation => {
      const mutated = mutate(mutation);
      fc.pre(mutated !== undefined && !(mutation.kind === 'remove' && KEPT_BY_ABSENCE.test(mutated.place)));
      const found = (): readonly Change[] => between([mutated.before], [mutated.after]);
      // Without its name or kind it is no object: that is refused.
      if (/ \.(kind|apiVersion|metadata\.name)$/.test(mutated.place) && mutation.kind === 'remove') {
        expect(found).toThrow('not a Kubernetes object');
      } else expect([mutated.place, found()]).not.toEqual([mutated.place, []]);
    }),
    { seed: 13, numRuns: 600 },
  );
});

/** Every place of every cluster, so that none is missed by chance. */
const DATA_SPOTS = CLUSTERS.flatMap((objects, cluster) =>
  objects.flatMap((object, index) =>
    spots(object)
      .map(({ path }, spot) => ({ cluster, object: index, spot, place: `${object.kind} ${path}` }))
      .filter(({ place }) => HOLDS_IMAGES.some(pattern => pattern.test(place))),
  ),
);

describe('no change that can lose images is classed below orphan', () => {
  test('there are places enough to say so', () => {
    expect(DATA_SPOTS.length).toBeGreaterThan(150);
  });

  test.each(['change', 'remove'])('%s', kind => {
    const mild = DATA_SPOTS.flatMap(spot => {
      const mutated = mutate({ ...spot, kind });
      if (mutated === undefined) return [];
      const risk = between([mutated.before], [mutated.after])[0]?.risk;
      if (kind === 'remove' && KEPT_BY_ABSENCE.test(spot.place)) return risk === undefined ? [] : [spot.place];
      return risk !== undefined && isAtLeast(risk, 'orphan') ? [] : [`${spot.place}: ${risk}`];
    });
    expect([...new Set(mild)]).toEqual([]);
  });

  test('an object that holds images, and is not protected, does not go quietly', () => {
    const mild = CLUSTERS.flatMap(objects =>
      objects.flatMap((object, index) => {
        const { annotations: _, ...metadata } = object.metadata as Plain;
        const bare = objects.map((other, place) => (place === index ? { ...object, metadata } : other));
        const without = bare.filter((_object, place) => place !== index);
        const holds =
          /^(Config|PersistentVolume(Claim)?|ObjectBucketClaim|BackingStore|StorageBucket|StorageAccount\w*)$/;
        if (!holds.test(String(object.kind)) || without.length === 0) return [];
        // A cluster that keeps something else: one that goes as a whole is one change of its own.
        const [change] = between([bare], [without]);
        return change !== undefined && isAtLeast(change.risk, 'orphan') ? [] : [`${object.kind}: ${change?.risk}`];
      }),
    );
    expect([...new Set(mild)]).toEqual([]);
  });

  test('a field that is not known is not trusted', () => {
    const kinds = /^(Config|PersistentVolume|BackingStore|Bucket|StorageBucket|StorageAccount\w*)$/;
    const mild = CLUSTERS.flatMap(objects =>
      objects.flatMap((object, index) => {
        if (!kinds.test(String(object.kind))) return [];
        const after = structuredClone(objects) as Plain[];
        (after[index]?.spec as Plain).zzNew = { a: 1 };
        const [change] = between([objects], [after]);
        return change !== undefined && isAtLeast(change.risk, 'orphan') ? [] : [`${object.kind}: ${change?.risk}`];
      }),
    );
    expect([...new Set(mild)]).toEqual([]);
  });
});

/** What no row needs to know: a value the API refuses. */
const NOT_KNOWN = ['Config .spec.storage.managementState'];

test('every field of every object of ours is known to a row', () => {
  const seen = new Set<string>(NOT_KNOWN);
  const unknown = CLUSTERS.flatMap((objects, cluster) =>
    objects.flatMap((object, index) =>
      spots(object).flatMap(({ path }, spot) => {
        const place = `${object.kind} ${path}`;
        if (seen.has(place) || /^\.(kind|apiVersion|metadata\.name(space)?)$/.test(path)) return [];
        seen.add(place);
        const mutated = mutate({ cluster, object: index, spot, kind: 'change' });
        const found = mutated === undefined ? [] : between([mutated.before], [mutated.after]);
        return found.some(({ code }) => code.endsWith('unknown')) ? [`${place}: ${found[0]?.code}`] : [];
      }),
    ),
  );
  expect(seen.size).toBeGreaterThan(400);
  expect(unknown).toEqual([]);
});
