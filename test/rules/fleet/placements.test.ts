import { FLEET_PLACEMENT_RULES } from '../../../src/rules/fleet/placements';
import { runFleet } from '../../support/fleet';

const MINE = new Set(FLEET_PLACEMENT_RULES.map(({ code }) => code));

/** A cluster with a policy of the hub: its placement, and what else differs. */
const placed = (placement: object, { claim = 'a', acm = {} }: { claim?: string; acm?: object } = {}): object => ({
  platform: 'baremetal',
  storage: { odf: { noobaa: { claim, bucketName: 'registry', trustedCA: { ingressCA: true } } } },
  credentials: { bucketClaim: { acm: { ...acm, placement } } },
});
const OTHER = { claim: 'b' };
const NO_HUB = { platform: 'aws' };

/** `CODE cluster` of what is found, without the codes' common beginning. */
function found(...clusters: readonly object[]): readonly string[] {
  const named = clusters.map((cluster, index) => {
    const name = ['a', 'b', 'c'][index] ?? '';
    return { name, openshift: '4.14', baseDomain: `${name}.example.com`, ...cluster };
  });
  return runFleet(JSON.stringify({ clusters: named }))
    .findings.filter(({ code }) => MINE.has(code))
    .map(({ code, clusters: names }) => `${code.replace(/^BUCKET_CLAIM_/, '')} ${names?.join('+')}`);
}

const clusterSets = ['global'];
const LABELS = { matchLabels: { registry: 'noobaa' }, clusterSets };
const NAMES = { clusterSets };

test.each<[string, readonly object[], readonly string[]]>([
  ['one policy for all', [placed(LABELS), placed(LABELS)], []],
  ['two policies, each by name', [placed(NAMES), placed(NAMES, OTHER)], []],
  [
    'two policies, the same labels',
    [placed(LABELS), placed(LABELS, OTHER)],
    ['PLACEMENT_REACHES a', 'PLACEMENT_REACHES b'],
  ],
  [
    'labels that are some of those of another',
    [placed(LABELS), placed({ matchLabels: { registry: 'noobaa', zone: 'eu' }, clusterSets }, OTHER)],
    ['PLACEMENT_REACHES a'],
  ],
  ['other labels of another', [placed(LABELS), placed({ matchLabels: { registry: 'rgw' }, clusterSets }, OTHER)], []],
  [
    'the same labels of other sets',
    [placed({ ...LABELS, clusterSets: ['x'] }), placed({ ...LABELS, clusterSets: ['y'] }, OTHER)],
    [],
  ],
  [
    'the same labels, perhaps of another set',
    [placed({ ...LABELS, clusterSets: ['x'] }), placed({ ...LABELS, clusterSets: ['x', 'y'] }, OTHER)],
    ['PLACEMENT_REACHES b'],
  ],
  [
    'the same labels in two namespaces, whose sets nobody knows',
    [
      placed({ ...LABELS, clusterSets: [] }),
      placed({ ...LABELS, clusterSets: [] }, { ...OTHER, acm: { namespace: 'other' } }),
    ],
    ['SET_BINDING a', 'SET_BINDING b'],
  ],
  [
    'the same labels in one namespace, whatever its sets are',
    [placed({ ...LABELS, clusterSets: [] }), placed({ ...LABELS, clusterSets: [] }, OTHER)],
    ['PLACEMENT_REACHES a', 'SET_BINDING a', 'PLACEMENT_REACHES b'],
  ],
  [
    'one policy in two placements, which reach each other',
    [placed(LABELS), placed({ matchLabels: { registry: 'noobaa', zone: 'eu' }, clusterSets })],
    [],
  ],
  [
    'all of the sets, and another policy by name',
    [placed({ matchLabels: {}, clusterSets }), placed(NAMES, OTHER)],
    ['PLACEMENT_REACHES a'],
  ],
])('reach: %s', (_, clusters, expected) => expect(found(...clusters)).toEqual(expected));

test.each<[string, readonly object[], readonly string[]]>([
  ['its own name', [placed({ matchLabels: { name: 'a' }, clusterSets }), NO_HUB], []],
  ['a name of the hub', [placed({ matchLabels: { name: 'cluster-17' }, clusterSets }), NO_HUB], []],
  ['a cluster without a policy', [placed({ matchLabels: { name: 'b' }, clusterSets }), NO_HUB], ['PLACEMENT_NAME a']],
  [
    'a cluster with the same policy',
    [placed({ matchLabels: { name: 'b' }, clusterSets }), placed({ matchLabels: { name: 'b' }, clusterSets })],
    ['PLACEMENT_NAME a'],
  ],
])('name: %s', (_, clusters, expected) => expect(found(...clusters)).toEqual(expected));

test.each<[string, readonly object[], readonly string[]]>([
  ['all of the sets, for all clusters', [placed({ matchLabels: {}, clusterSets })], []],
  ['all of the sets, and a cluster without', [placed({ matchLabels: {}, clusterSets }), NO_HUB], ['PLACEMENT_WIDE a']],
  ['labels, and a cluster without', [placed(LABELS), NO_HUB], []],
])('width: %s', (_, clusters, expected) => expect(found(...clusters)).toEqual(expected));

test.each<[string, readonly object[], readonly string[]]>([
  ['no sets', [placed({}), placed({})], ['SET_BINDING a']],
  ['no sets by one, and one by another in the same namespace', [placed({}), placed(NAMES)], []],
  ['no hub', [NO_HUB], []],
])('binding: %s', (_, clusters, expected) => expect(found(...clusters)).toEqual(expected));

test('many placements are compared in a time that grows with their number', () => {
  const many = (size: number): readonly object[] =>
    Array.from({ length: size }, (_, index) => ({
      index,
      name: `c${index}`,
      hub: {
        path: [],
        policy: { does: `${index}`, namespace: 'n', name: `${index}`, clusterSets, matchLabels: { name: `c${index}` } },
      },
    }));
  let looked = 0;
  const counting = (of: object, key: string | symbol): unknown => {
    if (key === 'hub') looked += 1;
    return Reflect.get(of, key);
  };
  const counted = many(2000).map(cluster => new Proxy(cluster, { get: counting }));
  for (const { check } of FLEET_PLACEMENT_RULES) check(counted as never, {} as never);
  expect(looked).toBeLessThan(2000 * 40);
});
