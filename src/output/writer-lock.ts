/**
 * One writer at a time: a lock file beside the output folder. What a killed run leaves is recognised, and its lock goes to
 * exactly one of those who want it.
 */

import { randomBytes } from 'node:crypto';
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { folderIdentity, writerLockOf } from './folder-name';
import { OutputError } from './output-error';
import { hasEnded, type ProcessIdentity, thisProcess } from './process-identity';

/** What a run writes down before it changes anything, for the one that comes after a kill. */
export interface Journal {
  /** Part of the name of everything the run makes beside the folder. */
  readonly id: string;
  /** The fleet's lock, seen from the folder that holds the output folder. */
  readonly fleetLock: string;
  /** Its content when the run began, as a digest. */
  readonly before: string;
}

/** The content of a lock file. */
interface Held extends ProcessIdentity, Journal {
  /** The folder it was written in: a clone or a copy has the file too, and nothing was interrupted there. */
  readonly folder?: string;
  /** Runs that were killed, and that nobody has tidied up after yet. */
  readonly dead: readonly Journal[];
}

/** A lock that is held. */
export interface WriterLock {
  readonly journal: Journal;
  readonly dead: readonly Journal[];
  /** Whether it still is: another machine may have taken it for the lock of a dead run. */
  readonly isHeld: () => boolean;
  readonly release: () => void;
}

/** What runs over an output folder have written down here: the one that has the lock, and those it tidies up after. */
export function journalsBeside(folder: string): readonly Journal[] {
  const file = writerLockOf(folder);
  try {
    const holder = holderOf(file);
    return holder === undefined ? [] : journalsOf(file, holder);
  } catch {
    return [];
  }
}

/** None where the file comes from elsewhere, as out of a repository. */
const journalsOf = (file: string, held: Held): readonly Journal[] =>
  held.pid !== 0 && held.folder === folderIdentity(dirname(file)) ? [...held.dead, journalOf(held)] : [];

/** How a run waits for another one. */
export interface Waiting {
  /** What both want to write, as people named it. */
  readonly target: string;
  /** Tells people why nothing happens. */
  readonly tell: (line: string) => void;
  /** In milliseconds. */
  readonly patience?: number;
}

/** How long a run waits for another one, and how often it looks. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;
/** A lock of another machine, whose processes cannot be seen, is that of a killed run after this time. */
const ABANDONED_MS = 10 * 60_000;
/** An empty lock is one that is being written, or was when its run was killed. */
const BEING_WRITTEN_MS = 5_000;

/**
 * Takes the lock, once the run that has it is done.
 *
 * @throws OutputError where it is not done in time, or the file is not a lock of ours.
 */
export function takeLock(
  file: string,
  own: Omit<Journal, 'id'>,
  { target, tell, patience = PATIENCE_MS }: Waiting,
): WriterLock {
  const journal: Journal = { id: randomBytes(8).toString('hex'), ...own };
  const started = Date.now();
  let told = false;
  for (;;) {
    const result = tryTake(file, journal, []);
    if (!('pid' in result)) return lockOf(file, journal, result.dead);
    const waited = Date.now() - started;
    if (!told && waited > 1_000) {
      tell(`waiting for ${nameOf(result)}, which writes ${target}`);
      told = true;
    }
    if (waited > patience) throw new OutputError(inTheWay(file, result, target));
    sleep(PAUSE_MS);
  }
}

const inTheWay = (file: string, holder: Holder, target: string): string =>
  `${target} is being written by ${nameOf(holder)}; try again when it is done, or delete ${file} if it no longer runs`;

const nameOf = ({ pid, host }: Holder): string => (pid === 0 ? 'another run' : `process ${pid} on ${host}`);

const lockOf = (file: string, journal: Journal, dead: readonly Journal[]): WriterLock => {
  const isHeld = (): boolean => holderOf(file)?.id === journal.id;
  return { journal, dead, isHeld, release: () => isHeld() && rmSync(file, { force: true }) };
};

/** Who has a lock; a lock that is still empty has a holder nobody knows, with number 0. */
type Holder = Held & { readonly isDead: boolean };

/** Either takes the lock and says which dead runs come with it, or says who has it. */
function tryTake(file: string, journal: Journal, dead: readonly Journal[]): Holder | { readonly dead: typeof dead } {
  for (;;) {
    if (create(file, { ...thisProcess(), ...journal, folder: folderIdentity(dirname(file)), dead })) return { dead };
    const holder = holderOf(file);
    if (holder === undefined) continue;
    if (!holder.isDead) return holder;
    // Several may see the same dead lock. The right to replace it is a lock too, named after it, and becomes the new one.
    const right = `${file}-${holder.id}`;
    const all = merged([...dead, ...journalsOf(file, holder)]);
    const taken = tryTake(right, journal, all);
    if ('pid' in taken) return taken;
    if (holderOf(file)?.id === holder.id) {
      renameSync(right, file);
      return { dead: taken.dead };
    }
    rmSync(right, { force: true });
  }
}

const journalOf = ({ id, fleetLock, before }: Journal): Journal => ({ id, fleetLock, before });

const merged = (journals: readonly Journal[]): readonly Journal[] => [
  ...new Map(journals.map(journal => [journal.id, journalOf(journal)])).values(),
];

function create(file: string, held: Held): boolean {
  try {
    writeFileSync(file, `${JSON.stringify(held)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    const isOurs = holderOf(file)?.pid === 0;
    if (isOurs) rmSync(file, { force: true });
    throw error;
  }
}

/** Undefined where there is no lock any more. */
function holderOf(file: string): Holder | undefined {
  try {
    const state = lstatSync(file);
    const age = Date.now() - state.mtimeMs;
    if (!state.isFile() || state.size > MOST_BYTES) throw new OutputError(notOurs(file));
    const text = readFileSync(file, 'utf8');
    if (text === '') return { ...UNKNOWN, id: `empty${Math.trunc(state.mtimeMs)}`, isDead: age > BEING_WRITTEN_MS };
    const held = parse(text);
    if (held === undefined) throw new OutputError(notOurs(file));
    return { ...held, isDead: hasEnded(held) ?? age > ABANDONED_MS };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const UNKNOWN = { pid: 0, host: '', where: '', fleetLock: '', before: '', dead: [] } as const;
const MOST_BYTES = 64 * 1024;

const notOurs = (file: string): string =>
  `${file} is not a lock of ours, and keeps its place; rename it, or choose another output folder with -o`;

/** Nothing in it is believed that could name another file: the lock may come from a repository. */
function parse(text: string): Held | undefined {
  try {
    const held = JSON.parse(text) as Held;
    const isPlace = /^[\w.-]{0,255}$/.test(held.host) && /^\w{1,64}$/.test(held.where);
    const isProcess = Number.isInteger(held.pid) && held.pid > 0 && isPlace;
    return isProcess && isJournal(held) && held.dead.every(isJournal) ? held : undefined;
  } catch {
    return undefined;
  }
}

const isJournal = (value: Partial<Journal> | null): boolean =>
  /^[0-9a-f]{16}$/.test(value?.id ?? '') &&
  typeof value?.before === 'string' &&
  typeof value.fleetLock === 'string' &&
  (value.fleetLock === '' || basename(value.fleetLock).endsWith('.lock.yaml'));

const sleep = (milliseconds: number): unknown =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
