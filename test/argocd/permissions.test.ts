/** AppProject and rights against all examples, judged by what Argo CD and the API server ask, in code of its own. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { argocdManifests } from '../../src/argocd/argocd-manifests';
import { EmittedKinds, isNamespace } from '../../src/argocd/emitted-kinds';
import { ownRights, sharedRights, syncedManifests } from '../../src/argocd/rights';
import type { ArgoCd } from '../../src/config/shape/argocd';
import { allows, OPENSHIFT_GITOPS_RIGHTS, type RbacRule } from '../../src/facts/argocd-controller';
import type { Manifest } from '../../src/manifests/common/manifest';
import { fileNameOf } from '../../src/output/manifest-file';
import { accountOf, groupOf, lackingFor, may, PLURALS, refusedByProject } from '../support/argocd-account';
import { type AnyManifest, objectOf, runFleet } from '../support/fleet';
import { readOutput, sectionOf } from '../support/output-check';

const ROOT = join(__dirname, '..', '..');
const RBAC = 'rbac.authorization.k8s.io';
const repoURL = 'https://git.example.com/platform/registry.git';

type Fleet = Readonly<Record<string, readonly AnyManifest[]>>;

/** The committed output of a fleet, by cluster. */
function committedFleet(folder: string): Fleet {
  const fleet: Record<string, AnyManifest[]> = {};
  for (const { file, object } of readOutput(folder)) {
    const [top, cluster] = sectionOf(file).split('/');
    if (top !== 'clusters' || cluster === undefined) continue;
    fleet[cluster] ??= [];
    fleet[cluster].push(object as AnyManifest);
  }
  return fleet;
}

const FLEETS: readonly (readonly [string, Fleet])[] = [
  ['dist', committedFleet(join(ROOT, 'dist'))],
  ...readdirSync(join(ROOT, 'test', 'examples')).map(
    name => [name, committedFleet(join(ROOT, 'test', 'examples', name, 'expected'))] as const,
  ),
];

interface Built {
  readonly argocd: readonly AnyManifest[];
  /** What is applied on a cluster before its first sync, in the order of the files. */
  readonly rights: (cluster: string) => readonly AnyManifest[];
}

function build(fleet: Fleet, more: Partial<ArgoCd> = {}): Built {
  const emitted = new EmittedKinds();
  for (const [cluster, objects] of Object.entries(fleet)) for (const object of objects) emitted.add(cluster, object);
  const argocd = { repoURL, ...more };
  const shared = inOrder(sharedRights(argocd, emitted));
  const own = new Map([...ownRights(argocd, emitted)].map(({ cluster, manifests }) => [cluster, inOrder(manifests)]));
  return {
    argocd: argocdManifests(argocd, emitted) as AnyManifest[],
    rights: cluster => [...shared, ...(own.get(cluster) ?? [])],
  };
}

const inOrder = (manifests: readonly Manifest[]): readonly AnyManifest[] =>
  [...manifests].sort((a, b) => (fileNameOf(a) < fileNameOf(b) ? -1 : 1)) as AnyManifest[];

const GIVEN = [
  ['openshift-gitops', OPENSHIFT_GITOPS_RIGHTS],
  ['none', []],
] as const;

const JOB = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'j' } } as AnyManifest;
const SERVICE_ACCOUNT = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 's' } } as AnyManifest;

