/** Words for a shell. */

/** Characters that cannot be seen, or that move what is seen. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/u;

/** A word for bash, on one line; names that need no quotes get none. Words in capitals are for people to fill in. */
export function quote(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  return UNSEEN.test(word) ? `$'${escaped(word)}'` : `'${word.replace(/'/g, "'\\''")}'`;
}

/** As bash reads it between $' and ': bytes instead of what cannot be seen, and a backslash before what means something. */
const escaped = (word: string): string =>
  [...word].map(character => (UNSEEN.test(character) ? bytes(character) : character.replace(/[\\']/, '\\$&'))).join('');

const bytes = (character: string): string =>
  [...Buffer.from(character)].map(byte => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
