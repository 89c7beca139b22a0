/** `access`: projects, subjects and roles. */

import type { Access, ProjectAccess, RoleAccess, Subjects } from '../../config/shape/access';
import type { ConfigPath } from '../../findings/finding';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';

const VALID = `
    platform: aws
    access: {viewers: [{project: team-a, users: [ann]}]}`;

const PROJECT_LISTS = ['viewers', 'editors', 'imageBuilders', 'bindings'] as const satisfies readonly (keyof Access)[];

interface Entry<T> {
  readonly path: ConfigPath;
  readonly entry: T;
}

const projectEntries = ({ config }: RuleInput): readonly Entry<ProjectAccess & Partial<RoleAccess>>[] =>
  PROJECT_LISTS.flatMap(list =>
    (config.access?.[list] ?? []).map((entry, index) => ({ path: ['access', list, index], entry })),
  );

const allEntries = (input: RuleInput): readonly Entry<Subjects & { readonly user?: string }>[] => [
  ...projectEntries(input),
  ...(input.config.access?.metrics ?? []).map((entry, index) => ({ path: ['access', 'metrics', index], entry })),
];

const project: Rule = {
  code: 'ACCESS_PROJECT',
  severity: 'error',
  acceptable: false,
  title: 'the project of a grant is not a valid name',
  why: 'the RoleBinding is created in the project; the API server refuses the name',
  fix: 'write the name of the project that has the images, in lower-case letters, digits and dashes',
  source: 'OpenShift documentation, accessing the registry',
  bad: `
    platform: aws
    access: {viewers: [{project: Team_A, users: [ann]}]}`,
  good: VALID,
  check: input =>
    projectEntries(input).flatMap(({ path, entry }) =>
      hitIf(!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(entry.project), () => ({
        path: [...path, 'project'],
        what: `project "${entry.project}" is not a DNS label`,
      })),
    ),
};

const nobody: Rule = {
  code: 'ACCESS_NOBODY',
  severity: 'warning',
  title: 'a grant has no subject',
  why: 'no RoleBinding is created for it',
  fix: 'add users, groups or serviceAccounts, or remove the entry',
  source: 'Kubernetes RBAC, RoleBinding',
  bad: `
    platform: aws
    access: {viewers: [{project: team-a, users: []}]}`,
  good: VALID,
  check: input =>
    allEntries(input).flatMap(({ path, entry }) => {
      const { user, users = [], groups = [], serviceAccounts = [] } = entry;
      const count = users.length + groups.length + serviceAccounts.length + (user === undefined ? 0 : 1);
      return hitIf(count === 0, () => ({ path, what: 'the grant has no user, group or service account' }));
    }),
};

const serviceAccount: Rule = {
  code: 'ACCESS_SERVICE_ACCOUNT',
  severity: 'error',
  acceptable: false,
  title: 'a service account has no namespace',
  why: 'a service account is identified by namespace and name; the API server refuses a subject without a namespace',
  fix: 'write it as namespace/name',
  source: 'Kubernetes RBAC, Subject',
  bad: `
    platform: aws
    access: {editors: [{project: team-a, serviceAccounts: [builder]}]}`,
  good: `
    platform: aws
    access: {editors: [{project: team-a, serviceAccounts: [ci/builder]}]}`,
  check: input =>
    allEntries(input).flatMap(({ path, entry }) =>
      (entry.serviceAccounts ?? []).flatMap((name, index) =>
        hitIf(!/^[a-z0-9][-a-z0-9]*\/[a-z0-9][-a-z0-9.]*$/.test(name), () => ({
          path: [...path, 'serviceAccounts', index],
          what: `service account "${name}" is not namespace/name`,
        })),
      ),
    ),
};

const userColon: Rule = {
  code: 'ACCESS_USER_COLON',
  severity: 'warning',
  title: 'a user name contains a colon',
  why: 'when such a user logs in, the registry reads the name only up to the colon; names that begin with system: are groups and service accounts',
  fix: 'write a group under groups, and a service account under serviceAccounts as namespace/name',
  source: 'OpenShift documentation, accessing the registry',
  bad: `
    platform: aws
    access: {viewers: [{project: team-a, users: ["system:serviceaccount:ci:builder"]}]}`,
  good: `
    platform: aws
    access: {viewers: [{project: team-a, serviceAccounts: [ci/builder]}]}`,
  check: input =>
    allEntries(input).flatMap(({ path, entry }): readonly Hit[] => [
      ...(entry.users ?? []).flatMap((name, index) => colon(name, [...path, 'users', index])),
      ...(entry.user === undefined ? [] : colon(entry.user, [...path, 'user'])),
    ]),
};

const colon = (name: string, path: ConfigPath): readonly Hit[] =>
  hitIf(name.includes(':'), () => ({ path, what: `user "${name}" must not contain a colon` }));

const systemRegistry: Rule = {
  code: 'ACCESS_SYSTEM_REGISTRY',
  severity: 'warning',
  title: "the registry's own role is granted to others",
  why: 'the role can read and write the images of all projects, and is deleted when the registry is Removed',
  fix: 'use viewers, editors or imageBuilders',
  source: 'operator pkg/resource/clusterrole.go',
  bad: `
    platform: aws
    access: {bindings: [{role: "system:registry", project: team-a, users: [ann]}]}`,
  good: `
    platform: aws
    access: {editors: [{project: team-a, users: [ann]}]}`,
  check: input =>
    projectEntries(input).flatMap(({ path, entry }) =>
      hitIf(entry.role === 'system:registry', () => ({
        path: [...path, 'role'],
        what: 'role system:registry is only for the registry itself',
      })),
    ),
};

const readTwice: Rule = {
  code: 'METRICS_READ_TWICE',
  severity: 'warning',
  title: 'the metrics of the registry are scraped twice',
  why: 'the operator already creates the ServiceMonitor image-registry; with a second one every series exists twice, and sums over all jobs double',
  fix: 'remove serviceMonitor, unless you want a job name of its own',
  source: 'operator manifests, 0000_90_cluster-image-registry-operator_01_operand-servicemonitor.yaml',
  bad: `
    platform: aws
    access: {serviceMonitor: true}`,
  good: `
    platform: aws
    access: {serviceMonitor: false}`,
  check: ({ config, model }) => {
    if (config.access?.serviceMonitor !== true) return [];
    const path = ['access', 'serviceMonitor'];
    if (model.access?.serviceMonitor) {
      return [
        { path, what: 'serviceMonitor would scrape the registry twice: the operator has a ServiceMonitor already' },
      ];
    }
    const what = `serviceMonitor is true, but on ${model.platform} the registry is not managed here`;
    return [{ path, severity: 'error', what, why: 'no ServiceMonitor is emitted', fix: 'remove serviceMonitor' }];
  },
};

/** In the order they are listed in the documentation. */
export const ACCESS_RULES: readonly Rule[] = [project, nobody, serviceAccount, userColon, systemRegistry, readTwice];
