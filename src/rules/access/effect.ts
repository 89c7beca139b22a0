/** Grants that change nothing: in projects without images of users, and for those who can pull already. */

import type { Access, ProjectAccess } from '../../config/shape/access';
import { REGISTRY_NAMESPACE } from '../../facts/names';
import type { Hit, Rule } from '../rule';

const LISTS = ['viewers', 'editors', 'imageBuilders'] as const satisfies readonly (keyof Access)[];

/** Namespaces of OpenShift and Kubernetes in which nobody keeps image streams. */
const WITHOUT_IMAGES = [
  REGISTRY_NAMESPACE,
  'openshift-config',
  'openshift-ingress',
  'openshift-marketplace',
  'kube-system',
];

/** Images that every user of the cluster may pull. */
const SHARED = 'openshift';

const noEffect: Rule = {
  code: 'ACCESS_NO_EFFECT',
  severity: 'warning',
  title: 'a grant has no effect in its project',
  why: 'a RoleBinding applies to the image streams of its own project; it gives no access to the images of other projects',
  fix: 'write an entry for each project that has the images',
  source:
    'OpenShift documentation, allowing pods to reference images across projects; openshift/origin bootstrap policy',
  bad: `
    platform: aws
    access: {viewers: [{project: ${REGISTRY_NAMESPACE}, users: [ann]}]}`,
  good: `
    platform: aws
    access: {viewers: [{project: team-a, users: [ann]}]}`,
  check: ({ config: { access = {} } }) =>
    LISTS.flatMap(list =>
      (access[list] ?? []).flatMap((entry, index): readonly Hit[] => {
        const path = ['access', list, index, 'project'];
        const { project } = entry;
        if (WITHOUT_IMAGES.includes(project))
          return [{ path, what: `the grant has no effect: project ${project} has no image streams of users` }];
        if (list === 'viewers' && project === SHARED) return [{ path, ...EVERYBODY }];
        return list === 'viewers' && onlyOwnAccounts(entry) ? [{ path, ...OWN_ACCOUNTS(project) }] : [];
      }),
    ),
};

const EVERYBODY = {
  what: `the grant has no effect: everyone can already pull from project ${SHARED}`,
  why: 'OpenShift binds the role shared-resource-viewer in that project to all users',
  fix: 'remove the entry',
} as const;

const OWN_ACCOUNTS = (project: string) =>
  ({
    what: `the grant has no effect: the service accounts of ${project} can already pull from it`,
    why: 'OpenShift binds system:image-puller in each project to the service accounts of that project',
    fix: 'write the project whose images the pods use, or remove the entry',
  }) as const;

/** Whether nobody is named but service accounts of the project itself. */
function onlyOwnAccounts({ project, users = [], groups = [], serviceAccounts = [] }: ProjectAccess): boolean {
  const others = users.length + groups.filter(group => group !== `system:serviceaccounts:${project}`).length;
  const named = serviceAccounts.length + groups.length > 0;
  return named && others === 0 && serviceAccounts.every(name => name.startsWith(`${project}/`));
}

/** In the order they are listed in the documentation. */
export const ACCESS_EFFECT_RULES: readonly Rule[] = [noEffect];
