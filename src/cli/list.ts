/** `registry-gitops list`: what every cluster of a fleet is, and where its images live. */

import type { Acceptance } from '../config/shape/acceptance';
import type { Cluster } from '../config/shape/cluster';
import { exitStatus } from '../findings/exit-status';
import { atLeast, countText } from '../findings/select';
import { shownText } from '../findings/shown';
import { readingsOf } from '../fleet/readings';
import { loadFleet } from '../load/load-fleet';
import { readInputs } from '../load/read-inputs';
import { report, tellDone } from '../main/tell';
import { resolve } from '../model/resolve';
import { describeIdentity, type StorageIdentity } from '../model/storage-change';
import { whereImagesLive } from '../model/where-images-live';
import { fleetSourceOf } from './fleet-options';
import type { Arguments } from './table/entry';
import { unknownCluster } from './usage-error';

/** One cluster as `--format json` gives it. */
interface Row {
  readonly name: string;
  readonly platform: string;
  readonly openshift: string;
  readonly environment: string;
  readonly topology: string;
  readonly profiles: readonly string[];
  /** Backend, bucket or claim, account, endpoint. */
  readonly storage: StorageIdentity;
  /** The mode; null where the cluster's own credentials are used, or none are needed. */
  readonly credentials: string | null;
  readonly accept: readonly Acceptance[];
}

/** Runs the command and returns its exit status. It does not judge anything: `check` does. */
export function list(args: Arguments): number {
  const { file, files } = fleetSourceOf(args, args.words[0]);
  const loaded = loadFleet(file, files);
  const of = loaded.clusters.length;
  const status = exitStatus(loaded.findings);
  report(loaded.findings, { files, counted: status !== 0 });
  if (status !== 0) {
    tellDone({ clusters: of, outcome: `${countText(atLeast(loaded.findings, 'warning'))}; nothing listed` });
    return status;
  }
  const inputs = readInputs(files);
  const rows = loaded.clusters
    .flatMap((entry): readonly Row[] => {
      const [cluster] = readingsOf(entry.merged()).clusters;
      return cluster?.name ? [rowOf(cluster, resolve(cluster, inputs))] : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const only = args.list('cluster');
  const names = rows.map(({ name }) => name);
  const unknown = only.find(name => !names.includes(name));
  if (unknown !== undefined) throw unknownCluster(unknown, names);
  const shown = only.length === 0 ? rows : rows.filter(({ name }) => only.includes(name));
  process.stdout.write(args.text('format') === 'json' ? `${JSON.stringify(shown, null, 2)}\n` : table(shown));
  const unnamed = of - rows.length;
  const outcome = unnamed > 0 ? `listed; ${unnamed} cannot be read: registry-gitops check` : 'listed';
  tellDone({ clusters: shown.length, of, outcome });
  return unnamed > 0 ? 1 : 0;
}

function rowOf(config: Cluster, model: ReturnType<typeof resolve>): Row {
  const { credentials = {}, profiles = [], accept = [] } = config;
  const mode = Object.keys(credentials).find(key => key !== 'swiftAuth');
  const { name, platform, openshift, environment, topology } = model;
  const storage = whereImagesLive(model);
  return { name, platform, openshift, environment, topology, profiles, storage, credentials: mode ?? null, accept };
}

const HEADS = ['CLUSTER', 'PLATFORM', 'OPENSHIFT', 'CREDENTIALS', 'ACCEPTED', 'STORAGE'] as const;

function table(rows: readonly Row[]): string {
  const cells = rows.map(({ name, platform, openshift, storage, credentials, accept }) =>
    [
      name,
      platform,
      openshift || '-',
      credentials ?? '-',
      accept.map(({ code }) => code).join(', ') || '-',
      describeIdentity(storage),
    ].map(shownText),
  );
  const widths = HEADS.map((_, column) => Math.max(...[HEADS, ...cells].map(line => line[column]?.length ?? 0)));
  const lines = [HEADS, ...cells].map(line => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return `${lines.map(line => line.trimEnd()).join('\n')}\n`;
}
