/** One cluster, from what was read to a model and its findings. */

import type { Inputs } from '../config/inputs';
import { definition } from '../config/schema';
import type { Cluster } from '../config/shape/cluster';
import { checkShape, type ShapeIssue } from '../config/shape-check';
import type { ConfigPath, Finding, Problem } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';
import type { LoadedCluster } from '../load/load-fleet';
import type { RegistryModel } from '../model/model';
import { resolve } from '../model/resolve';
import { ALL_RULES, CATALOGUE } from '../rules/catalogue';
import { runRules } from '../rules/rule';
import { applyAcceptances } from './acceptances';
import { describeIssue } from './shape-problems';

/** What is known of a cluster after its check. */
export interface CheckedCluster {
  /** Absent where the entry is too broken to be understood. */
  readonly model?: RegistryModel;
  readonly findings: readonly Finding[];
}

/** Checks shape and rules together, so that one run shows everything. */
export function checkCluster(
  loaded: LoadedCluster,
  inputs: Inputs,
  { infos }: { readonly infos: boolean },
): CheckedCluster {
  const { issues, value } = checkShape(definition('Cluster'), loaded.merged());
  const config = value as Cluster | undefined;
  const { model, problems } = judge(config, issues, inputs, loaded.written);
  const profiles = loaded.unknownProfiles.map(unknownProfile);
  const wanted = [...problems, ...profiles].filter(({ severity }) => infos || severity !== 'info');
  return { model, findings: place(wanted, loaded, config?.name) };
}

/** Everything that is wrong with one configuration, wherever it comes from; no model where it cannot be understood. */
export function judge(
  config: Cluster | undefined,
  issues: readonly ShapeIssue[],
  inputs: Inputs,
  written?: (path: ConfigPath) => string | undefined,
): { readonly model?: RegistryModel; readonly problems: readonly Problem[] } {
  const shape = issues.map(issue => describeIssue(issue, 'Cluster', written));
  const understood = config !== undefined && !issues.some(({ path }) => path.length === 1 && path[0] === 'platform');
  if (!understood) return { problems: shape };
  const model = resolve(config, inputs);
  const ruled = withoutEchoes(runRules(ALL_RULES, { config, model }), issues);
  const remaining = applyAcceptances(ruled, config.accept ?? [], CATALOGUE, inputs.now);
  return { model, problems: [...shape, ...withoutEchoes(remaining, issues)] };
}

/** A rule has nothing to say of a value that is missing or was refused already, nor of anything in it. */
export function withoutEchoes(
  problems: readonly Problem[],
  issues: readonly { readonly path: Problem['path'] }[],
): readonly Problem[] {
  const reported = new Set(issues.map(({ path }) => JSON.stringify(path)));
  if (reported.size === 0) return problems;
  const isBelow = (path: ConfigPath): boolean =>
    path.some((_, index) => reported.has(JSON.stringify(path.slice(0, index + 1))));
  return problems.filter(({ path }) => !isBelow(path));
}

const unknownProfile = ({ index, name }: LoadedCluster['unknownProfiles'][number]): Problem =>
  generalProblem('UNKNOWN_PROFILE', ['profiles', index], `there is no profile "${name}"`);

function place(problems: readonly Problem[], loaded: LoadedCluster, cluster: string | undefined): readonly Finding[] {
  return problems.map(problem => ({ ...problem, cluster: cluster || undefined, place: loaded.locate(problem.path) }));
}
