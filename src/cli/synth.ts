/** `registry-gitops synth`: the same output as `cdk8s synth`, without its start-up cost, and with a swap at the end. */

import { exitStatus } from '../findings/exit-status';
import type { Finding } from '../findings/finding';
import { atLeast } from '../findings/select';
import { shownText } from '../findings/shown';
import { isCurrent, lockFileOf } from '../fleet/lock/lock-file';
import { type PreparedFleet, prepare, prepareInPlugin, refused, tellingOf, writeOutput, writing } from '../main';
import { buildFiles } from '../main/build';
import { optionsFor, PROGRESS, report, tellDone } from '../main/tell';
import type { OutputChanges } from '../output/output-changes';
import { differences, isBeingWritten } from '../output/output-folder';
import type { ReplaceOutput } from '../output/output-writer';
import { refuseOthersOutput } from '../output/owner-file';
import { Shard, type ShardNumber } from '../output/shard';
import { counted } from '../values/counted';
import { concerned, isWhole } from './concerned';
import { againstOf, fleetFileOf, fleetSourceOf, folderOf, severityOf } from './fleet-options';
import { shardNumberOf } from './shard';
import { stream, streamOfOne } from './stream';
import type { KnownRun } from './synth-cache/kept-run';
import type { LoneChange } from './synth-cache/lone-change';
import { SynthCache } from './synth-cache/synth-cache';
import type { Arguments } from './table/entry';
import { UsageError } from './usage-error';

/** Runs the command and returns its exit status. */
export function synth(args: Arguments): number {
  const number = shardNumberOf(args);
  if (args.flag('plugin') || args.flag('stdout')) return toStdout(args);
  return args.flag('check') ? checkFolder(args, number) : toFolder(args, number);
}

function toFolder(args: Arguments, number: ShardNumber | undefined): number {
  const file = fleetFileOf(args, args.words[0]);
  const folder = folderOf(args, file);
  const cache = cacheOf(args, file, folder);
  return writing(file, folder, replace => {
    const known = cache?.find();
    if (known !== undefined) return tellAgain(known, { changes: unchanged(known) });
    const infos = severityOf(args) === 'info';
    const lone = cache?.loneChange(infos);
    if (cache !== undefined && lone !== undefined) return writeChange(lone, cache, replace);
    cache?.open();
    const options = {
      infos,
      output: lockedBy(number, folder),
      known: cache?.parts.checks,
      knownLock: cache?.lock,
      hasOutput: cache?.hasOutput,
    };
    const fleet = prepare(file, options, cache?.files, cache?.parts.known);
    const shard = partOf(fleet, number);
    const write = (only: readonly string[], reported: string): Ended => {
      const changes = writeOutput(fleet, replace, only, shard, cache?.parts);
      cache?.keep({ fleet, changes, reported });
      return { status: 0, changes };
    };
    return whereFine(fleet, args, write, shard);
  });
}

/** Runs over the whole fleet alone are kept, and none that looks at a revision. */
function cacheOf(args: Arguments, file: string, folder: string): SynthCache | undefined {
  if (args.flag('no-cache') || args.list('cluster').length > 0) return undefined;
  if (args.text('against') !== undefined || args.text('shard') !== undefined) return undefined;
  return new SynthCache(file, folder, [severityOf(args), optionsFor(process.stderr)]);
}

/** Prints what a run without a change would print. */
function tellAgain({ clusters, reported }: KnownRun, done: Pick<Ended, 'changes' | 'outcome'>): number {
  if (reported !== '') console.error(reported);
  tellDone({ clusters, ...done });
  return 0;
}

/** Writes what differs after a change that concerns no other cluster, and prints what a run over all of them would print. */
function writeChange(change: LoneChange, cache: SynthCache, replace: ReplaceOutput): number {
  const { before, checked, parts, folders } = change;
  const { file, files } = checked.loaded;
  PROGRESS.end();
  if (before.reported !== '') console.error(before.reported);
  const inputs = [...files, lockFileOf(file)];
  const changes = replace({ folders, present: parts.output, only: [], inputs, commit: () => undefined });
  cache.keepChange(change, changes);
  tellDone({ clusters: before.clusters, changes });
  return 0;
}

const unchanged = ({ files }: KnownRun): OutputChanges => ({ files, changed: 0, added: 0, removed: 0 });

const partOf = (fleet: PreparedFleet, number: ShardNumber | undefined): Shard | undefined =>
  number &&
  new Shard(
    number,
    fleet.checked.clusters.map(({ name }) => name),
  );

