/** The only process that writes an output folder at a time: it sees one state from the start to the end of its run. */

import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { exchange } from './exchange';
import type { FilesByFolder, NewFolder } from './folder-files';
import { realFolder, writerLockOf } from './folder-name';
import { makeFolder, removeEmpty } from './make-folder';
import { type KeptFolder, NextOutput } from './next-output';
import type { OutputChanges } from './output-changes';
import { asOutputError, OutputError } from './output-error';
import { OWNER_FILE, ownerText, refuseOthersOutput } from './owner-file';
import { PresentOutput, readOutput, refuseInputs } from './present-output';
import { tryRealpath } from './replace-file';
import type { Shard } from './shard';
import { asideOf, digestOfFile, recover, removeMarked, swap } from './swap';
import { takeLock, type WriterLock } from './writer-lock';

/** What the output is made of. */
export interface NewOutput {
  readonly folders: Iterable<NewFolder | KeptFolder>;
  /** The files of the present output, where it is known to be as a run left it: it is not read as a whole then. */
  readonly present?: FilesByFolder;
  /** Clusters that are written again; the folders of the others stay as they are. All of them, where none is named. */
  readonly only: readonly string[];
  /** The part that is written; the folder holds nothing else then. */
  readonly shard?: Shard;
  /** Files that the run reads. */
  readonly inputs: readonly string[];
  /** Writes the fleet's lock, with this id in the name of what it makes beside it; the output is put back where it fails. */
  readonly commit: (id: string) => void;
}

/** Where the output goes, and for which fleet. */
export interface Destination {
  /** The output folder, as people named it. */
  readonly folder: string;
  readonly fleetFile: string;
  readonly fleetLock: string;
  /** Tells people what is neither a result nor an error, a line at a time. */
  readonly tell: (line: string) => void;
}

/**
 * Replaces the output as a whole, or leaves it as it is where nothing differs; gives how the two differ.
 *
 * @throws OutputError where the folder holds anything that is not ours, or cannot be written; it is as before then.
 */
export type ReplaceOutput = (output: NewOutput) => OutputChanges;

/**
 * Runs something as the only writer of a folder. What a killed run left is put right first.
 *
 * @throws OutputError where another process does not let go of it, or it cannot be written.
 */
export function asOnlyWriter<T>(destination: Destination, run: (replace: ReplaceOutput) => T): T {
  const { folder: named, fleetFile } = destination;
  const folder = guarded(named, () => realFolder(named));
  const made = guarded(named, () => makeFolder(dirname(folder)));
  try {
    const lock = guarded(named, () => lockOf(folder, destination));
    try {
      guarded(named, () => {
        for (const journal of lock.dead) recover(folder, journal);
        refuseOthersOutput(named, fleetFile);
      });
      return run(output => replace(folder, destination, lock, output));
    } finally {
      lock.release();
    }
  } finally {
    removeEmpty(made);
  }
}

function lockOf(folder: string, { folder: named, fleetLock, tell }: Destination): WriterLock {
  const path = relative(dirname(folder), resolve(fleetLock));
  const own = { fleetLock: path, before: digestOfFile(fleetLock) };
  return takeLock(writerLockOf(folder), own, { target: named, tell });
}

function replace(
  folder: string,
  { folder: named, fleetFile, tell }: Destination,
  lock: WriterLock,
  output: NewOutput,
): OutputChanges {
  const aside = asideOf(folder, lock.journal);
  const changes = guarded(named, () => {
    refuseInputs(
      folder,
      named,
      output.inputs.flatMap(file => tryRealpath(file) ?? []),
    );
    const present = output.present ? new PresentOutput(folder, output.present) : readOutput(folder, named);
    output.shard?.refuseOthers(present.paths(), named);
    try {
      const next = new NextOutput(aside.next, folder, present);
      keepOthers(next, present, output.only);
      next.add({ folder: '', names: [OWNER_FILE], texts: [ownerText(folder, fleetFile)] });
      for (const files of output.folders) {
        if ('kept' in files) next.keepFolder(files);
        else next.add(files);
      }
      const commit = (): void => output.commit(lock.journal.id);
      const found = next.finish();
      if (found !== 'nothing' && !lock.isHeld())
        throw new OutputError(`${named} was taken over by another run, which waited too long; try again`);
      if (found === 'nothing') commit();
      else if (found === 'whole') swap(folder, aside, commit);
      else exchange(folder, aside, found, commit);
      const changes = next.changes();
      if (found === 'whole') return { ...changes, written: next.written() };
      return { ...changes, touched: found === 'nothing' ? [] : Object.values(found).flat() };
    } catch (error) {
      tidyUp(() => recover(folder, lock.journal));
      throw error;
    }
  });
  if (!existsSync(aside.done)) return changes;
  tidyUp(
    () => removeMarked(aside.done),
    error => tell(`${aside.done} is left of the old output; delete it: ${error.message}`),
  );
  return changes;
}

/** The folders of clusters that are not written again. */
function keepOthers(next: NextOutput, present: PresentOutput, only: readonly string[]): void {
  if (only.length === 0) return;
  for (const path of present.paths()) {
    const [top, cluster] = path.split('/');
    if (path !== OWNER_FILE && !(top === 'clusters' && only.includes(cluster ?? ''))) next.keep(path);
  }
}

/** What blocks tidying up changes nothing about the output. */
function tidyUp(work: () => void, tell: (error: Error) => void = () => undefined): void {
  try {
    work();
  } catch (error) {
    tell(error as Error);
  }
}

function guarded<T>(named: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asOutputError(named, error);
  }
}
