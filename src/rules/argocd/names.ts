/** Rules of the names in the `argocd` block, and of those derived from them. */

import { resolveArgoCd } from '../../model/argocd';
import type { FleetRule } from '../fleet/fleet-rule';
import { argocdAt as at, argocdExample as example, ofArgocd } from './argocd-rule';

const LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

const isAccount = (account: string): boolean => {
  const [namespace = '', name = '', ...rest] = account.split('/');
  return rest.length === 0 && LABEL.test(namespace) && SUBDOMAIN.test(name);
};

/** What each name must be. */
const NAMES = [
  ['namespace', 'the name of a namespace', (name: string) => LABEL.test(name)],
  ['project', 'a DNS name of at most 63 characters', (name: string) => LABEL.test(name)],
  ['controllerServiceAccount', 'a service account as namespace/name', isAccount],
] as const;

const names: FleetRule = {
  code: 'ARGOCD_NAME',
  severity: 'error',
  acceptable: false,
  title: 'a name in the argocd block is not valid in Kubernetes',
  why: 'the API server refuses the objects with this name',
  fix: 'write lower-case letters, digits and dashes, with a letter or digit at both ends',
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
  bad: example(', project: Image_Registry'),
  good: example(', project: image-registry, namespace: argocd, controllerServiceAccount: argocd/controller'),
  check: ofArgocd(argocd =>
    NAMES.flatMap(([key, wanted, isRight]) => {
      const name = argocd[key];
      return name === undefined || isRight(name)
        ? []
        : [{ path: at(key), what: `argocd.${key} "${name}" is not ${wanted}` }];
    }),
  ),
};

const project: FleetRule = {
  code: 'ARGOCD_PROJECT_DEFAULT',
  severity: 'error',
  acceptable: false,
  title: "the AppProject would replace Argo CD's own project default",
  why: 'every Application without a project is in the project default, and would only be allowed what our AppProject allows',
  fix: 'choose another name, or remove project',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/#the-default-project',
  bad: example(', project: default'),
  good: example(', project: image-registry'),
  check: ofArgocd(argocd =>
    argocd.project === 'default'
      ? [{ path: at('project'), what: `argocd.project "default" would replace Argo CD's own project` }]
      : [],
  ),
};

/** Until Argo CD 3.0 an Application's name is the value of a label on everything it syncs. */
const LONGEST_NAME = 63;

const applicationName: FleetRule = {
  code: 'ARGOCD_APPLICATION_NAME',
  severity: 'warning',
  title: 'the name of an Application is longer than a label value',
  why: 'Argo CD before 3.0, and later versions with resource tracking by label, write the name into a label and cannot sync the cluster',
  fix: 'shorten argocd.project or the name of the cluster, or set application.resourceTrackingMethod: annotation in argocd-cm',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/',
  bad: `
    argocd: {repoURL: "https://git.example.com/registry.git", project: registries-of-the-whole-company-in-production}
    clusters: [{name: production-cluster-europe-west, platform: aws, openshift: "4.14"}]`,
  good: `
    argocd: {repoURL: "https://git.example.com/registry.git", project: registries}
    clusters: [{name: production-cluster-europe-west, platform: aws, openshift: "4.14"}]`,
  check: (clusters, { argocd }) =>
    argocd === undefined
      ? []
      : clusters.flatMap(({ index, name }) => {
          const application = `${resolveArgoCd(argocd).project}-${name}`;
          return application.length <= LONGEST_NAME
            ? []
            : [
                {
                  cluster: index,
                  path: ['name'],
                  what: `Application "${application}" has ${application.length} characters, more than the 63 of a label`,
                },
              ];
        }),
};

const controllerAccount: FleetRule = {
  code: 'ARGOCD_CONTROLLER_ACCOUNT',
  severity: 'warning',
  title: "the service account of Argo CD's controller is a guess",
  why:
    'OpenShift GitOps derives the name from that of the instance, which may differ from its namespace, and Argo CD without ' +
    'that operator uses argocd-application-controller; a binding to an account that does not exist grants nothing',
  fix: 'set controllerServiceAccount: NAMESPACE/NAME, and controllerRights: none where the operator grants it nothing',
  source: 'argoproj-labs/argocd-operator; argoproj/argo-cd manifests/base/application-controller-roles',
  bad: example(', namespace: argocd'),
  good: example(
    ', namespace: argocd, controllerServiceAccount: argocd/argocd-application-controller, controllerRights: none',
  ),
  check: ofArgocd(({ namespace = 'openshift-gitops', controllerServiceAccount, controllerRights }) =>
    namespace === 'openshift-gitops' ||
    controllerRights === 'all' ||
    controllerServiceAccount !== undefined ||
    !LABEL.test(namespace)
      ? []
      : [
          {
            path: at('namespace'),
            what: `controllerServiceAccount is not set; ${namespace}/${namespace}-argocd-application-controller is a guess`,
          },
        ],
  ),
};

/** In the order they are listed in the documentation. */
export const ARGOCD_NAME_RULES: readonly FleetRule[] = [names, controllerAccount, project, applicationName];
