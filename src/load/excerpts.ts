/** Lines of the files of a run, to be shown beside an error. */

import type { Place } from '../findings/finding';
import { shownText } from '../findings/shown';
import { DISK, type Files } from './files';

/** Where a line may hold a credential, whatever it looks like. */
const DELICATE = /pass|pwd|secret|token|key|cred|begin|encrypted/i;

/** A word of a name: letters with a number, as in `aws2`; a random text has digits in between. */
const WORD = '(?:k8s|[a-z]{1,20}\\d{0,3}|\\d{1,4})';
const NAME = `${WORD}(?:[._-]${WORD})*`;
/** The key of a taint, or the path of a secret in its store: names with slashes. */
const KEY_OF_PATH = new RegExp(`(?<![\\w.-])key: {1,9}(["']?)${NAME}(?:/${NAME})+\\1(?= {0,9}(?:[,}\\]]|$))`, 'g');

/** A key whose value, if it has one, is on other lines. */
const KEY_ALONE = /^[ -]*[\w./-]+:$/;

/** Says where a Secret is, and nothing else: the value of each of these keys is a map of the others, or a name. */
const WHERE_SECRET_IS =
  /^[ -]*(?:(?:(?:credentials|pullSecret|externalSecret|existingSecret|store):(?= *(?:\{|$))|(?:kind|name): *[A-Za-z][\w.-]*(?=[ ,}]|$))[ ,{}]*)*$/;

/** Whether no value of the line can be a credential that does not look like one. */
function isPlain(line: string): boolean {
  const rest = line.replace(KEY_OF_PATH, '');
  return !DELICATE.test(rest) || KEY_ALONE.test(line) || WHERE_SECRET_IS.test(rest);
}

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
  return text === '' || shownText(text) !== text || !isPlain(text) ? undefined : text;
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
