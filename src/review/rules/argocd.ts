/** Objects of Argo CD, and policies of the hub: what syncs, where, and what a sync may delete. */

import { textOf } from '../../values/text-of';
import { stable } from '../compare/diff';
import { valueAt } from '../compare/paths';
import type { FieldChange, RuleTable } from './rule';

const PROJECT = ['AppProject'];
const APPS = ['Application', 'ApplicationSet'];
const POLICY = ['Policy', 'ConfigurationPolicy'];
const SYNC = 'https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/';
const SETS =
  'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Controlling-Resource-Modification/';
const OPTIONS = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/';

/** A path in the Application, or in the template of the ApplicationSet. */
const sync = (...keys: readonly string[]): string[] =>
  keys.flatMap(key => [`spec.syncPolicy.${key}`, `spec.template.spec.syncPolicy.${key}`]);
const app = (...keys: readonly string[]): string[] => keys.flatMap(key => [`spec.${key}`, `spec.template.spec.${key}`]);

const items = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(stable) : []);
const loses = ({ before, after }: FieldChange): boolean => items(before).some(item => !items(after).includes(item));
const gains =
  (option: string) =>
  ({ before, after }: FieldChange): boolean =>
    items(after).includes(stable(option)) && !items(before).includes(stable(option));
const drops =
  (option: string) =>
  ({ before, after }: FieldChange): boolean =>
    items(before).includes(stable(option)) && !items(after).includes(stable(option));

