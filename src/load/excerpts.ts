/** Lines of the files of a run, to be shown beside an error. */

import type { Place } from '../findings/finding';
import { shownText } from '../findings/shown';
import { DISK, type Files } from './files';

/** Where a line may hold a credential, whatever it looks like. */
const DELICATE = /pass|pwd|secret|token|key|cred|begin|encrypted/i;

/** Gives the line of a place as it is; undefined where it cannot be read, is empty, or may hold what must not be shown. */
export function excerptsFrom(files: Files = DISK): (place: Place) => string | undefined {
  const read = new Map<string, readonly string[]>();
  const shown = new Map<string, string | undefined>();
  return ({ file, line }) => {
    // A fleet on one line has every finding there.
    const place = `${line} ${file}`;
    if (shown.has(place)) return shown.get(place);
    const lines = read.get(file) ?? linesOf(file, files);
    read.set(file, lines);
    const text = shownLine(lines[line - 1] ?? '');
    shown.set(place, text);
    return text;
  };
}

function shownLine(line: string): string | undefined {
  const text = line.replace(/\t/g, ' ').trimEnd();
  return text === '' || DELICATE.test(text) || shownText(text) !== text ? undefined : text;
}

function linesOf(file: string, files: Files): readonly string[] {
  try {
    return files
      .text(file)
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
  } catch {
    return [];
  }
}
