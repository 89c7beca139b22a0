/** The files of `seal`: the certificate it reads, and the configuration it changes. */

import type { KeyObject } from 'node:crypto';
import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { now } from '../../load/clock';
import { type Edit, setScalars } from './edit-yaml';
import { readSealingKey } from './encrypt';

/** What ends the command, with its exit status. */
export class SealError extends Error {
  public constructor(
    public readonly status: 1 | 2,
    message: string,
  ) {
    super(message);
  }
}

/** The text of a file. A message calls it by its purpose: a value that was given in place of its name must not be shown. */
export function readText(file: string, purpose: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new SealError(2, `${purpose} cannot be read: ${codeOf(error)}`);
  }
}

/** The public key of the controller; nothing else may be mistaken for it. */
export function readCertificate(file: string): KeyObject {
  const text = readText(file, 'the file of --cert');
  const found = readSealingKey(text);
  if (found === undefined) {
    const why = text.includes('PRIVATE KEY')
      ? 'it holds a private key'
      : 'it holds no RSA certificate of 2048 bits or more';
    throw new SealError(
      2,
      `the file of --cert cannot seal: ${why}. kubeseal --fetch-cert gives the public certificate of a cluster`,
    );
  }
  if (found.validTo !== undefined && found.validTo.getTime() < now().getTime()) {
    const day = found.validTo.toISOString().slice(0, 10);
    throw new SealError(
      2,
      `the certificate of --cert ran out on ${day}: fetch the newest certificate with kubeseal --fetch-cert`,
    );
  }
  return found.key;
}

/** Changes a file in one step: whoever reads it sees the old text or the new one. */
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