/** The folder whose clusters the lock must know: beside the folders of all shards but the first there may be no lock yet. */
const lockedBy = (number: ShardNumber | undefined, folder: string): string | undefined =>
  number === undefined || number.index === 1 ? folder : undefined;

/** With a revision, the lock of that revision was compared already; it may be several changes older. */
function checkFolder(args: Arguments, number: ShardNumber | undefined): number {
  const file = fleetFileOf(args, args.words[0]);
  const folder = folderOf(args, file);
  refuseOthersOutput(folder, file);
  const against = againstOf(args);
  const upToDate = `${shownText(folder)} is up to date`;
  const known = isBeingWritten(folder) ? undefined : cacheOf(args, file, folder)?.find();
  if (known !== undefined) return tellAgain(known, { outcome: upToDate });
  const fleet = prepare(file, { infos: severityOf(args) === 'info', output: lockedBy(number, folder), against });
  const shard = partOf(fleet, number);
  const compare = (only: readonly string[]): Ended => {
    const { file: lockFile, lock } = fleet.lock;
    const isLockFine = against !== undefined || shard?.isFirst === false || isCurrent(lockFile, lock, only);
    const lockDiffers = isLockFine ? [] : [`differs: ${lockFile}`];
    const found = [...differences(folder, buildFiles(fleet, only, shard), only, shard), ...lockDiffers];
    for (const difference of found) console.error(shownText(difference));
    if (found.length === 0) return { status: 0, outcome: upToDate };
    console.error(`${shownText(folder)} is not what the fleet gives: run synth, and commit the result`);
    return { status: 1, outcome: counted(found.length, 'file differs', 'files differ') };
  };
  return whereFine(fleet, args, compare, shard);
}

function toStdout(args: Arguments): number {
  const source = args.flag('plugin')
    ? { file: fleetFileOf(args, args.words[0]), plugin: true as const }
    : { ...fleetSourceOf(args, args.words[0]), plugin: false as const };
  const fleet = source.plugin
    ? prepareInPlugin(source.file, process.env.REGISTRY_PLUGIN_SECRETS === 'true')
    : prepare(source.file, { infos: severityOf(args) === 'info', lockless: source.lockless }, source.files);
  const applied = { ...fleet, findings: withoutPlaintext(fleet.findings) };
  return whereFine(applied, args, only => {
    const all = fleet.checked.clusters.map(({ name }) => name);
    if (!args.flag('all') && !source.plugin && only.length !== 1 && all.length > 1) {
      throw new UsageError(
        `--stdout takes one cluster: --cluster NAME, or --all for ${all.length} clusters in one stream`,
      );
    }
    const alone = args.flag('all') || source.plugin ? undefined : (only[0] ?? all[0]);
    let objects = 0;
    for (const text of alone === undefined ? stream(fleet, only) : streamOfOne(fleet, alone)) {
      process.stdout.write(text);
      objects += 1;
    }
    return { status: 0, outcome: `${counted(objects, 'object')} to standard output` };
  });
}

/** A stream that is applied directly is what plain Secrets are for. */
const withoutPlaintext = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ code }) => code !== 'PLAINTEXT_IN_OUTPUT');

/** The result of a run. */
type Ended = { readonly status: number } & Pick<Parameters<typeof tellDone>[0], 'changes' | 'outcome'>;

/** Prints the findings, goes on where none of them stops synthesis, and prints what was done. */
function whereFine(
  fleet: PreparedFleet,
  args: Arguments,
  goOn: (only: readonly string[], reported: string) => Ended,
  shard?: Shard,
): number {
  const only = args.list('cluster');
  const findings = [...concerned(fleet, only), ...othersErrors(fleet, only)];
  const severity = severityOf(args);
  const status = exitStatus(findings);
  const reported = report(findings, { ...tellingOf(fleet), severity, counted: status !== 0 });
  const of = fleet.checked.loaded.clusters.length;
  const clusters = only.length || of;
  if (status !== 0) {
    tellDone({ clusters, of, outcome: refused(findings, severity) });
    return status;
  }
  const { status: ended, ...done } = goOn(only, reported);
  tellDone({ clusters: shard?.clusters.length ?? clusters, of, ...done });
  return ended;
}

/** The lock is compared with all clusters: while some cannot be read, nothing is known of the images of the others. */
function othersErrors(fleet: PreparedFleet, only: readonly string[]): readonly Finding[] {
  if (only.length === 0 || isWhole(fleet)) return [];
  return atLeast(fleet.findings, 'error').filter(
    ({ clusters }) => clusters !== undefined && !clusters.some(name => only.includes(name)),
  );
}