describe.each(FLEETS)('%s', (_name, fleet) => {
  const objects = Object.entries(fleet).flatMap(([cluster, all]) =>
    (syncedManifests({ repoURL }, all) as readonly AnyManifest[]).map(object => ({ cluster, object })),
  );
  const clusters = Object.keys(fleet);
  const of = (cluster: string): readonly AnyManifest[] =>
    objects.filter(entry => entry.cluster === cluster).map(({ object }) => object);

  test('has objects', () => {
    expect(objects.length).toBeGreaterThan(0);
  });

  test('the project lets every object pass', () => {
    const project = objectOf(build(fleet).argocd, 'AppProject');
    expect(objects.flatMap(({ cluster, object }) => refusedByProject(project, cluster, object) ?? [])).toEqual([]);
  });

  test('the project lists no kind and no destination that is not in the output', () => {
    const { spec } = objectOf(build(fleet).argocd, 'AppProject');
    const kinds = objects.map(({ object }) => `${groupOf(object)}/${object.kind}`);
    for (const { group, kind } of [...spec.clusterResourceWhitelist, ...spec.namespaceResourceWhitelist]) {
      expect(kinds).toContain(`${group}/${kind}`);
    }
    const places = objects.map(({ cluster, object }) => `${cluster}/${object.metadata.namespace ?? ''}`);
    for (const { name, namespace } of spec.destinations) {
      if (namespace !== 'openshift-image-registry') expect(places).toContain(`${name}/${namespace}`);
    }
  });

  test.each(GIVEN)('with the rights %s, the account may do all that a sync does', (controllerRights, rights) => {
    const { rights: rightsOf } = build(fleet, { controllerRights });
    const lacking = clusters.flatMap(cluster => {
      const account = accountOf(rights, rightsOf(cluster));
      return of(cluster).flatMap(object => lackingFor(account, object).map(what => `${cluster}: ${what}`));
    });
    expect(lacking).toEqual([]);
  });

  test.each(GIVEN)(
    'with the rights %s, the account writes nothing of a namespace elsewhere',
    (controllerRights, rights) => {
      const { rights: rightsOf } = build(fleet, { controllerRights });
      const kinds = objects.filter(({ object }) => object.metadata.namespace !== undefined);
      const found = clusters.flatMap(cluster => {
        const account = accountOf(rights, rightsOf(cluster));
        return [...kinds.map(({ object }) => object), JOB, SERVICE_ACCOUNT].flatMap(object => {
          const group = groupOf(object);
          const resource = PLURALS.get(`${group}/${object.kind}`) as string;
          return ['create', 'patch', 'update', 'delete']
            .filter(verb => !rights.some(rule => allows(rule, group, resource, verb)))
            .filter(verb => may(account, { group, resource, verb, namespace: 'kube-system' }))
            .map(verb => `${cluster}: ${verb} ${resource}`);
        });
      });
      expect(found).toEqual([]);
    },
  );

  test('Jobs and ServiceAccounts are made only where the output has some', () => {
    const { rights: rightsOf } = build(fleet);
    for (const { kind, apiVersion } of [JOB, SERVICE_ACCOUNT]) {
      const used = objects.filter(({ object }) => object.kind === kind).map(({ object }) => object.metadata.namespace);
      const resource = PLURALS.get(`${groupOf({ apiVersion } as AnyManifest)}/${kind}`) as string;
      for (const cluster of clusters) {
        const { everywhere, within } = accountOf([], rightsOf(cluster));
        expect(everywhere.filter(rule => rule.resources?.includes(resource))).toEqual([]);
        const given = [...within].filter(([, rules]) => rules.some(rule => rule.resources?.includes(resource)));
        for (const [namespace] of given) expect(used).toContain(namespace);
      }
    }
  });

  test('every namespace of the rights is there or made before a role in it, and so is each that the output needs', () => {
    const emitted = new Set(
      Object.values(fleet).flatMap(all => all.filter(isNamespace).map(({ metadata }) => metadata.name)),
    );
    const { rights: rightsOf } = build(fleet);
    for (const cluster of clusters) {
      const files = rightsOf(cluster);
      const made = files.filter(isNamespace).map(({ metadata }) => metadata.name);
      for (const { kind, metadata } of files.filter(object => object.metadata.namespace !== undefined)) {
        if (!emitted.has(metadata.namespace as string)) continue;
        expect(made).toContain(metadata.namespace);
        const namespace = files.findIndex(file => isNamespace(file) && file.metadata.name === metadata.namespace);
        expect(namespace).toBeLessThan(files.findIndex(file => file.kind === kind && file.metadata === metadata));
      }
    }
  });

  test('no verb of the rights can be spared', () => {
    const { rights: rightsOf } = build(fleet);
    const isEnough = (cluster: string, applied: readonly AnyManifest[]): boolean => {
      const account = accountOf(OPENSHIFT_GITOPS_RIGHTS, applied);
      return of(cluster).every(object => lackingFor(account, object).length === 0);
    };
    const spared = rightsOf('')
      .concat(clusters.flatMap(cluster => rightsOf(cluster).slice(rightsOf('').length)))
      .filter(({ rules }) => rules !== undefined)
      .flatMap(role =>
        (role.rules as readonly RbacRule[]).flatMap(rule =>
          rule.verbs
            .filter(verb => {
              const less = { ...rule, verbs: rule.verbs.filter(v => v !== verb) };
              const roleWithLess = { ...role, rules: role.rules.map((r: RbacRule) => (r === rule ? less : r)) };
              return clusters.every(cluster =>
                isEnough(
                  cluster,
                  rightsOf(cluster).map(object => (object === role ? roleWithLess : object)),
                ),
              );
            })
            .map(verb => `${verb} ${rule.resources?.join()} in ${role.metadata.namespace ?? 'the cluster'}`),
        ),
      );
    expect(spared).toEqual([]);
  });

  test('an account that may do everything gets nothing, and makes the namespaces of Jobs itself', () => {
    const { argocd, rights } = build(fleet, { controllerRights: 'all' });
    expect(clusters.flatMap(rights)).toEqual([]);
    const project = objectOf(argocd, 'AppProject');
    const every = Object.entries(fleet).flatMap(([cluster, all]) =>
      (syncedManifests({ repoURL, controllerRights: 'all' }, all) as readonly AnyManifest[]).map(
        object => refusedByProject(project, cluster, object) ?? 'passes',
      ),
    );
    expect(every).toEqual(Object.values(fleet).flatMap(all => all.map(() => 'passes')));
  });
});

