/** Which process wrote something down, and whether it still runs: process numbers are used again. */

import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, as others can find it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, in the kernel's own count; absent where the kernel does not tell. */
  readonly started?: string;
  /** For people. */
  readonly host: string;
  /** Where its number means something: one boot of one machine, and one set of processes there. */
  readonly where: string;
}

/** The process that runs this. */
export function thisProcess(): ProcessIdentity {
  const place = [hostname(), tryRead('/proc/sys/kernel/random/boot_id'), tryLink('/proc/self/ns/pid')];
  const where = createHash('sha256').update(place.join('\n')).digest('hex').slice(0, 16);
  return { pid: process.pid, started: stateOf(process.pid)?.started, host: hostname(), where };
}

/** Whether the process has ended; undefined where that cannot be seen from here, as on another machine. */
export function hasEnded({ pid, started, where }: ProcessIdentity): boolean | undefined {
  if (where !== thisProcess().where) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // A process of another user may not be signalled, and runs.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true;
  }
  const state = stateOf(pid);
  if (state === undefined || started === undefined) return false;
  return state.started !== started || state.isZombie;
}

/** Linux tells; elsewhere the number alone must do. */
function stateOf(pid: number): { readonly started: string; readonly isZombie: boolean } | undefined {
  const text = tryRead(`/proc/${pid}/stat`);
  if (text === '') return undefined;
  // The name of the program, in brackets, may hold anything; the state and then numbers follow it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { started: fields[19] ?? '', isZombie: fields[0] === 'Z' || fields[0] === 'X' };
}

function tryRead(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function tryLink(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
