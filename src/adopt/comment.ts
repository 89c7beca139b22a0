/** Text of a dump in a comment or a message: one line, no invisible characters, no credential. */

import { hideCredentials } from '../findings/credential-text';
import { visible } from '../findings/visible';

/** Longest text that is quoted. */
const LONGEST = 300;

/** One plain line. */
export function plainLine(text: string): string {
  const line = visible(hideCredentials(text)).trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** As lines of a comment, wrapped; an item of a list stays together. */
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
