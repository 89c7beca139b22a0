/** Two versions of an object, or an object that is added or removed, as classified changes. */

import type { PlainMap } from '../config/plain-map';
import type { Change, ClusterPair, ReviewObject } from './change';
import { diff, type FieldDiff } from './compare/diff';
import { normalize } from './compare/normalize';
import { valueAt } from './compare/paths';
import { shownPath, shownValue } from './hide';
import { recipeFor } from './recipe';
import type { FieldChange, Verdict } from './rules/rule';
import { backendOfPath, backendsOf } from './rules/storage';
import { judgeField, judgeWhole, worst } from './rules/table';

/** Changes of an object that both sides have. */
export function changesOf(before: ReviewObject, after: ReviewObject, cluster: ClusterPair): readonly Change[] {
  const { kind } = after;
  const filled = cluster.partial === undefined;
  const old = { ...before, value: normalize(kind, before.value, filled) };
  const now = { ...after, value: normalize(kind, after.value, filled) };
  const found = diff(old.value, now.value, { kind, ...(cluster.partial ? { partial: cluster.partial } : {}) });
  return onceWithRecipe(withBackend(found, old, now).map(part => describe(part, old, now, cluster)));
}

/** A move is reported once, however many fields change. */
function onceWithRecipe(changes: readonly Change[]): readonly Change[] {
  const first = changes.find(({ recipe }) => recipe !== undefined);
  return changes.map(({ recipe, ...change }) =>
    first?.path === change.path && recipe ? { ...change, recipe } : change,
  );
}

/** An object that only one side has. */
export function wholeChange(action: 'added' | 'removed', object: ReviewObject, cluster: ClusterPair): Change {
  const value = { ...object, value: normalize(object.kind, object.value, false) };
  const shown = shownValue(object.kind, [], value.value);
  return {
    ...identity(object),
    ...verdictOf(judgeWhole({ action, object: value, cluster })),
    ...{
      action,
      path: [],
      before: action === 'removed' ? shown : undefined,
      after: action === 'added' ? shown : undefined,
    },
  };
}

/** A change of backend is one change: the old one is removed, the new one added. */
function withBackend(found: readonly FieldDiff[], old: ReviewObject, now: ReviewObject): readonly FieldDiff[] {
  const [was, is] = [backendsOf(old.value), backendsOf(now.value)];
  if (now.kind !== 'Config' || was.join() === is.join() || was.length === 0 || is.length === 0) return found;
  const isBackend = ({ path }: FieldDiff): boolean => backendOfPath(path) !== undefined;
  const leaves = found.filter(isBackend).flatMap(part => part.leaves);
  const whole = { path: ['spec', 'storage'], before: pick(old.value, was), after: pick(now.value, is), leaves };
  return [whole, ...found.filter(part => !isBackend(part))];
}

const pick = (config: PlainMap, backends: readonly string[]): PlainMap =>
  Object.fromEntries(backends.map(backend => [backend, valueAt(config, 'spec', 'storage', backend)]));

function describe(
  { path, before, after, leaves }: FieldDiff,
  old: ReviewObject,
  now: ReviewObject,
  cluster: ClusterPair,
): Change {
  const { kind } = now;
  const verdicts = leaves.map(leaf => judge({ ...leaf, kind, old, now, cluster }));
  const verdict = worst(verdicts) ?? judge({ path, before, after, kind, old, now, cluster });
  const change: Change = {
    ...identity(now),
    ...verdictOf(verdict),
    action: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
    path: shownPath(path),
    before: shownValue(kind, path, before),
    after: shownValue(kind, path, after),
  };
  const recipe = recipeFor(change, old.value, now.value);
  return recipe === undefined ? change : { ...change, recipe };
}

/** A registry on emptyDir has its images in its pods: a restart deletes them. */
function judge(change: FieldChange): Verdict {
  const verdict = judgeField(change);
  const inPods = change.kind === 'Config' && backendsOf(change.old?.value).includes('emptyDir');
  return verdict.risk === 'rollout' && inPods ? { ...verdict, ...LOST_WITH_PODS } : verdict;
}

const LOST_WITH_PODS: Verdict = {
  code: 'images-in-pods-restart',
  risk: 'data-loss',
  why: 'the registry restarts and loses all images, because they are in its pods (emptyDir)',
  source: 'openshift/cluster-image-registry-operator:pkg/storage/emptydir',
};

const verdictOf = ({ code, risk, why, source }: Verdict): Verdict => ({ code, risk, why, source });

const identity = ({
  cluster,
  kind,
  namespace,
  name,
}: ReviewObject): Pick<Change, 'cluster' | 'kind' | 'namespace' | 'name'> => ({
  ...{ cluster, kind, namespace, name },
});