export const ARGOCD: RuleTable = {
  fields: [
    {
      ...{ code: 'auto-prune', risk: 'data-loss', kinds: APPS, paths: sync('automated.prune', 'automated.allowEmpty') },
      when: ({ after }) => after === true,
      why: 'whatever disappears from git, one file or a whole folder, is deleted from the cluster without asking',
      source: SYNC,
    },
    {
      ...{
        code: 'set-deletes',
        risk: 'data-loss',
        kinds: ['ApplicationSet'],
        paths: ['spec.syncPolicy.preserveResourcesOnDeletion'],
      },
      when: ({ after }) => after !== true,
      why: 'deleting an Application deletes every object of its cluster: a renamed folder or a mistake in the generator is enough',
      source: SETS,
    },
    {
      ...{
        code: 'set-deletes-applications',
        risk: 'stuck',
        kinds: ['ApplicationSet'],
        paths: ['spec.syncPolicy.applicationsSync'],
      },
      when: ({ after }) => after !== 'create-update' && after !== 'create-only',
      why: 'a cluster whose folder is missing loses its Application and is no longer synced',
      source: SETS,
    },
    {
      ...{
        code: 'replace-everything',
        risk: 'data-loss',
        kinds: APPS,
        paths: sync('syncOptions'),
        when: gains('Force=true'),
      },
      why: 'objects that cannot be changed are deleted and recreated, including claims and bucket claims',
      source: OPTIONS,
    },
    {
      ...{ code: 'replace', risk: 'rollout', kinds: APPS, paths: sync('syncOptions'), when: gains('Replace=true') },
      why: 'every sync replaces whole objects: what the operator wrote into them is lost, and the registry restarts',
      source: OPTIONS,
    },
    {
      ...{ code: 'shared-objects', risk: 'data-loss', kinds: APPS, paths: sync('syncOptions') },
      when: drops('FailOnSharedResource=true'),
      why: 'two Applications may have the same object: if one of them drops it, it is deleted for both',
      source: OPTIONS,
    },
    {
      ...{ code: 'cascade', risk: 'data-loss', kinds: APPS },
      paths: ['metadata.finalizers', 'spec.template.metadata.finalizers'],
      when: ({ after }) => after !== undefined,
      why: 'deleting the Application deletes every object of its cluster',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/',
    },
    {
      ...{
        code: 'self-heal',
        risk: 'exposure',
        kinds: APPS,
        paths: sync('automated.**', 'retry.**', 'managedNamespaceMetadata.**'),
      },
      why: 'when a cluster is reset to what git has changes',
      source: SYNC,
    },
    {
      ...{ code: 'sync-options', risk: 'exposure', kinds: APPS, paths: sync('syncOptions') },
      why: 'how Argo CD applies every object changes',
      source: OPTIONS,
    },
    {
      ...{ code: 'application-source', risk: 'stuck', kinds: APPS },
      paths: [
        ...app('source.**', 'sources.**', 'destination.**', 'project'),
        'spec.generators.**',
        'spec.goTemplate',
        'spec.goTemplateOptions',
      ],
      why: 'other manifests are synced, or the same ones to another cluster: if they do not exist there, nothing is synced',
      source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/',
    },
    {
      ...{ code: 'project-narrower', risk: 'stuck', kinds: PROJECT },
      paths: [
        'spec.clusterResourceWhitelist',
        'spec.namespaceResourceWhitelist',
        'spec.destinations',
        'spec.sourceRepos',
      ],
      when: loses,
      why: 'kinds no longer in the list are not synced: the whole sync of a cluster that has one fails',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
    },
    {
      ...{ code: 'project-wider', risk: 'exposure', kinds: PROJECT, paths: ['spec.**'] },
      why: 'Applications of the project may sync more, or from other sources and to other destinations',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
    },
    {
      ...{ code: 'policy-prunes', risk: 'outage', kinds: POLICY, paths: ['spec.**'] },
      when: ({ path, after, now }) =>
        path.some(key => key === 'policy-templates' || key === 'pruneObjectBehavior') && prunes(after ?? now?.value),
      why: 'when the policy is deleted, it deletes what it created: the registry loses its credentials',
      source: 'https://github.com/open-cluster-management-io/config-policy-controller',
    },
    {
      ...{ code: 'policy-off', risk: 'stuck', kinds: POLICY, paths: ['spec.disabled', 'spec.remediationAction'] },
      when: ({ after }) => after === true || (typeof after === 'string' && after.toLowerCase() === 'inform'),
      why: 'keys are no longer copied to the clusters: a new cluster never gets them',
      source: 'https://github.com/open-cluster-management-io/config-policy-controller',
    },
  ],
  otherwise: [
    {
      ...{ code: 'policy', risk: 'outage', kinds: POLICY, paths: ['spec.**'] },
      why: 'the policy copies the credentials of the registry: with wrong or missing keys, storage fails',
      source: 'https://github.com/open-cluster-management-io/config-policy-controller',
    },
    {
      ...{ code: 'placement', risk: 'stuck', kinds: ['Placement', 'PlacementBinding', 'PlacementRule'] },
      paths: ['spec.**', 'placementRef.**', 'subjects', 'subjects.**', 'bindingOverrides.**', 'subFilter'],
      why: 'the policy applies to other clusters: those no longer selected are not updated',
      source: 'https://open-cluster-management.io/docs/concepts/content-placement/placement/',
    },
    {
      ...{ code: 'application-unknown', risk: 'stuck', kinds: APPS, paths: ['spec.**'] },
      why: 'how the manifests reach the clusters changes',
      source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/',
    },
  ],
  whole: [
    {
      ...{ code: 'set-gone', risk: 'data-loss', kinds: ['ApplicationSet'], action: 'removed' },
      when: ({ object }) => valueAt(object.value, 'spec', 'syncPolicy', 'preserveResourcesOnDeletion') !== true,
      why: 'its Applications are deleted with it, and every object of every cluster with them',
      source: SETS,
    },
    {
      ...{ code: 'application-cascades', risk: 'data-loss', kinds: ['Application'], action: 'removed' },
      when: ({ object }) => valueAt(object.value, 'metadata', 'finalizers') !== undefined,
      why: 'it has the finalizer: deleting it deletes every object of its cluster',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/',
    },
    {
      ...{
        code: 'sync-ends',
        risk: 'stuck',
        kinds: [...PROJECT, ...APPS, ...POLICY, 'Placement', 'PlacementBinding'],
        action: 'removed',
      },
      why: 'its clusters are no longer synced, and keep their objects',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/',
    },
    {
      ...{ code: 'sync-begins', risk: 'exposure', kinds: [...PROJECT, ...APPS, ...POLICY], action: 'added' },
      why: 'manifests reach clusters in a new way',
      source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/',
    },
  ],
};

const prunes = (value: unknown): boolean =>
  /"pruneObjectBehavior":"Delete/.test(stable(value)) || /^Delete/.test(textOf(value));
