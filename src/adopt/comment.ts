/** Text of a dump in a comment or a message: one line, nothing invisible, no credential. */

import { hideCredentials } from '../findings/credential-text';

/** Longest text that is quoted. */
const LONGEST = 300;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must be kept out
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

/** One plain line. */
export function plainLine(text: string): string {
  const line = hideCredentials(text).replace(UNSEEN, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** As lines of a comment, wrapped at the width of a page; an item of a list stays together. */
export function comment(text: string, width = 118): string {
  const words = plainLine(text).split(/ +/);
  const further = words[0] === '-' ? '#  ' : '#';
  let line = '#';
  let lines = '';
  for (const word of words) {
    if (line.length + 1 + word.length > width) {
      lines += `${line}\n`;
      line = further;
    }
    line += ` ${word}`;
  }
  return `${lines}${line}\n`;
}
