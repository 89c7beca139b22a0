/** Metadata of every kind: what protects objects from a sync, and the rest. */

import { syncKey } from '../sync';
import { DATA_KINDS, type FieldChange, type RuleTable, SYNC_OPTIONS } from './rule';

const OPTIONS = [['metadata', 'annotations', syncKey('sync-options')]];
const COMPARE = [['metadata', 'annotations', syncKey('compare-options')]];
const HOOKS = ['hook', 'hook-delete-policy'].map(name => ['metadata', 'annotations', syncKey(name)]);

const options = (value: unknown): ReadonlySet<string> =>
  new Set(typeof value === 'string' ? value.split(',').map(option => option.trim()) : []);
const gains = ({ before, after }: FieldChange, option: string): boolean =>
  options(after).has(option) && !options(before).has(option);
const drops = ({ before, after }: FieldChange, option: string): boolean =>
  options(before).has(option) && !options(after).has(option);
const dropsProtection = (change: FieldChange): boolean =>
  ['Prune=false', 'Delete=false', 'Prune=confirm', 'Delete=confirm'].some(option => drops(change, option)) ||
  gains(change, 'Prune=true');

/** Options that only prevent a sync from doing something. */
const GUARDS: ReadonlySet<string> = new Set([
  'Prune=false',
  'Delete=false',
  'ServerSideApply=true',
  'SkipDryRunOnMissingResource=true',
  'PruneLast=true',
]);

const onlyGuards = (change: FieldChange): boolean => {
  const [old, now] = [options(change.before), options(change.after)];
  const gained = [...now].filter(option => !old.has(option));
  return gained.every(option => GUARDS.has(option)) && [...old].every(option => now.has(option));
};

/** Objects that others depend on as much as on the images' own. */
const GUARDED = [...DATA_KINDS, 'StorageClass', 'BucketClass', 'Namespace'];

export const METADATA: RuleTable = {
  fields: [
    {
      ...{ code: 'protection-lost', risk: 'data-loss', kinds: GUARDED, paths: OPTIONS, when: dropsProtection },
      why: 'the next prune, or deleting its Application, deletes the object and the images with it',
      source: SYNC_OPTIONS,
    },
    {
      ...{ code: 'delete-and-create', risk: 'data-loss', kinds: GUARDED, paths: OPTIONS },
      when: change => gains(change, 'Force=true'),
      why: 'if the API server refuses a change, the object is deleted and recreated',
      source: SYNC_OPTIONS,
    },
    {
      ...{ code: 'replaced', risk: 'rollout', paths: OPTIONS, when: change => gains(change, 'Replace=true') },
      why: 'every sync replaces the whole object: what the operator wrote into it is lost',
      source: SYNC_OPTIONS,
    },
    {
      ...{ code: 'server-side-apply-lost', risk: 'stuck', kinds: ['Config', 'Image', 'ImagePruner'], paths: OPTIONS },
      when: change => drops(change, 'ServerSideApply=true'),
      why: 'the object is applied in a way that does not record what git owns: a later change of backend ends with two',
      source: 'server-side and client-side apply of the change on an API server',
    },
    {
      ...{ code: 'sync-protection', risk: 'exposure', paths: OPTIONS, when: dropsProtection },
      why: 'the next prune can delete the object',
      source: SYNC_OPTIONS,
    },
    {
      ...{
        code: 'sync-option',
        risk: 'exposure',
        paths: OPTIONS,
        when: change => !dropsProtection(change) && !onlyGuards(change),
      },
      why: 'how Argo CD applies the object changes',
      source: SYNC_OPTIONS,
    },
    {
      ...{ code: 'protection-gained', risk: 'safe', paths: OPTIONS, when: onlyGuards },
      why: 'a sync protects the object better than before',
      source: SYNC_OPTIONS,
    },
    {
      ...{ code: 'compare-options-gained', risk: 'safe', paths: COMPARE, when: ({ before }) => before === undefined },
      why: 'Argo CD no longer shows the Application as OutOfSync for objects that it must not prune',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/compare-options/',
    },
    {
      ...{ code: 'data-as-hook', risk: 'data-loss', kinds: GUARDED, paths: HOOKS },
      why: 'a hook is deleted before it is created again',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/resource_hooks/',
    },
    {
      ...{ code: 'hook', risk: 'exposure', paths: HOOKS },
      why: 'when Argo CD creates and deletes the object changes',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/resource_hooks/',
    },
    {
      ...{ code: 'wave', risk: 'safe', paths: [['metadata', 'annotations', syncKey('sync-wave')]] },
      why: 'only the order of a sync changes',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
    },
    {
      ...{
        code: 'compare-options',
        risk: 'exposure',
        paths: COMPARE,
        when: ({ before }) => before !== undefined,
      },
      why: 'when Argo CD shows the Application as OutOfSync changes',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/compare-options/',
    },
    {
      ...{ code: 'labels', risk: 'safe', paths: ['metadata.labels', 'metadata.labels.*'] },
      why: 'only labels change: nothing of the registry selects by them',
      source: 'this generator: labels of its objects',
    },
    {
      ...{ code: 'api-version', risk: 'stuck', paths: ['apiVersion'] },
      why: 'the sync fails on a cluster that does not serve this version of the API',
      source: 'https://kubernetes.io/docs/reference/using-api/deprecation-policy/',
    },
    {
      ...{ code: 'deletion-guard', risk: 'exposure', paths: ['metadata.finalizers', 'metadata.ownerReferences'] },
      why: 'what must happen before the object is deleted, or what deletes it, changes',
      source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/',
    },
  ],
  otherwise: [
    {
      ...{ code: 'annotations', risk: 'safe', paths: ['metadata.annotations', 'metadata.annotations.*'] },
      why: 'no part of the registry reads this annotation',
      source: 'this generator: annotations of its objects',
    },
  ],
};
