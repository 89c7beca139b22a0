/** Text for a terminal or a log: what would move its cursor, hide in it or command it is shown as an escape. */

/** C0 and C1, DEL, line and paragraph separators, marks that change the direction of text, and halves of a character. */
const HARMFUL = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** Where a log of GitHub or Azure finds a command in the middle of a line. */
const COMMAND = /##(?=\[|vso\[)/g;

const NAMES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text on one line, every character of it visible. Text without such characters stays as it is. */
export const visible = (text: string): string => text.replace(HARMFUL, escaped).replace(COMMAND, '#\\x23');

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  return NAMES[character] ?? (code < 256 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`);
}

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** Whether every character is visible; a name that is not cannot be what its reader sees. */
export const isVisible = (text: string): boolean => text.search(HARMFUL) < 0;

/** Whether no character is half of one: YAML and JSON of Kubernetes cannot hold that. */
export const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text);