describe('a feature of one cluster widens what it needs, and nothing else', () => {
  const A = { name: 'a', platform: 'aws', openshift: '4.14' };
  const B = { name: 'b', platform: 'aws', openshift: '4.14' };
  const of = (b: object): Built => build(runFleet(JSON.stringify({ clusters: [A, { ...B, ...b }] })).manifests);
  const base = of({});
  const added = ({ argocd }: Built, key: string): readonly unknown[] => {
    const before = (objectOf(base.argocd, 'AppProject').spec[key] as unknown[]).map(entry => JSON.stringify(entry));
    return (objectOf(argocd, 'AppProject').spec[key] as unknown[]).filter(
      entry => !before.includes(JSON.stringify(entry)),
    );
  };

  test.each<[string, object, unknown[], unknown[], unknown[], string[]]>([
    [
      'access to a project',
      { access: { viewers: [{ project: 'team-a', users: ['ann'] }] } },
      [],
      [{ group: RBAC, kind: 'RoleBinding' }],
      [{ name: 'b', namespace: 'team-a' }],
      [],
    ],
    [
      'the pruner',
      { pruner: { schedule: '0 2 * * *' } },
      [{ group: 'imageregistry.operator.openshift.io', kind: 'ImagePruner' }],
      [],
      [],
      ['imageregistry.operator.openshift.io/imagepruners'],
    ],
    [
      'pull credentials of a project',
      {
        thirdParty: [
          {
            server: 'quay.io',
            namespaces: ['team-b'],
            credentials: { externalSecret: { store: { name: 'v' }, key: 'k' } },
          },
        ],
      },
      [],
      [{ group: 'external-secrets.io', kind: 'ExternalSecret' }],
      [{ name: 'b', namespace: 'team-b' }],
      ['external-secrets.io/externalsecrets in team-b'],
    ],
  ])('%s', (_name, settings, cluster, namespaced, destinations, resources) => {
    const built = of(settings);
    expect(added(built, 'clusterResourceWhitelist')).toEqual(cluster);
    expect(added(built, 'namespaceResourceWhitelist')).toEqual(namespaced);
    expect(added(built, 'destinations')).toEqual(destinations);
    const granted = ({ rights }: Built): readonly string[] =>
      rights('b').flatMap(({ metadata, rules = [] }) =>
        (rules as readonly RbacRule[]).flatMap(rule =>
          (rule.resources ?? []).map(
            resource => `${rule.apiGroups?.[0]}/${resource}${metadata.namespace ? ` in ${metadata.namespace}` : ''}`,
          ),
        ),
      );
    const files = ({ rights }: Built): readonly string[] => rights('a').map(fileNameOf);
    expect(files(built)).toEqual(files(base));
    expect(granted(built).filter(entry => !granted(base).includes(entry))).toEqual(resources);
  });
});
