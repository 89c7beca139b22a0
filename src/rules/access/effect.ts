/** Rights that change nothing: in projects without images of one's own, and for those who have them already. */

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
  title: 'a right has no effect where it is given',
  why: 'a binding in a project is about the image streams of that project; images of other projects are as closed as before',
  fix: 'name the project whose images are meant, with an entry for each',
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
        if (WITHOUT_IMAGES.includes(project)) return [{ path, what: `there are no images of users in ${project}` }];
        if (list === 'viewers' && project === SHARED) return [{ path, ...EVERYBODY }];
        return list === 'viewers' && onlyOwnAccounts(entry) ? [{ path, ...OWN_ACCOUNTS(project) }] : [];
      }),
    ),
};

const EVERYBODY = {
  what: `everybody may pull from project ${SHARED} already`,
  why: 'OpenShift binds the role shared-resource-viewer there to all users: the entry changes nothing',
  fix: 'remove the entry',
} as const;

const OWN_ACCOUNTS = (project: string) =>
  ({
    what: `the service accounts of ${project} may pull from it already`,
    why: 'OpenShift gives each project a binding to system:image-puller for its own service accounts: the entry changes nothing',
    fix: 'name the project whose images the pods use; or remove the entry',
  }) as const;

/** Whether nobody is named but service accounts of the project itself. */
function onlyOwnAccounts({ project, users = [], groups = [], serviceAccounts = [] }: ProjectAccess): boolean {
  const others = users.length + groups.filter(group => group !== `system:serviceaccounts:${project}`).length;
  const named = serviceAccounts.length + groups.length > 0;
  return named && others === 0 && serviceAccounts.every(name => name.startsWith(`${project}/`));
}

/** In the order they are listed in the documentation. */
export const ACCESS_EFFECT_RULES: readonly Rule[] = [noEffect];
