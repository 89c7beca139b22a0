/** The lines of a text that are neither empty nor comments. */

/** A line. */
export interface PlainLine {
  /** Its indent in spaces; for a list item after a dash, those before the dash count too. */
  readonly indent: number;
  /** Where its first other character is. */
  readonly at: number;
  /** Where it ends. */
  readonly end: number;
}

/** Lines from one offset of a text to another, without empty ones and comments. */
export function plainLines(text: string, from: number, to: number): PlainLine[] {
  const lines: PlainLine[] = [];
  let start = from;
  while (start < to) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > to ? to : newline;
    let at = start;
    while (at < end && text.charCodeAt(at) === BLANK) at += 1;
    if (at < end && text.charCodeAt(at) !== COMMENT) lines.push({ indent: at - start, at, end });
    start = end + 1;
  }
  return lines;
}

/** Where the first line begins that is neither empty nor a comment; the length of the text if no line does. */
export function firstLineOf(text: string): number {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    let at = start;
    while (at < end && text.charCodeAt(at) === BLANK) at += 1;
    if (at < end && text.charCodeAt(at) !== COMMENT) return start;
    start = end + 1;
  }
  return text.length;
}

/** A space. */
export const BLANK = 0x20;
const COMMENT = 0x23;

/** Characters that are always what they look like: printable ASCII, and the end of a line. */
export const isPlainText = (text: string): boolean => !/[^\n\x20-\x7e]/.test(text);
