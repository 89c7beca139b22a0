/** `access`: one binding for each project and role, its subjects sorted and without doubles. */

import type { Access, MetricsAccess, ProjectAccess, Subjects } from '../config/shape/access';
import { IMAGE_BUILDER_ROLE, REGISTRY_EDITOR_ROLE, REGISTRY_VIEWER_ROLE } from '../facts/names';
import { onceFor } from '../values/once-for';
import type { ResolveContext } from './context';

/** Who a right is given to. */
export interface SubjectModel {
  readonly kind: 'User' | 'Group' | 'ServiceAccount';
  readonly name: string;
  /** Of a service account. */
  readonly namespace?: string;
}

/** A ClusterRole given to subjects in one project. */
export interface RoleBindingModel {
  readonly name: string;
  readonly namespace: string;
  readonly role: string;
  readonly subjects: readonly SubjectModel[];
}

/** Who may do what with the registry. */
export interface AccessModel {
  readonly bindings: readonly RoleBindingModel[];
  /** Who may read metrics. */
  readonly metrics: readonly SubjectModel[];
  readonly serviceMonitor: boolean;
}

/** Who may do what, or undefined where nothing is set. */
export function resolveAccess({ cluster }: ResolveContext): AccessModel | undefined {
  const { access } = cluster;
  if (access === undefined) return undefined;
  return cluster.platform === 'rosa' ? withoutMonitor(access) : withMonitor(access);
}

/** Many clusters share what a profile grants: one model for all of them. */
const withMonitor = onceFor(
  (access: Access): AccessModel => ({
    bindings: merged(grantsOf(access)),
    metrics: sorted((access.metrics ?? []).flatMap(metricsSubjects)),
    serviceMonitor: access.serviceMonitor ?? false,
  }),
);
const withoutMonitor = onceFor((access: Access): AccessModel => ({ ...withMonitor(access), serviceMonitor: false }));

/** What one entry gives. */
interface Grant {
  readonly name: string;
  readonly role: string;
  readonly entry: ProjectAccess;
}

function grantsOf({ viewers, editors, imageBuilders, bindings }: Access): readonly Grant[] {
  const grants = (name: string, role: string, entries: readonly ProjectAccess[] = []): readonly Grant[] =>
    entries.map(entry => ({ name, role, entry }));
  return [
    ...grants('image-registry-viewers', REGISTRY_VIEWER_ROLE, viewers),
    ...grants('image-registry-editors', REGISTRY_EDITOR_ROLE, editors),
    ...grants('image-registry-image-builders', IMAGE_BUILDER_ROLE, imageBuilders),
    ...(bindings ?? []).flatMap(entry => grants(bindingName(entry.role), entry.role, [entry])),
  ];
}

/** `system:registry` as `image-registry-system-registry`. */
export const bindingName = (role: string): string => `image-registry-${role.replace(/:/g, '-')}`;

function merged(grants: readonly Grant[]): readonly RoleBindingModel[] {
  const byPlace = new Map<string, RoleBindingModel>();
  for (const { name, role, entry } of grants) {
    const key = JSON.stringify([entry.project, name, role]);
    const before = byPlace.get(key)?.subjects ?? [];
    const subjects = sorted([...before, ...subjectsOf(entry)]);
    byPlace.set(key, { name, namespace: entry.project, role, subjects });
  }
  return [...byPlace.values()].filter(({ subjects }) => subjects.length > 0);
}

function metricsSubjects({ user, ...subjects }: MetricsAccess): readonly SubjectModel[] {
  return subjectsOf(user === undefined ? subjects : { ...subjects, users: [user, ...(subjects.users ?? [])] });
}

function subjectsOf({ users, groups, serviceAccounts }: Subjects): readonly SubjectModel[] {
  return [
    ...(users ?? []).map(name => ({ kind: 'User' as const, name })),
    ...(groups ?? []).map(name => ({ kind: 'Group' as const, name })),
    ...(serviceAccounts ?? []).map(serviceAccount),
  ];
}

/** `namespace/name`; a rule refuses what has no namespace. */
function serviceAccount(text: string): SubjectModel {
  const [namespace = '', ...name] = text.split('/');
  return { kind: 'ServiceAccount', namespace, name: name.join('/') };
}

/** The same subjects in whatever order they were written give the same bytes. */
function sorted(subjects: readonly SubjectModel[]): readonly SubjectModel[] {
  const byKey = new Map(subjects.map(subject => [keyOf(subject), subject]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, subject]) => subject);
}

const KIND_ORDER: readonly SubjectModel['kind'][] = ['User', 'Group', 'ServiceAccount'];

const keyOf = (subject: SubjectModel): string =>
  JSON.stringify([KIND_ORDER.indexOf(subject.kind), subject.namespace ?? '', subject.name]);
