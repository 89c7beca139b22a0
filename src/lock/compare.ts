/** What moved since the last run: images do not move with the configuration. */

import type { Acknowledgement } from '../config/shape/fleet';
import type { ConfigPath, Problem } from '../findings/finding';
import { LOCK_CODES } from '../findings/lock-codes';
import type { ClusterSummary } from '../rules/fleet-rule';
import type { Identity, Lock } from './lock-file';

/** A problem of one cluster, or of the fleet file. */
export interface LockProblem extends Problem {
  /** Position of the cluster; absent for one that vanished and for the fleet file. */
  readonly cluster?: number;
}

/** The new lock, and what must be acknowledged before it may be written. */
export interface LockComparison {
  readonly lock: Lock;
  readonly problems: readonly LockProblem[];
}

/** Compares what was with what is; new clusters are simply added. */
export function compareLock(
  before: Lock,
  clusters: readonly ClusterSummary[],
  acknowledge: readonly Acknowledgement[],
): LockComparison {
  const meant = new Set(acknowledge.map(({ change }) => change.trim()));
  const used = new Set<string>();
  const unmet = (change: string): boolean => {
    used.add(change);
    return !meant.has(change);
  };
  const moved = clusters.flatMap(cluster =>
    moveOf(cluster, Object.hasOwn(before, cluster.name) ? before[cluster.name] : undefined, unmet),
  );
  const names = new Set(clusters.map(({ name }) => name));
  const vanished = Object.entries(before).flatMap(([name, identity]) =>
    names.has(name) ? [] : vanishedProblem(name, identity, unmet),
  );
  const unused = acknowledge.flatMap(({ change }, index) =>
    used.has(change.trim())
      ? []
      : [problem('ACKNOWLEDGE_UNUSED', ['acknowledge', index], `"${change}" is no change of this run`)],
  );
  const lock = Object.fromEntries(clusters.map(({ name, storage }) => [name, storage?.identity ?? OWN_STORAGE]));
  return { lock, problems: [...moved, ...vanished, ...unused] };
}

/** What is remembered of a cluster that keeps the operator's own storage. */
const OWN_STORAGE: Identity = { backend: 'platform' };

function moveOf(
  { name, index, storage }: ClusterSummary,
  before: Identity | undefined,
  unmet: (change: string) => boolean,
): LockProblem[] {
  const after = storage?.identity ?? OWN_STORAGE;
  if (before === undefined || same(before, after)) return [];
  const change = `${name} moves from ${describe(before)} to ${describe(after)}`;
  if (!unmet(change)) return [];
  const what = `the images of ${name} are in ${describe(before)}; the configuration now says ${describe(after)}`;
  return [
    {
      ...problem(
        'STORAGE_MOVED',
        storage?.path ?? ['storage'],
        what,
        acknowledgeFix('copy the images first, then', change),
      ),
      cluster: index,
    },
  ];
}

function vanishedProblem(name: string, identity: Identity, unmet: (change: string) => boolean): LockProblem[] {
  const change = `${name} leaves the fleet`;
  if (!unmet(change)) return [];
  const what = `${name}, whose images are in ${describe(identity)}, is no longer in the fleet`;
  return [problem('CLUSTER_VANISHED', ['clusters'], what, acknowledgeFix('put it back, or', change))];
}

const acknowledgeFix = (first: string, change: string): string =>
  `${first} add to the fleet file: acknowledge: [{change: ${JSON.stringify(change)}, reason: "…"}]`;

function problem(code: keyof typeof LOCK_CODES, path: ConfigPath, what: string, fix?: string): LockProblem {
  const row = LOCK_CODES[code];
  return { code, severity: row.severity, path, what, why: row.why, fix: fix ?? row.fix };
}

/** What an unreadable lock leads to. */
export const unreadableLock = (file: string): LockProblem =>
  problem('LOCK_UNREADABLE', [], `${file} is not a lock file`);

/** `s3 bucket=acme`: a line people can read and machines can compare. */
function describe(identity: Identity): string {
  const { backend = '?', ...rest } = identity;
  const parts = Object.keys(rest)
    .sort()
    .map(key => `${key}=${rest[key]}`);
  return [backend, ...parts].join(' ');
}

const same = (a: Identity, b: Identity): boolean => describe(a) === describe(b);
