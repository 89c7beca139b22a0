/** What moved since the last run: images do not move with the configuration. */

import type { Acknowledgement } from '../config/shape/fleet';
import type { CatalogueEntry } from '../findings/catalogue-entry';
import type { ConfigPath, Problem } from '../findings/finding';
import type { ClusterSummary } from '../rules/fleet-rule';
import type { Identity, Lock } from './lock-file';

/** Findings of the lock. */
export const LOCK_CODES = {
  STORAGE_MOVED: {
    code: 'STORAGE_MOVED',
    severity: 'error',
    acceptable: false,
    title: 'the storage of a cluster is another one than before',
    why: 'nothing is copied: the registry starts empty, every image in the old storage is out of reach, and the old storage stays and costs',
    fix: 'copy the images first, then acknowledge the change in the fleet file',
    source: 'fleet.lock.yaml; operator pkg/resource/generator.go storageReconfigured',
  },
  CLUSTER_VANISHED: {
    code: 'CLUSTER_VANISHED',
    severity: 'error',
    acceptable: false,
    title: 'a cluster that was there before is gone from the fleet',
    why: 'its folder would leave the output; Argo CD would no longer keep its registry, and where it prunes, it would delete what is not protected',
    fix: 'put the cluster back, or acknowledge that it goes',
    source: 'fleet.lock.yaml',
  },
  ACKNOWLEDGE_UNUSED: {
    code: 'ACKNOWLEDGE_UNUSED',
    severity: 'info',
    title: 'an acknowledged change has happened, or never will',
    why: 'it has no effect any more',
    fix: 'remove the entry from acknowledge',
    source: 'fleet.lock.yaml',
  },
  LOCK_UNREADABLE: {
    code: 'LOCK_UNREADABLE',
    severity: 'error',
    acceptable: false,
    title: 'the lock file cannot be understood',
    why: 'without it nobody notices that images are left behind',
    fix: 'restore it from git',
    source: 'fleet.lock.yaml',
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

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
  const moved = clusters.flatMap(cluster => moveOf(cluster, before[cluster.name], unmet));
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
  `${first} add to the fleet file: acknowledge: [{change: "${change}", reason: "…"}]`;

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
