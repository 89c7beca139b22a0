/** The files of `seal`: the certificate it reads, and the configuration it changes. */

import type { KeyObject } from 'node:crypto';
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { now } from '../../load/clock';
import { readTextOnce } from '../../load/read-file';
import { whyUnreadable } from '../../load/yaml/open-yaml';
import { type Edit, setScalars } from './edit-yaml';
import { readSealingKey } from './encrypt';

/** Ends the command, with its exit status. */
export class SealError extends Error {
  public constructor(
    public readonly status: 1 | 2,
    message: string,
  ) {
    super(message);
  }
}

/** The text of a file. Messages name its purpose, not its name, which could be a value given by mistake. */
export function readText(file: string, purpose: string): string {
  try {
    return readTextOnce(file);
  } catch (error) {
    throw new SealError(2, `${purpose} cannot be read: ${whyUnreadable(error)}`);
  }
}

/** The public key of the controller; nothing else is accepted. */
export function readCertificate(file: string): KeyObject {
  const text = readText(file, 'the file of --cert');
  const found = readSealingKey(text);
  if (found === undefined) {
    const why = text.includes('PRIVATE KEY')
      ? 'it has a private key in it'
      : 'it has no RSA certificate of 2048 bits or more';
    throw new SealError(
      2,
      `the file of --cert cannot be used: ${why}. Get the public certificate of the cluster with kubeseal --fetch-cert`,
    );
  }
  if (found.validTo !== undefined && found.validTo.getTime() < now().getTime()) {
    const day = found.validTo.toISOString().slice(0, 10);
    throw new SealError(
      2,
      `the certificate of --cert expired on ${day}: fetch the newest one with kubeseal --fetch-cert`,
    );
  }
  return found.key;
}

/** Replaces a file atomically: readers see the old text or the new one. */
export function writeEdited(file: string, document: number, edits: readonly Edit[]): void {
  const text = readText(file, file);
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const edited = mark + setScalars(text.slice(mark.length), document, edits);
  const target = realpathSync(file);
  const aside = `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(aside, edited, { mode: statSync(target).mode, flag: 'wx' });
    renameSync(aside, target);
  } catch (error) {
    rmSync(aside, { force: true });
    throw new SealError(2, `${file} cannot be written: ${codeOf(error)}`);
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
