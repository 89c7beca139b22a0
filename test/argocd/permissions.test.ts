/** AppProject and ClusterRole against all examples, judged by what Argo CD and the API server ask, in code of its own. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { argocdManifests } from '../../src/argocd/argocd-manifests';
import { EmittedKinds } from '../../src/argocd/emitted-kinds';
import type { ArgoCd } from '../../src/config/shape/argocd';
import { OPENSHIFT_GITOPS_RIGHTS, type RbacRule } from '../../src/facts/argocd-controller';
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

function build(fleet: Fleet, argocd: Partial<ArgoCd> = {}): readonly AnyManifest[] {
  const emitted = new EmittedKinds();
  for (const [cluster, objects] of Object.entries(fleet)) for (const object of objects) emitted.add(cluster, object);
  return argocdManifests({ repoURL, ...argocd }, emitted) as AnyManifest[];
}

const groupOf = ({ apiVersion }: AnyManifest): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] as string) : '';
const glob = (pattern: string, text: string): boolean => pattern === '*' || pattern === text;

/** @see argoproj/argo-cd pkg/apis/application/v1alpha1/app_project_types.go */
function refusedByProject(project: AnyManifest, cluster: string, object: AnyManifest): string | undefined {
  const { clusterResourceWhitelist, namespaceResourceWhitelist, destinations } = project.spec;
  const { namespace } = object.metadata;
  const list = namespace === undefined ? clusterResourceWhitelist : namespaceResourceWhitelist;
  const listed = list.some(
    (entry: { group: string; kind: string }) => entry.kind === object.kind && entry.group === groupOf(object),
  );
  if (!listed) return `${object.kind} is not listed`;
  const placed = (where: string): boolean =>
    destinations.some(
      (entry: { name: string; namespace: string }) => glob(entry.name, cluster) && glob(entry.namespace, where),
    );
  if (!placed('openshift-image-registry')) return `${cluster} is no destination`;
  return namespace === undefined || placed(namespace) ? undefined : `${cluster}/${namespace} is no destination`;
}

/** Plurals as the API says them. */
const PLURALS = new Map<string, string>([
  ...readdirSync(join(ROOT, 'crds')).flatMap(file =>
    parseAllDocuments(readFileSync(join(ROOT, 'crds', file), 'utf8')).map(document => {
      const { group, names } = document.toJS().spec;
      return [`${group}/${names.kind}`, names.plural] as const;
    }),
  ),
  ...Object.entries({
    '/ConfigMap': 'configmaps',
    '/Namespace': 'namespaces',
    '/PersistentVolume': 'persistentvolumes',
    '/PersistentVolumeClaim': 'persistentvolumeclaims',
    '/Secret': 'secrets',
    '/ServiceAccount': 'serviceaccounts',
    'batch/CronJob': 'cronjobs',
    'batch/Job': 'jobs',
    [`${RBAC}/ClusterRole`]: 'clusterroles',
    [`${RBAC}/ClusterRoleBinding`]: 'clusterrolebindings',
    [`${RBAC}/Role`]: 'roles',
    [`${RBAC}/RoleBinding`]: 'rolebindings',
    'storage.k8s.io/StorageClass': 'storageclasses',
  }),
]);

const listed = (list: readonly string[] | undefined, value: string): boolean =>
  list?.some(entry => entry === '*' || entry === value) ?? false;

/** One question to the API server: may the account do this? `name` is '' where a request has none. */
const may = (rules: readonly RbacRule[], group: string, resource: string, verb: string, name = ''): boolean =>
  rules.some(
    rule =>
      listed(rule.apiGroups, group) &&
      listed(rule.resources, resource) &&
      listed(rule.verbs, verb) &&
      (rule.resourceNames === undefined || rule.resourceNames.includes(name)),
  );

/** What Argo CD does to an object: server-side apply and its dry run are patches; both may create. */
function verbsFor({ metadata }: AnyManifest): readonly string[] {
  const { annotations = {} } = metadata as { readonly annotations?: Readonly<Record<string, string>> };
  const kept = (annotations['argocd.argoproj.io/sync-options'] ?? '').includes('Prune=false');
  const hook = annotations['argocd.argoproj.io/hook'] !== undefined;
  return ['get', 'list', 'watch', 'create', 'patch', 'update', ...(kept && !hook ? [] : ['delete'])];
}

/** Rights a role gives away must be held, one by one, or there must be `escalate`. */
function lackingForRole(rules: readonly RbacRule[], role: AnyManifest): readonly string[] {
  if (may(rules, RBAC, `${role.kind.toLowerCase()}s`, 'escalate')) return [];
  return (role.rules as readonly RbacRule[]).flatMap(given =>
    (given.apiGroups ?? []).flatMap(group =>
      (given.resources ?? []).flatMap(resource =>
        given.verbs.flatMap(verb =>
          (given.resourceNames ?? ['']).flatMap(name =>
            may(rules, group, resource, verb, name) ? [] : [`${role.kind} grants ${verb} ${group}/${resource} ${name}`],
          ),
        ),
      ),
    ),
  );
}

