/** Reasons that people give for what they accept: text that says something, and days. */

/** Words that stand where a reason should be, without spaces and marks. */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  ...[
    'reason',
    'reasons',
    'thereason',
    'yourreason',
    'addreason',
    'why',
    'whythisisfinehere',
    'whyitismeant',
    'because',
  ],
  ...['todo', 'tbd', 'tba', 'tbc', 'fixme', 'fixmelater', 'xxx', 'wip', 'later', 'changeme', 'replaceme', 'fillme'],
  ...['ok', 'okay', 'fine', 'thisisfine', 'good', 'yes', 'true', 'done', 'accept', 'accepted', 'acknowledged', 'ack'],
  ...['none', 'null', 'na', 'nil', 'no', 'noreason', 'unknown', 'test', 'foo', 'bar', 'foobar', 'asdf', 'lorem'],
  ...['text', 'string', 'comment', 'placeholder', 'example', 'ignore', 'ignored', 'skip', 'idk', 'dunno'],
]);

/** Text in marks that templates use: `<reason>`, `${REASON}`, `{{ reason }}`, `[reason]`. */
const TEMPLATE = /^(<[^<>]*>|\$?\{+[^{}]*\}+|\[[^[\]]*\]|%[^%]*%)$/;

/** Whether the text gives no reason: nothing, a mark, one letter repeated, or a word that holds the place of a reason. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.trim();
  const letters = trimmed.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return (
    TEMPLATE.test(trimmed) || /^(.?)\1*$/u.test(letters) || PLACEHOLDERS.has(letters) || /^[a-z]{1,2}$/.test(letters)
  );
}

/** A day that exists, in the form 2027-03-31. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Whether the day, which counts to its end in UTC, is over. */
export const isOver = (day: string, now: Date): boolean => now.toISOString().slice(0, 10) > day;
