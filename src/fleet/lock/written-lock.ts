/**
 * Reads the text of a lock where it is exactly what `toYaml` makes of it: maps, lists of strings, strings on one line. This
 * takes a quarter of the time that the reader of any YAML takes, and shows that writing it again would give the same text.
 */

import type { PlainMap } from '../../config/plain-map';
import { scalarText } from '../../output/yaml';
import { remembered } from '../../values/remembered';

/** The map that is written as this text; undefined where it is not certain that this is its text. */
export function readWritten(text: string): PlainMap | undefined {
  const lines = text.split('\n');
  if (lines.pop() !== '') return undefined;
  const reader = new Reader(lines);
  const map = reader.map('');
  return reader.isAtEnd ? map : undefined;
}

class Reader {
  #next = 0;

  public constructor(private readonly lines: readonly string[]) {}

  public get isAtEnd(): boolean {
    return this.#next === this.lines.length;
  }

  /** The map whose keys have this indent. */
  public map(indent: string): PlainMap | undefined {
    const found: Record<string, unknown> = {};
    let last = '';
    for (let line = this.lines[this.#next]; line?.startsWith(indent) === true; line = this.lines[this.#next]) {
      const end = keyEnd(line, indent.length);
      const written = line.slice(indent.length, end);
      const key = indent.length > NAMES ? keyIn(written) : stringIn(written, 0);
      // Keys are in order, but for those of an object of an API.
      if (end < 0 || key === undefined || key <= last || key === 'apiVersion' || key === '__proto__') return undefined;
      last = key;
      this.#next += 1;
      const isBelow = end + 1 === line.length;
      const value = isBelow ? this.#below(`${indent}  `) : line[end + 1] === ' ' ? stringIn(line, end + 2) : undefined;
      if (value === undefined) return undefined;
      found[key] = value;
    }
    return last === '' ? undefined : found;
  }

  #below(indent: string): PlainMap | readonly string[] | undefined {
    return this.lines[this.#next]?.startsWith(`${indent}- `) === true ? this.#list(`${indent}- `) : this.map(indent);
  }

  #list(start: string): readonly string[] | undefined {
    const found: string[] = [];
    for (let line = this.lines[this.#next]; line?.startsWith(start) === true; line = this.lines[this.#next]) {
      const value = stringIn(line, start.length);
      if (value === undefined) return undefined;
      found.push(value);
      this.#next += 1;
    }
    return found;
  }
}

/** Where the colon after a key is; negative where there is no colon. */
function keyEnd(line: string, start: number): number {
  if (line[start] !== '"') return line.indexOf(':', start);
  const quote = line.indexOf('":', start + 1);
  return quote < 0 ? quote : quote + 1;
}

/** The indent of the names of clusters, each of which is there once; the keys below them are the same for all. */
const NAMES = 2;

const keyIn = remembered((written: string): string | undefined => stringIn(written, 0));

/** The string that is written from here to the end of a line, if this is how it is written. */
function stringIn(line: string, start: number): string | undefined {
  const written = line.slice(start);
  const value = written.startsWith('"') ? unquoted(written) : written;
  return value !== undefined && !value.includes('\n') && scalarText(value) === written ? value : undefined;
}

function unquoted(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
