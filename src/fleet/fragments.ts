/** Defaults and profiles as they are written: what no cluster uses, or every cluster overrides, is committed all the same. */

import { isPlainMap, type PlainMap } from '../config/plain-map';
import { definition } from '../config/schema';
import type { Cluster } from '../config/shape/cluster';
import { checkShape, type ShapeIssue } from '../config/shape-check';
import { problemOf } from '../findings/catalogue-entry';
import type { ConfigPath, Finding } from '../findings/finding';
import type { Layer } from '../load/layer';
import type { LoadedFleet } from '../load/load-fleet';
import { type TextRule, WRITTEN_TEXT_RULES } from '../rules/text/written';
import { describeIssue } from './shape-problems';

/** One fragment, by its path in the fleet file. */
interface Fragment {
  readonly path: ConfigPath;
  readonly value: PlainMap;
  readonly isUsed: boolean;
}

/** What is wrong in a fragment and was not found in a cluster that uses it. */
export function fragmentFindings(loaded: LoadedFleet, ofClusters: readonly Finding[]): readonly Finding[] {
  // Nearly no fragment has such a text.
  let found: ReadonlySet<string> | undefined;
  const isFound = (finding: Finding): boolean => {
    found ??= new Set(ofClusters.map(keyOf));
    return found.has(keyOf(finding));
  };
  return fragmentsOf(loaded).flatMap(fragment => {
    const { issues, value } = checkShape(definition('ClusterFragment'), fragment.value);
    const shape = fragment.isUsed ? [] : shapeFindings(loaded, fragment.path, issues);
    const texts = WRITTEN_TEXT_RULES.flatMap(rule => textFindings(loaded, fragment, rule, value as unknown as Cluster));
    return [...shape, ...texts.filter(finding => !isFound(finding))];
  });
}

/** A text that several fragments and clusters share is one finding. */
const keyOf = ({ code, place }: Finding): string => `${code} ${place?.file}:${place?.line}:${place?.column}`;

function fragmentsOf({ root, clusters, profiles }: LoadedFleet): readonly Fragment[] {
  const unused = new Set<Layer>(Object.values(profiles));
  for (const { layers } of clusters) {
    if (unused.size === 0) break;
    for (const layer of layers) unused.delete(layer);
  }
  const all: readonly (readonly [ConfigPath, unknown, boolean])[] = [
    [['defaults'], root?.defaults, clusters.length > 0],
    ...Object.entries(profiles).map(([name, layer]) => [['profiles', name], layer.value, !unused.has(layer)] as const),
  ];
  return all.flatMap(([path, value, isUsed]) => (isPlainMap(value) ? [{ path, value, isUsed }] : []));
}

/** Missing values are fine: a cluster may have them. */
function shapeFindings(loaded: LoadedFleet, path: ConfigPath, issues: readonly ShapeIssue[]): readonly Finding[] {
  const real = (issue: ShapeIssue): boolean => issue.kind !== 'required' && issue.actual !== null;
  return issues.filter(real).map(issue => {
    const whole = [...path, ...issue.path];
    return { ...describeIssue(issue, 'Cluster'), path: whole, place: loaded.locate(whole) };
  });
}

/** Clusters say what they accept of a fragment that they use; one that nobody uses says so itself. */
function textFindings(
  loaded: LoadedFleet,
  { path, isUsed }: Fragment,
  rule: TextRule,
  config: Cluster,
): readonly Finding[] {
  const canBeAccepted = rule.acceptable !== false;
  const isAccepted = (config.accept ?? []).some(({ code }) => code === rule.code);
  if (canBeAccepted && (isUsed || isAccepted)) return [];
  return rule.check({ config }).map(hit => {
    const whole = [...path, ...hit.path];
    return { ...problemOf(rule, whole, hit.what, hit), place: loaded.locate(whole) };
  });
}
