/** The clusters of a fleet file by file: what the check of one file finds depends on no other, so that it can be known before. */

import type { Inputs } from '../config/inputs';
import type { Finding } from '../findings/finding';
import type { LoadedCluster } from '../load/load-fleet';
import { type ClusterSummary, summarise } from '../rules/fleet/fleet-rule';
import { checkCluster } from './check-cluster';

/** Clusters that follow each other in the fleet and are in one file. */
export interface Part {
  /** Absent for those in the fleet file. */
  readonly file?: string;
  /** Position of the first in the fleet. */
  readonly first: number;
  readonly clusters: readonly LoadedCluster[];
}

/** What is known of them after their check, but for those that cannot be understood. */
export interface PartCheck {
  readonly summaries: readonly ClusterSummary[];
  readonly findings: readonly Finding[];
}

/** Checks that need not be made. */
export type KnownChecks = (file: string, conditions: CheckConditions) => PartCheck | undefined;

/** What a check depends on besides files and the day. */
export interface CheckConditions extends Pick<Inputs, 'changes' | 'states'> {
  readonly infos: boolean;
}

/** A part after its check. */
export interface CheckedPart extends PartCheck {
  readonly part: Part;
  /** Whether the check was made in this run, and if so, what it shows of the part. */
  readonly made?: MadeCheck;
}

/** What a check depended on. */
export interface MadeCheck {
  /** Files it read, without those of the configuration itself. */
  readonly files: readonly string[];
  /** Whether it read environment variables. */
  readonly readsEnvironment: boolean;
  /** How many readings of its clusters were judged beyond the first of each. */
  readonly moreReadings: number;
}

/** The parts of a fleet, in order. */
export function partsOf(clusters: readonly LoadedCluster[]): readonly Part[] {
  const parts: { file?: string; first: number; clusters: LoadedCluster[] }[] = [];
  clusters.forEach((cluster, index) => {
    const last = parts.at(-1);
    if (last?.file === cluster.own.file && last !== undefined) last.clusters.push(cluster);
    else parts.push({ file: cluster.own.file, first: index, clusters: [cluster] });
  });
  return parts;
}

/** The same findings, for clusters that are elsewhere in the fleet now. */
export const placedAt = (first: number, summaries: readonly ClusterSummary[]): readonly ClusterSummary[] =>
  summaries.map((summary, position) => {
    const index = first + position;
    return summary.index === index ? summary : { ...summary, index };
  });

/** Checks each cluster of a part; `spare` is how many readings beyond the first there may be, `done` is called after each. */
export function checkPart(
  part: Part,
  inputs: Inputs,
  { infos, spare, done }: { readonly infos: boolean; readonly spare: number; readonly done: (index: number) => void },
): CheckedPart & { readonly made: MadeCheck } {
  const files = new Set<string>();
  let readsEnvironment = false;
  const watched: Inputs = {
    ...inputs,
    file: path => {
      files.add(path);
      return inputs.file(path);
    },
    env: name => {
      readsEnvironment = true;
      return inputs.env(name);
    },
  };
  const summaries: ClusterSummary[] = [];
  const findings: Finding[] = [];
  let moreReadings = 0;
  part.clusters.forEach((cluster, position) => {
    const index = part.first + position;
    const checked = checkCluster(cluster, watched, { infos, spare: spare - moreReadings });
    moreReadings += Math.max(0, checked.readings - 1);
    for (const finding of checked.findings) findings.push(finding);
    if (checked.model) summaries.push(summarise(checked.model, index, checked.states));
    done(index);
  });
  return { part, summaries, findings, made: { files: [...files], readsEnvironment, moreReadings } };
}
