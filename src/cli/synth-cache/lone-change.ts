/**
 * Clusters that changed, and whatever is compared between clusters is as it was: where their images are, the names and hosts that
 * they use, what they emit for Argo CD and the hub, and what is found. Then the fleet's rules find the same, the lock and what
 * all clusters share stay, and the other clusters need not even be read. Anything else is a run like any other.
 */

import { type Finding, wordsOf } from '../../findings/finding';
import { LOCK_CODES } from '../../findings/lock-codes';
import { sortFindings } from '../../findings/sort';
import { type CheckedFleet, checkFleet } from '../../fleet/check-fleet';
import { type CheckedPart, type Part, partsOf } from '../../fleet/parts';
import { type EntryOutline, outlineOf } from '../../load/layer';
import { loadFleet } from '../../load/load-fleet';
import { readInputs } from '../../load/read-inputs';
import type { RecordedFiles } from '../../load/recorded-files';
import type { PreparedFleet } from '../../main';
import { buildOutput } from '../../main/build';
import type { NewFolder } from '../../output/folder-files';
import type { KeptFolder } from '../../output/next-output';
import { FLEET_RULES } from '../../rules/fleet/fleet';
import type { ClusterSummary } from '../../rules/fleet/fleet-rule';
import { NONE } from '../../values/none';
import { builtIn, isHarmless, type KnownPart } from './kept-part';
import type { ClustersApart, KnownRun } from './kept-run';
import { unlisted, unlistedFindings } from './listed';
import type { PartMemory } from './part-memory';
import { delicateInFile } from './until';

/** What is known of the run before, and what has changed since: the text of files with clusters, and nothing else. */
export interface Since {
  readonly fleetFile: string;
  readonly changed: ReadonlySet<string>;
  readonly before: KnownRun;
  readonly apart: ClustersApart;
  /** Whether findings of severity `info` are wanted. */
  readonly infos: boolean;
}

/** A change that concerns no other cluster. */
export interface LoneChange {
  readonly before: KnownRun;
  /** The clusters of the files that have changed. */
  readonly checked: CheckedFleet;
  readonly parts: PartMemory;
  /** The whole output: folders that may differ, and all others. */
  readonly folders: readonly (NewFolder | KeptFolder)[];
}

/** Clusters in files that have changed, and those of them that have: of more, little is won, and this is tried for nothing if not. */
const MOST_READ = 1_000;
const MOST_CHANGED = 50;

/** The change, where it concerns no other cluster; `parts` knows the files as they were, and the output. */
export function loneChange(
  { fleetFile, changed, before, apart, infos }: Since,
  parts: PartMemory,
  files: RecordedFiles,
): LoneChange | undefined {
  const { output } = parts;
  // A printed place may be on another line now.
  if (output === undefined || [...changed].some(file => isNamedIn(before.reported, file))) return undefined;
  // Of a file that has not changed, no cluster needs to be known.
  const loaded = loadFleet(fleetFile, files, file => (changed.has(file) ? parts.known(file) : NONE));
  const clusters = loaded.clusters.filter(({ own }) => own.file !== undefined);
  if (loaded.root === null || loaded.findings.length > 0 || clusters.length > MOST_READ) return undefined;
  const isAlike = partsOf(clusters).every(part => isOutlinedAsBefore(parts.changed(part.file), part));
  if (!isAlike || clusters.filter(cluster => parts.isNew(cluster)).length > MOST_CHANGED) return undefined;
  const { changes, states, compared } = apart;
  const inputs = { ...readInputs(files), changes, states };
  const checked = checkFleet({ ...loaded, clusters }, inputs, { infos, known: parts.checks });
  const isLone = checked.parts.every(part => isAsBefore(parts.changed(part.part.file), part, loaded.files));
  if (!isLone || checked.parts.length !== changed.size) return undefined;
  const names = checked.clusters.map(({ name }) => name);
  // The place of a finding about all clusters together may be in another file now.
  if (names.some(name => compared.includes(name))) return undefined;
  const built = [...buildOutput({ checked }, { only: names, memory: parts })];
  if (!checked.parts.every(part => isBuiltAsBefore(part, parts))) return undefined;
  const own = new Set(['', ...names.map(name => `clusters/${name}`)]);
  const others = [...output.keys()].filter(folder => !own.has(folder));
  return { before, checked, parts, folders: [...built, ...others.map((kept): KeptFolder => ({ kept }))] };
}

/** What is kept for this of a run in which no check of a cluster reads a file with others. */
export function clustersApart({ checked, findings }: PreparedFleet): ClustersApart | undefined {
  const { changes, states } = checked.inputs;
  const about = findings.filter(({ code }) => TOGETHER.has(code)).flatMap(({ clusters = [] }) => clusters);
  const apart = { changes, states, compared: [...new Set(about)] };
  return isHarmless(apart) ? apart : undefined;
}

/** What is found by comparing clusters with each other, and with the lock, and what is wrong with accepting it. */
const TOGETHER: ReadonlySet<string> = new Set([
  ...FLEET_RULES.map(({ code }) => code),
  ...Object.keys(LOCK_CODES),
  'ACCEPT_UNUSED',
]);

/** Whether a text has the name of a file, however it is broken into lines. */
const isNamedIn = (text: string, file: string): boolean => squeezed(text).includes(squeezed(file));

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** Whether a file has as many clusters as before, with the same profiles. */
const isOutlinedAsBefore = (before: KnownPart | undefined, { clusters }: Part): boolean =>
  before !== undefined &&
  isSame(
    unlisted(before.outlines).map(shared),
    clusters.map(({ own }) => shared(outlineOf(own))),
  );

/** Whether a file has for others what it had before, and can be kept. */
function isAsBefore(before: KnownPart | undefined, part: CheckedPart, config: readonly string[]): boolean {
  const { file = '', clusters } = part.part;
  if (before === undefined || part.made === undefined) return false;
  const { files, readsEnvironment, moreReadings } = part.made;
  if (readsEnvironment || moreReadings > 0 || delicateInFile(clusters).hasPlainSecrets) return false;
  if (files.some(path => config.includes(path))) return false;
  return (
    isSame(before.summaries.map(unplaced), part.summaries.map(unplaced)) &&
    isSame(wordsIn(unlistedFindings(before.findings), file), wordsIn(part.findings, file))
  );
}

/** Whether the clusters of such a file emit what they did, as far as others depend on it. */
function isBuiltAsBefore(part: CheckedPart, parts: PartMemory): boolean {
  const before = parts.changed(part.part.file);
  return part.summaries.every((summary, position) => {
    const [now, was] = [parts.builtNow(summary), before?.built[position]];
    return now === undefined || (before && was && isSame(builtIn(before, was), now));
  });
}

/** As they are kept: what the last run knows of it was read from such a text. */
const isSame = (some: unknown, other: unknown): boolean => JSON.stringify(some) === JSON.stringify(other);

/** A summary, wherever in the fleet its cluster is. */
const unplaced = (summary: ClusterSummary): ClusterSummary => ({ ...summary, index: 0 });

/** What other clusters depend on: a list that a cluster has of its own decides who uses that of its profile. */
const shared = ({ keys, profiles }: EntryOutline): readonly unknown[] => [keys.includes('accept'), profiles];

/** Findings in the order in which they are shown, without the lines in their own file. */
const wordsIn = (findings: readonly Finding[], file: string): readonly unknown[] =>
  sortFindings(findings).map(finding => {
    const { clusters, construct, place } = finding;
    const line = place?.file === file ? undefined : place?.line;
    return [wordsOf(finding), clusters, construct, place?.file, line, place?.column];
  });
