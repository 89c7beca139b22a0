/** The whole fleet: every cluster, then all of them together. All findings of one run, sorted by place. */

import type { Inputs } from '../config/inputs';
import { fleetSettings } from '../config/schema';
import type { Fleet } from '../config/shape/fleet';
import { checkShape } from '../config/shape-check';
import type { Finding } from '../findings/finding';
import { sortFindings } from '../findings/sort';
import type { LoadedFleet } from '../load/load-fleet';
import { FLEET_RULES } from '../rules/fleet/fleet';
import { type ClusterSummary, runFleetRules } from '../rules/fleet/fleet-rule';
import { reasonProblems } from './acceptances';
import { withoutUsedElsewhere } from './accepted-elsewhere';
import { applyAcceptancesTogether } from './accepted-together';
import { type Refused, withoutEchoes } from './echoes';
import { fragmentFindings } from './fragments';
import { KeptModels } from './kept-models';
import { type CheckConditions, type CheckedPart, checkPart, type KnownChecks, partsOf, placedAt } from './parts';
import { placeInFleet } from './place';
import { filledIn, ownSettings, placeholderProblems, unfilled } from './placeholders';
import { MOST_TOGETHER } from './readings';
import { describeIssue } from './shape-problems';

/** What a run knows after all checks. */
export interface CheckedFleet {
  readonly loaded: LoadedFleet;
  /** What it was checked with, and must be built with. */
  readonly inputs: Inputs;
  /** The fleet's own settings; clusters, defaults and profiles as they were read. */
  readonly fleet: Fleet;
  readonly clusters: readonly ClusterSummary[];
  /** Models of configurations that are in order; one that is not here is resolved again. */
  readonly models: KeptModels;
  /** The same by file. */
  readonly parts: readonly CheckedPart[];
  readonly findings: readonly Finding[];
}

/** Whether findings of severity `info` are wanted: if not, their places are not looked up. */
export interface CheckOptions {
  readonly infos: boolean;
  /** Called after each cluster with the number of those that are done. */
  readonly progress?: (done: number) => void;
  /** Checks that need not be made again. */
  readonly known?: KnownChecks;
  /** Whether nothing is built afterwards, for which models are kept. */
  readonly checksOnly?: boolean;
}

/** Checks everything that could be read. */
export function checkFleet(loaded: LoadedFleet, inputs: Inputs, options: CheckOptions = { infos: true }): CheckedFleet {
  const root = withoutNulls(loaded.root ?? {});
  const { issues, value } = checkShape(fleetSettings, root);
  const fleet = value as Fleet;
  const places = unfilled(ownSettings(root));
  const refused = [...issues, ...places];
  const shape = [
    ...placeholderProblems(root, places),
    ...filledIn(issues, places).map(issue => describeIssue(issue, 'Cluster')),
  ].map(problem => ({ ...problem, place: loaded.locate(problem.path) }));
  const { infos, progress, known, checksOnly = false } = options;
  const clusters: ClusterSummary[] = [];
  const models = new KeptModels();
  const findings: Finding[] = [...loaded.findings, ...shape, ...reasons(loaded, fleet, refused)];
  const conditions: CheckConditions = { infos, changes: inputs.changes, states: inputs.states };
  let spare = MOST_TOGETHER;
  const parts = partsOf(loaded.clusters).map((part): CheckedPart => {
    const before = part.file === undefined ? undefined : known?.ofFile(part.file, conditions);
    const checked: CheckedPart = before
      ? { part, ...before, summaries: placedAt(part.first, before.summaries) }
      : checkPart(part, inputs, {
          infos,
          spare,
          known: known?.ofCluster,
          keep: (index, model) => {
            if (!checksOnly) models.keep(index, model);
          },
          done: count => progress?.(part.first + count),
        });
    spare -= checked.made?.moreReadings ?? 0;
    for (const finding of checked.findings) findings.push(finding);
    for (const summary of checked.summaries) clusters.push(summary);
    return checked;
  });
  for (const finding of fragmentFindings(loaded, findings)) findings.push(finding);
  if (loaded.root !== null && loaded.findings.length === 0 && clusters.length === loaded.clusters.length) {
    for (const finding of withoutFleetEchoes(fleetFindings(loaded, fleet, clusters), refused)) findings.push(finding);
  }
  return {
    loaded,
    inputs,
    fleet,
    clusters,
    models,
    parts,
    findings: sortFindings(withoutUsedElsewhere(findings, loaded.clusters, clusters)),
  };
}

/** A key without a value counts as not set. */
const withoutNulls = (root: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(root).filter(([, value]) => value !== null));

/** Every change that is acknowledged needs a reason. */
function reasons(loaded: LoadedFleet, { acknowledge = [] }: Fleet, refused: readonly Refused[]): readonly Finding[] {
  const problems = acknowledge.flatMap(({ change, reason }, index) =>
    reasonProblems(reason, ['acknowledge', index, 'reason'], `acknowledge "${change}"`),
  );
  return withoutEchoes(problems, refused).map(problem => ({ ...problem, place: loaded.locate(problem.path) }));
}

/** Findings about the fleet file itself, if its shape is valid. */
function withoutFleetEchoes(findings: readonly Finding[], refused: readonly Refused[]): readonly Finding[] {
  const own = findings.filter(({ clusters }) => clusters === undefined);
  return [...findings.filter(({ clusters }) => clusters !== undefined), ...withoutEchoes(own, refused)];
}

function fleetFindings(loaded: LoadedFleet, fleet: Fleet, clusters: readonly ClusterSummary[]): readonly Finding[] {
  const named: Fleet = { ...fleet, profiles: loaded.profiles as Fleet['profiles'] };
  return placeInFleet(
    applyAcceptancesTogether(runFleetRules(FLEET_RULES, clusters, named), clusters),
    loaded,
    clusters,
  );
}
