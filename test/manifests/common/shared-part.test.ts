/** Objects that clusters share are those that each cluster's own app makes. */

import { parse } from 'yaml';
import type { Cluster } from '../../../src/config/shape/cluster';
import { buildManifests, definitionsOf } from '../../../src/manifests/build-manifests';
import { equalPart, likeLast } from '../../../src/manifests/common/shared-part';
import { resolve } from '../../../src/model/resolve';
import { Secret } from '../../../src/model/secret';
import { ALL_RULES } from '../../../src/rules/catalogue';
import { constructedOf } from '../../support/constructed';
import { exampleInputs } from '../../support/example-inputs';
import { dedent } from '../../support/fleet';

const SHARED = parse(`
  pruner: {schedule: "0 2 * * *", keepYoungerThanDuration: 168h, resources: {requests: {cpu: 0.1}}}
  image: {registrySources: {blockedRegistries: [untrusted.example.com]}, imageDigestMirrors: [{source: a.example.com, mirrors: [b.example.com]}]}
  access:
    viewers: [{project: team-a, groups: [devs]}, {project: team-b, users: [ann], serviceAccounts: [ci/builder]}]
    metrics: [{user: prometheus}]
    serviceMonitor: true
`) as Partial<Cluster>;

const LABELLED = { labels: { team: 'platform' }, annotations: { 'example.com/owner': 'ann' } };

const cluster = (own: Partial<Cluster>): Cluster => ({
  name: 'one',
  platform: 'aws',
  openshift: '4.14',
  ...SHARED,
  ...own,
});

test('whatever else differs between the clusters', () => {
  const clusters = [
    cluster({}),
    cluster({ name: 'two' }),
    cluster({ name: '1e3', openshift: '4.4' }),
    cluster({ name: 'rosa', platform: 'rosa' }),
    cluster({ name: 'hosted', platform: 'rosa', hosted: true }),
    cluster({ name: 'labelled', metadata: LABELLED }),
    cluster({ name: 'labelled-too', metadata: LABELLED }),
    cluster({ name: 'odd', metadata: { labels: { constructor: 'odd' } } }),
    cluster({ name: 'again' }),
  ];
  for (const model of clusters.map(one => resolve(one))) expect(buildManifests(model)).toEqual(constructedOf(model));
});

test('for two clusters with the settings of any good example', () => {
  for (const { good } of ALL_RULES) {
    const settings = { openshift: '4.14', ...parse(dedent(good)) };
    buildManifests(resolve({ ...settings, name: 'one' }, exampleInputs()));
    const two = resolve({ ...settings, name: 'two' }, exampleInputs());
    expect([good, buildManifests(two)]).toEqual([good, constructedOf(two)]);
  }
});

test('equal parts have the same definitions, and others, of any other text or metadata, their own', () => {
  const calls: unknown[] = [];
  const define = equalPart((model, part: { readonly name: string; readonly sizes?: readonly number[] }) => {
    calls.push([model, part]);
    return {};
  });
  const metadata = {};
  const first = define({ metadata }, { name: 'a', sizes: [1] });
  expect(define({ metadata }, { name: 'a', sizes: [1] })).toBe(first);
  const others = [
    define({ metadata: {} }, { name: 'a', sizes: [1] }),
    define({ metadata }, { name: 'a', sizes: [1, 2] }),
    define({ metadata }, { name: 'a' }),
  ];
  expect(others).not.toContain(first);
  expect(new Set(others).size).toBe(3);
  expect(calls).toHaveLength(4);
});

test('a part like the last one has its definitions, and any other its own', () => {
  const define = likeLast((model, part: { readonly name: string; readonly secret?: Secret }) => ({ model, part }));
  const secret = new Secret('a');
  const metadata = { labels: { team: 'a' } };
  const first = define({ metadata }, { name: 'a', secret });
  expect(define({ metadata: { labels: { team: 'a' } } }, { name: 'a', secret })).toBe(first);
  for (const [labels, part] of [
    [{ team: 'b' }, { name: 'a', secret }],
    [{ team: 'a' }, { name: 'a', secret: new Secret('a') }],
    [{ team: 'a' }, { name: 'a' }],
    [{ team: 'a' }, { name: 'b', secret }],
  ] as const) {
    define({ metadata }, { name: 'a', secret });
    expect(define({ metadata: { labels } }, part)).toEqual({ model: { metadata: { labels } }, part });
  }
});

test('what a model has beside its metadata never reaches what is defined', () => {
  const define = likeLast((model, _: string) => Object.keys(model));
  expect(define(resolve(cluster({})), 'part')).toEqual(['metadata']);
});

test('a value whose text does not say everything is no equal part', () => {
  // @ts-expect-error the text of a Secret is the same for all
  equalPart((_, part: { readonly values: readonly Secret[] }) => part);
  const late = equalPart((_, part: { readonly late: () => string }) => part);
  // @ts-expect-error and that of a function is nothing
  late({ metadata: {} }, { late: () => '' });
  expect(JSON.stringify([new Secret('a')])).toBe(JSON.stringify([new Secret('b')]));
});

test('what clusters share is the same object', () => {
  const [one, two] = ['one', 'two'].map(name => definitionsOf(resolve(cluster({ name }))));
  const shared = one?.filter(definition => two?.includes(definition)).map(({ source }) => source.kind);
  expect(shared).toEqual(expect.arrayContaining(['ImagePruner', 'RoleBinding', 'ClusterRole']));
});
