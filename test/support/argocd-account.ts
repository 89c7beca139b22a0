/** What Argo CD and the API server ask of an account: which project lets an object pass, and which right it needs. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { RbacRule } from '../../src/facts/argocd-controller';
import type { AnyManifest } from './fleet';

const ROOT = join(__dirname, '..', '..');
const RBAC = 'rbac.authorization.k8s.io';

export const groupOf = ({ apiVersion }: AnyManifest): string =>
  apiVersion.includes('/') ? (apiVersion.split('/')[0] as string) : '';
const glob = (pattern: string, text: string): boolean => pattern === '*' || pattern === text;

/** @see argoproj/argo-cd pkg/apis/application/v1alpha1/app_project_types.go */
export function refusedByProject(project: AnyManifest, cluster: string, object: AnyManifest): string | undefined {
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
export const PLURALS = new Map<string, string>([
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

/** What an account may do, in the whole cluster and in each namespace. */
export interface Account {
  readonly everywhere: readonly RbacRule[];
  readonly within: ReadonlyMap<string, readonly RbacRule[]>;
}

/** One request: `name` is '' where it has none, and `namespace` where it is for no namespace or for all of them. */
export interface Request {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
  readonly namespace: string;
  readonly name?: string;
}

/** One question to the API server: may the account do this? */
export const may = (account: Account, { group, resource, verb, namespace, name = '' }: Request): boolean =>
  [...account.everywhere, ...(account.within.get(namespace) ?? [])].some(
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
export function lackingForRole(account: Account, role: AnyManifest): readonly string[] {
  const { namespace = '' } = role.metadata;
  const resource = `${role.kind.toLowerCase()}s`;
  if (may(account, { group: RBAC, resource, verb: 'escalate', namespace })) return [];
  return (role.rules as readonly RbacRule[]).flatMap(given =>
    (given.apiGroups ?? []).flatMap(group =>
      (given.resources ?? []).flatMap(resource =>
        given.verbs.flatMap(verb =>
          (given.resourceNames ?? ['']).flatMap(name =>
            may(account, { group, resource, verb, namespace, name })
              ? []
              : [`${role.kind} grants ${verb} ${group}/${resource} ${name}`],
          ),
        ),
      ),
    ),
  );
}

/** Argo CD reads and watches a kind in all namespaces at once. */
const READS: readonly string[] = ['get', 'list', 'watch'];

export function lackingFor(account: Account, object: AnyManifest): readonly string[] {
  const group = groupOf(object);
  const own = object.metadata.namespace ?? '';
  const plural = PLURALS.get(`${group}/${object.kind}`);
  if (plural === undefined) return [`no plural of ${group}/${object.kind}`];
  const verbs = verbsFor(object).filter(
    verb => !may(account, { group, resource: plural, verb, namespace: READS.includes(verb) ? '' : own }),
  );
  const direct = verbs.map(verb => `${verb} ${group}/${plural}`);
  if (object.roleRef !== undefined) {
    const { kind, name } = object.roleRef as { kind: string; name: string };
    const resource = `${kind.toLowerCase()}s`;
    const mayBind = may(account, { group: RBAC, resource, verb: 'bind', namespace: own, name });
    return mayBind ? direct : [...direct, `bind ${kind} ${name}`];
  }
  return object.rules === undefined ? direct : [...direct, ...lackingForRole(account, object)];
}

const CONTROLLER = {
  kind: 'ServiceAccount',
  name: 'openshift-gitops-argocd-application-controller',
  namespace: 'openshift-gitops',
};

/** What the controller may do once these objects are applied; only what is bound to it counts. */
export function accountOf(rights: readonly RbacRule[], applied: readonly AnyManifest[]): Account {
  const within = new Map<string, RbacRule[]>();
  const everywhere = [...rights];
  for (const { kind, metadata, roleRef, subjects } of applied) {
    if (!kind.endsWith('Binding') || JSON.stringify(subjects) !== JSON.stringify([CONTROLLER])) continue;
    const { namespace } = metadata;
    const role = applied.find(
      object =>
        object.kind === roleRef.kind &&
        object.metadata.name === roleRef.name &&
        object.metadata.namespace === namespace,
    );
    const rules = (role?.rules ?? []) as readonly RbacRule[];
    if (namespace === undefined) everywhere.push(...rules);
    else within.set(namespace, [...(within.get(namespace) ?? []), ...rules]);
  }
  return { everywhere, within };
}
