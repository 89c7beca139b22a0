/** What is newly wrong with objects together: each alone would be fine. */

import { USER_SECRET } from '../facts/names';
import { TAKEOVER_NAME } from '../manifests/takeover/define-takeover';
import type { Change, ClusterPair, ClusterView, FieldPath, ReviewObject } from './change';
import { textAt, valueAt } from './compare/paths';
import { OPERATOR, type Verdict } from './rules/rule';
import { backendsOf } from './rules/storage';
import { isHook, syncKey, waveOf } from './sync';

/** One state, and how it is found. */
interface StateRow extends Verdict {
  /** Only a change of one of these kinds can cause it. */
  readonly kinds: readonly string[];
  readonly find: (view: ClusterView, pair: ClusterPair) => readonly StateHit[];
}

/** Where the state shows. */
interface StateHit {
  readonly object: ReviewObject;
  readonly path: FieldPath;
  readonly value: unknown;
}

const CREDENTIALS = ['ExternalSecret', 'SealedSecret', 'Secret'];

const WAVE: FieldPath = ['metadata', 'annotations', syncKey('sync-wave')];

/** Emitted kinds in emitted namespaces. */
const NAMESPACED = [
  'ServiceAccount',
  'ConfigMap',
  'Role',
  'RoleBinding',
  'Job',
  'CronJob',
  'SecretStore',
  'ExternalSecret',
];

const registries = (view: ClusterView): readonly ReviewObject[] =>
  view.ofKind('Config').filter(({ group }) => group === 'imageregistry.operator.openshift.io');

/** The claim of the registry, if git has it. */
const claimsOf = (view: ClusterView, config: ReviewObject): readonly ReviewObject[] => {
  const name = textAt(config.value, 'spec', 'storage', 'pvc', 'claim');
  return view.ofKind('PersistentVolumeClaim').filter(claim => claim.name === name);
};

const isSingle = (claim: ReviewObject): boolean => {
  const modes = valueAt(claim.value, 'spec', 'accessModes');
  return Array.isArray(modes) && modes.includes('ReadWriteOnce') && !modes.includes('ReadWriteMany');
};

/** A Job that applies the Config before Argo CD does. */
const takesOver = (view: ClusterView): boolean =>
  view.ofKind('Job').some(job => isHook(job.value) && job.name === TAKEOVER_NAME);

const eachRegistry =
  (find: (config: ReviewObject, view: ClusterView, pair: ClusterPair) => Omit<StateHit, 'object'> | undefined) =>
  (view: ClusterView, pair: ClusterPair): readonly StateHit[] =>
    registries(view).flatMap(object => {
      const hit = find(object, view, pair);
      return hit === undefined ? [] : [{ object, ...hit }];
    });

const STATES: readonly StateRow[] = [
  {
    ...{ code: 'two-backends', risk: 'stuck', kinds: ['Config'] },
    find: eachRegistry(({ value }) => {
      const backends = backendsOf(value);
      return backends.length > 1 ? { path: ['spec', 'storage'], value: backends } : undefined;
    }),
    why: 'the operator refuses more than one backend: the pods keep running, the operator stays Available, but it applies no further change',
    source: `${OPERATOR}:pkg/storage/storage.go MultiStoragesError`,
  },
  {
    ...{ code: 'backend-stays', risk: 'stuck', kinds: ['Config'] },
    find: eachRegistry((config, view, pair) => {
      if (view !== pair.after || takesOver(view)) return undefined;
      const running = registries(pair.before)[0];
      const wanted = backendsOf(config.value);
      const left = backendsOf(running?.value).filter(backend => !wanted.includes(backend));
      const stays = pair.partial === 'after' ? left : left.filter(backend => leavesResidue(running?.value, backend));
      return wanted.length > 0 && stays.length > 0
        ? { path: ['spec', 'storage'], value: [...stays, ...wanted] }
        : undefined;
    }),
    why: 'git does not own all fields of the old backend, and a sync removes only what it owns: both backends stay, the operator stops, and Argo CD shows no diff',
    source: 'server-side apply of the change on an API server, with the operator running',
  },
  {
    ...{ code: 'single-writer', risk: 'stuck', kinds: ['Config', 'PersistentVolumeClaim'] },
    find: eachRegistry((config, view) => {
      const replicas = Number(valueAt(config.value, 'spec', 'replicas') ?? 0);
      const single = claimsOf(view, config).some(isSingle);
      return single && replicas > 1 ? { path: ['spec', 'replicas'], value: replicas } : undefined;
    }),
    why: 'only one node can mount the claim: the second pod hangs, and the operator reports nothing once it uses the claim',
    source: `${OPERATOR}:pkg/storage/pvc/pvc.go checkPVC`,
  },
  {
    ...{ code: 'single-writer-rollout', risk: 'stuck', kinds: ['Config', 'PersistentVolumeClaim'] },
    find: eachRegistry((config, view) => {
      const strategy = valueAt(config.value, 'spec', 'rolloutStrategy');
      const single = claimsOf(view, config).some(isSingle);
      return single && strategy !== 'Recreate'
        ? { path: ['spec', 'rolloutStrategy'], value: strategy ?? '' }
        : undefined;
    }),
    why: 'the new pod waits for the volume that the old pod holds, and the old pod waits for the new one',
    source: `${OPERATOR}:pkg/storage/pvc/pvc.go checkPVC`,
  },
  {
    ...{ code: 'pods-disagree', risk: 'outage', kinds: ['Config'] },
    find: eachRegistry(({ value }) => {
      const replicas = Number(valueAt(value, 'spec', 'replicas') ?? 0);
      const own = backendsOf(value).includes('emptyDir');
      return own && replicas > 1 ? { path: ['spec', 'replicas'], value: replicas } : undefined;
    }),
    why: 'every pod has its own images: what was pushed to one is missing in the other',
    source: `${OPERATOR}:pkg/storage/emptydir`,
  },
  {
    ...{ code: 'waves-wait', risk: 'stuck', kinds: ['Config', 'PersistentVolumeClaim', ...CREDENTIALS] },
    find: (view, _) =>
      registries(view).flatMap(config => {
        const waits = [...earlierClaims(view, config), ...laterCredentials(view, config)];
        return waits.map(object => ({
          object,
          path: WAVE,
          value: waveOf(object.value),
        }));
      }),
    why: 'Argo CD waits for one wave before it applies the next: a claim binds only once the registry uses it, and the registry is healthy only with its credentials',
    source: 'argoproj/argo-cd:gitops-engine/pkg/sync/sync_context.go, pkg/health/health_pvc.go',
  },
  {
    ...{ code: 'wave-before-namespace', risk: 'stuck', kinds: ['Namespace', ...NAMESPACED] },
    find: view => {
      const waves = new Map(view.ofKind('Namespace').map(({ name, value }) => [name, waveOf(value)]));
      const early = ({ namespace, value }: ReviewObject): boolean =>
        waveOf(value) < (waves.get(namespace ?? '') ?? Number.NEGATIVE_INFINITY);
      return NAMESPACED.flatMap(kind => view.ofKind(kind))
        .filter(early)
        .map(object => ({ object, path: WAVE, value: waveOf(object.value) }));
    },
    why: 'the object is applied before its namespace: the sync fails, and never reaches the wave that creates the namespace',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
  },
  {
    ...{ code: 'project-lacks-kind', risk: 'stuck', kinds: ['AppProject'] },
    find: () => [],
    why: 'the project does not list the kind: the whole sync of the cluster fails',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
  },
];

