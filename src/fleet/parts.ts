/** The clusters of a fleet file by file: what the check of one file finds depends on no other, so that it can be known before. */

import type { Inputs } from '../config/inputs';
import type { Finding } from '../findings/finding';
import type { LoadedCluster } from '../load/load-fleet';
import type { RegistryModel } from '../model/model';
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

/** What is known of one cluster after its check. */
export interface KnownCluster {
  readonly summary: ClusterSummary;
  readonly findings: readonly Finding[];
  /** Files that its check read, and maybe others, without those of the configuration itself. */
  readonly files: readonly string[];
}

/** Checks that need not be made. */
export interface KnownChecks {
  /** Of all clusters in a file that has not changed. */
  readonly ofFile: (file: string, conditions: CheckConditions) => PartCheck | undefined;
  /** Of a cluster that is as it was, in a file that has changed; asked after `ofFile`, under the same conditions. */
  readonly ofCluster: (cluster: LoadedCluster) => KnownCluster | undefined;
}

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
  /** How many of the findings each cluster has; they are in the order of the clusters. */
  readonly counts: readonly number[];
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

/** How the clusters of a part are checked. */
export interface PartOptions {
  readonly infos: boolean;
  /** How many readings beyond the first there may be. */
  readonly spare: number;
  /** What need not be checked. */
  readonly known?: (cluster: LoadedCluster) => KnownCluster | undefined;
  /** Called with the model of each that was checked now, where it is as it is written. */
  readonly keep: (index: number, model: RegistryModel) => void;
  /** Called after each, with the number of those that are done. */
  readonly done: (count: number) => void;
}

/** Checks each cluster of a part. */
export function checkPart(
  part: Part,
  inputs: Inputs,
  { infos, spare, known, keep, done }: PartOptions,
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
  const checks: { readonly summary?: ClusterSummary; readonly findings: readonly Finding[] }[] = [];
  let moreReadings = 0;
  for (const [count, position] of byPlatform(part.clusters).entries()) {
    const cluster = part.clusters[position] as LoadedCluster;
    const index = part.first + position;
    const before = known?.(cluster);
    if (before !== undefined) {
      for (const file of before.files) files.add(file);
      checks[position] = { summary: { ...before.summary, index }, findings: before.findings };
    } else {
      const checked = checkCluster(cluster, watched, { infos, spare: spare - moreReadings });
      moreReadings += Math.max(0, checked.readings - 1);
      const summary = checked.model && summarise(checked.model, index, checked.states);
      checks[position] = { summary, findings: checked.findings };
      if (checked.model !== undefined && checked.isExact) keep(index, checked.model);
    }
    done(count + 1);
  }
  const summaries = checks.flatMap(({ summary }) => summary ?? []);
  const findings = checks.flatMap(check => check.findings);
  const counts = checks.map(check => check.findings.length);
  return { part, summaries, findings, made: { counts, files: [...files], readsEnvironment, moreReadings } };
}

/**
 * The positions of clusters, those of a platform one after the other: what the processor holds for one serves the next, which
 * makes a check a seventh faster.
 */
function byPlatform(clusters: readonly LoadedCluster[]): readonly number[] {
  const positions = new Map<unknown, number[]>();
  for (const [position, { own }] of clusters.entries()) {
    const others = positions.get(own.platform);
    if (others) others.push(position);
    else positions.set(own.platform, [position]);
  }
  return [...positions.values()].flat();
}