function lackingFor(rules: readonly RbacRule[], object: AnyManifest): readonly string[] {
  const group = groupOf(object);
  const plural = PLURALS.get(`${group}/${object.kind}`);
  if (plural === undefined) return [`no plural of ${group}/${object.kind}`];
  const verbs = verbsFor(object).filter(verb => !may(rules, group, plural, verb, ''));
  const direct = verbs.map(verb => `${verb} ${group}/${plural}`);
  if (object.roleRef !== undefined) {
    const { kind, name } = object.roleRef as { kind: string; name: string };
    return may(rules, RBAC, `${kind.toLowerCase()}s`, 'bind', name) ? direct : [...direct, `bind ${kind} ${name}`];
  }
  return object.rules === undefined ? direct : [...direct, ...lackingForRole(rules, object)];
}

const rulesOf = (built: readonly AnyManifest[]): readonly RbacRule[] =>
  built.filter(({ kind }) => kind === 'ClusterRole').flatMap(({ rules }) => rules as readonly RbacRule[]);

describe.each(FLEETS)('%s', (_name, fleet) => {
  const objects = Object.entries(fleet).flatMap(([cluster, all]) => all.map(object => ({ cluster, object })));

  test('has objects', () => {
    expect(objects.length).toBeGreaterThan(0);
  });

  test('the project lets every object pass', () => {
    const project = objectOf(build(fleet), 'AppProject');
    expect(objects.flatMap(({ cluster, object }) => refusedByProject(project, cluster, object) ?? [])).toEqual([]);
  });

  test('the project lists no kind and no destination that is not in the output', () => {
    const { spec } = objectOf(build(fleet), 'AppProject');
    const kinds = objects.map(({ object }) => `${groupOf(object)}/${object.kind}`);
    for (const { group, kind } of [...spec.clusterResourceWhitelist, ...spec.namespaceResourceWhitelist]) {
      expect(kinds).toContain(`${group}/${kind}`);
    }
    const places = objects.map(({ cluster, object }) => `${cluster}/${object.metadata.namespace ?? ''}`);
    for (const { name, namespace } of spec.destinations) {
      if (namespace !== 'openshift-image-registry') expect(places).toContain(`${name}/${namespace}`);
    }
  });

  test.each([
    ['openshift-gitops', OPENSHIFT_GITOPS_RIGHTS],
    ['none', []],
  ] as const)('with the rights %s, the account may do all that a sync does', (controllerRights, rights) => {
    const rules = [...rights, ...rulesOf(build(fleet, { controllerRights }))];
    expect(objects.flatMap(({ object }) => lackingFor(rules, object))).toEqual([]);
  });

  test('no verb of the ClusterRole can be spared', () => {
    const granted = rulesOf(build(fleet));
    for (const rule of granted) {
      for (const verb of rule.verbs) {
        const others = granted.map(other =>
          other === rule ? { ...other, verbs: other.verbs.filter(v => v !== verb) } : other,
        );
        const rules = [...OPENSHIFT_GITOPS_RIGHTS, ...others];
        expect([verb, objects.flatMap(({ object }) => lackingFor(rules, object)).length > 0]).toEqual([verb, true]);
      }
    }
  });
});

describe('a feature of one cluster widens what it needs, and nothing else', () => {
  const A = { name: 'a', platform: 'aws', openshift: '4.14' };
  const B = { name: 'b', platform: 'aws', openshift: '4.14' };
  const of = (b: object): readonly AnyManifest[] =>
    build(runFleet(JSON.stringify({ clusters: [A, { ...B, ...b }] })).manifests);
  const base = of({});
  const added = (built: readonly AnyManifest[], key: string): readonly unknown[] => {
    const before = (objectOf(base, 'AppProject').spec[key] as unknown[]).map(entry => JSON.stringify(entry));
    return (objectOf(built, 'AppProject').spec[key] as unknown[]).filter(
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
      ['external-secrets.io/externalsecrets'],
    ],
  ])('%s', (_name, settings, cluster, namespaced, destinations, resources) => {
    const built = of(settings);
    expect(added(built, 'clusterResourceWhitelist')).toEqual(cluster);
    expect(added(built, 'namespaceResourceWhitelist')).toEqual(namespaced);
    expect(added(built, 'destinations')).toEqual(destinations);
    const granted = (all: readonly AnyManifest[]): readonly string[] =>
      rulesOf(all).flatMap(rule => (rule.resources ?? []).map(resource => `${rule.apiGroups?.[0]}/${resource}`));
    expect(granted(built).filter(entry => !granted(base).includes(entry))).toEqual(resources);
  });
});