/** The two fields that the operator adds to S3 itself: git must own them to remove them. */
const leavesResidue = (config: unknown, backend: string): boolean =>
  backend === 's3' &&
  (valueAt(config, 'spec', 'storage', 's3', 'virtualHostedStyle') === undefined ||
    valueAt(config, 'spec', 'storage', 's3', 'trustedCA', 'name') === undefined);

const earlierClaims = (view: ClusterView, config: ReviewObject): readonly ReviewObject[] =>
  takesOver(view) ? [] : claimsOf(view, config).filter(claim => waveOf(claim.value) < waveOf(config.value));

const laterCredentials = (view: ClusterView, config: ReviewObject): readonly ReviewObject[] =>
  CREDENTIALS.flatMap(kind => view.ofKind(kind)).filter(
    ({ name, value }) => name === USER_SECRET && waveOf(value) > waveOf(config.value),
  );

/** States that the change causes; `kinds` are those of the changed objects. */
export function newStates(pair: ClusterPair, kinds: ReadonlySet<string>): readonly Change[] {
  return STATES.filter(row => row.kinds.some(kind => kinds.has(kind))).flatMap(row => {
    const old = new Set(row.find(pair.before, pair).map(keyOf));
    return row
      .find(pair.after, pair)
      .filter(hit => !old.has(keyOf(hit)))
      .map(hit => asChange(row, hit));
  });
}

/** Objects of kinds that the AppProject does not allow; it applies only to objects of clusters. */
export function lacksRights(added: readonly ReviewObject[], pair: ClusterPair): readonly Change[] {
  const projects = pair.after.shared('AppProject');
  const row = STATES.find(({ code }) => code === 'project-lacks-kind');
  if (row === undefined || projects.length === 0) return [];
  const listed = projects.flatMap(project => [
    ...listOf(project, 'clusterResourceWhitelist'),
    ...listOf(project, 'namespaceResourceWhitelist'),
  ]);
  const lets = ({ group, kind }: ReviewObject): boolean =>
    listed.some(entry => ['*', group].includes(entry.group) && ['*', kind].includes(entry.kind));
  const refused = added.filter(object => object.cluster !== undefined && !lets(object));
  return refused.map(object => asChange(row, { object, path: [], value: undefined }));
}

const listOf = ({ value }: ReviewObject, key: string): readonly { readonly group: string; readonly kind: string }[] => {
  const list = valueAt(value, 'spec', key);
  if (!Array.isArray(list)) return [];
  return list.map(entry => ({ group: textAt(entry, 'group') ?? '', kind: textAt(entry, 'kind') ?? '' }));
};

const keyOf = ({ object, path, value }: StateHit): string =>
  JSON.stringify([object.kind, object.namespace, object.name, path, value]);

const asChange = ({ code, risk, why, source }: StateRow, { object, path, value }: StateHit): Change => ({
  cluster: object.cluster,
  kind: object.kind,
  namespace: object.namespace,
  name: object.name,
  ...{ action: 'changed', path, before: undefined, after: value, code, risk, why, source },
});
