/** Opens one YAML file: its values, and a source that knows their places. Problems become findings. */

import type { Finding, Place } from '../../findings/finding';
import { generalProblem } from '../../findings/general-codes';
import { DISK, type Files } from '../files';
import { Source } from '../source';
import { parseYaml } from './parse-yaml';
import type { OfPlain } from './plain/parse-plain';

/** A file that could be read. */
export interface Opened {
  readonly source: Source;
  /** One value for each document; empty documents are `null`. */
  readonly values: readonly unknown[];
}

/** Opens a file; `from` is the place that names it, if any, and `ofPlain` makes the values of documents in plain YAML. */
export function openYaml(
  file: string,
  findings: Finding[],
  from?: Place,
  files: Files = DISK,
  ofPlain?: OfPlain,
): Opened | undefined {
  let text: string;
  try {
    text = files.text(file);
  } catch (error) {
    findings.push(unreadable(file, error, from));
    return undefined;
  }
  if (text.startsWith('\uFEFF')) text = text.slice(1);
  const { values, ends, problems, only } = parseYaml(text, ofPlain);
  const source = new Source(file, text, ends);
  for (const { offset, ...problem } of problems) findings.push({ ...problem, place: source.placeAt(offset) });
  // Cluster files need their places one after the other; the fleet file needs them all the time.
  if (only !== undefined && from === undefined) source.remember(only);
  return problems.length > 0 ? undefined : { source, values };
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'the file does not exist'],
  ['ENOTDIR', 'the file does not exist'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'permission denied'],
  ['ENOTREG', 'it is a device, a pipe or a socket'],
  ['EFBIG', 'it is larger than 32 MiB'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ELOOP', 'its symbolic links form a loop'],
]);

/** A file or folder that cannot be read, and why. */
export function unreadable(file: string, error: unknown, place: Place | undefined): Finding {
  return {
    ...generalProblem('FILE_UNREADABLE', [], `${file} cannot be read: ${whyUnreadable(error)}`),
    place: place ?? { file, line: 1, column: 1 },
  };
}

/** The reason in an error of the file system, in words. */
export function whyUnreadable(error: unknown): string {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return WORDS.get(reason) ?? reason;
}
