/** Text for a terminal or a log: what would move its cursor, hide in it or command it is shown as an escape. */

/** C0 and C1, DEL, separators of lines, invisible marks, marks that turn the direction of text, and halves of a character. */
const HARMFUL = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** What joins letters in some scripts: a name may need it. */
const JOINERS = /[\u200c\u200d]/g;

/** Where a log of GitHub or Azure finds a command in the middle of a line. */
const COMMAND = /##(?=\[|vso\[)/g;

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** The text on one line, every character of it visible. Text without such characters stays as it is. */
export const visible = (text: string): string =>
  text
    .replace(
      HARMFUL,
      character => SHORT[character] ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    )
    .replace(COMMAND, '#\\u0023');

/** What nearly every name is made of. */
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Whether every character can be seen; a name of which that is not true is not what its reader takes it for. */
export const isVisible = (text: string): boolean =>
  PRINTABLE_ASCII.test(text) || text.replace(JOINERS, '').search(HARMFUL) < 0;

/** Whether no character is half of one, which neither YAML nor JSON of Kubernetes can hold. */
export const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text);
