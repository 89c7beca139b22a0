/** Names of subjects, and the projects of their grants. */

import type { Rule, RuleInput } from '../rule';
import { type Found, valuesAtAny } from '../walk';

const LISTS = ['viewers', 'editors', 'imageBuilders', 'bindings'] as const;
const ENTRIES = [...LISTS, 'metrics'].map(list => `access.${list}.*`);

const usersOf = ({ config }: RuleInput): readonly Found[] =>
  valuesAtAny(config, [...ENTRIES.map(entry => `${entry}.users.*`), 'access.metrics.*.user']);

const emptySubject: Rule = {
  code: 'ACCESS_NAME_EMPTY',
  severity: 'error',
  acceptable: false,
  title: 'a user or group has no name',
  why: 'the API server refuses a RoleBinding with an empty name',
  fix: 'write the name as "oc get users" or "oc get groups" shows it, or remove it',
  source: 'kubernetes pkg/apis/rbac/validation',
  bad: `
    platform: aws
    access: {viewers: [{project: team-a, users: [""]}]}`,
  good: `
    platform: aws
    access: {viewers: [{project: team-a, users: [ann]}]}`,
  check: input =>
    [
      ...usersOf(input),
      ...valuesAtAny(
        input.config,
        ENTRIES.map(entry => `${entry}.groups.*`),
      ),
    ]
      .filter(({ value }) => String(value).trim() === '')
      .map(({ path }) => ({ path, what: 'the name of a user or group is empty' })),
};

const projectMustExist: Rule = {
  code: 'ACCESS_PROJECT_MUST_EXIST',
  severity: 'info',
  title: 'the projects of grants must exist',
  why: 'a RoleBinding in a namespace that does not exist fails, and with it the sync of the cluster',
  fix: 'create missing projects before the first sync: oc new-project NAME; nothing to do for those that exist',
  source: 'OpenShift documentation, accessing the registry',
  bad: `
    platform: aws
    access: {editors: [{project: team-a, users: [ann]}]}`,
  good: `
    platform: aws`,
  check: ({ config }) => {
    const projects = valuesAtAny(
      config,
      LISTS.map(list => `access.${list}.*.project`),
    ).map(({ value }) => String(value));
    const unique = [...new Set(projects.filter(name => name !== ''))];
    if (unique.length === 0) return [];
    const shown =
      unique.length > 5 ? `${unique.slice(0, 5).join(', ')} and ${unique.length - 5} more` : unique.join(', ');
    return [{ path: ['access'], what: `${unique.length === 1 ? 'project' : 'projects'} ${shown} must already exist` }];
  },
};

/** In the order they are listed in the documentation. */
export const ACCESS_SUBJECT_RULES: readonly Rule[] = [emptySubject, projectMustExist];
