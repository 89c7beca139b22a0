/** What to type for each kind of syntax error: by the library's code and message, and by the text at the place. */

import type { YAMLError } from 'yaml';

/** An error, and the text around it on its line; long lines are cut. */
interface Spot {
  readonly message: string;
  readonly before: string;
  readonly after: string;
}

type Code = YAMLError['code'];

/** One kind of mistake. The first row that is met counts. */
interface FixRow {
  /** The library's code, or several that it gives the same mistake. */
  readonly code: Code | readonly Code[];
  /** Whether it is this mistake; always, where it is absent. */
  readonly when?: (spot: Spot) => boolean;
  /** What is wrong, where the library's message does not say it. */
  readonly what?: string;
  readonly fix: string;
}

const says =
  (pattern: RegExp) =>
  ({ message }: Spot): boolean =>
    pattern.test(message);
const startsWith =
  (pattern: RegExp) =>
  ({ before, after }: Spot): boolean =>
    before.trim() === '' && pattern.test(after);
const lineHas =
  (pattern: RegExp) =>
  ({ before, after }: Spot): boolean =>
    pattern.test(before + after);

const TABS = 'indent with spaces: YAML does not allow tabs there';
const TEMPLATE = 'fill in the template first; if the braces are meant, put the value in quotes: "{{ value }}"';
const ALONE = 'write it on the line below: --- and ... have a line of their own';
const COMMAS = 'separate entries with a comma: {a: 1, b: 2}';
const IMPLICIT_KEY = ['MULTILINE_IMPLICIT_KEY', 'BLOCK_AS_IMPLICIT_KEY'] as const;
const isMarker = lineHas(/^(?:<{7}|={7}|>{7})/);
const hasTab = lineHas(/^ *\t/);
const isTemplate = lineHas(/\{\{|\{%/);
const lacksSpaceAfterColon = ({ before, after }: Spot): boolean =>
  /^\s*(?:- +)?$/.test(before) && /^(?:- +)?[\w.-]+:[^\s]/.test(after);
const hasOddSpace = lineHas(/[\u00a0\u2007\u202f\u3000]/);

const ROWS: readonly FixRow[] = [
  { code: 'TAB_AS_INDENT', fix: TABS },
  {
    code: 'BAD_INDENT',
    when: spot => says(/^Flow map/)(spot) && !hasTab(spot),
    what: 'a { is not closed, or its lines are indented less than its key',
    fix: 'close the map with }, or indent its lines further than its key',
  },
  {
    code: 'BAD_INDENT',
    when: spot => says(/^Flow sequence/)(spot) && !hasTab(spot),
    what: 'a [ is not closed, or its lines are indented less than its key',
    fix: 'close the list with ], or indent its lines further than its key',
  },
  { code: 'BAD_INDENT', when: hasTab, what: 'a line is indented with a tab', fix: TABS },
  { code: 'BAD_INDENT', fix: 'indent the entry like the others of its map or list' },
  {
    code: IMPLICIT_KEY,
    when: isMarker,
    what: 'a merge conflict is not resolved',
    fix: 'resolve the merge conflict, and remove the lines with its markers',
  },
  {
    code: IMPLICIT_KEY,
    when: hasOddSpace,
    what: 'a line has spaces that are not the usual ones',
    fix: 'delete the spaces around this place, and type them again',
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    when: ({ after }) => /: /.test(after) || /:\s*$/.test(after),
    what: 'a value without quotes has a colon in it',
    fix: 'put the value in quotes, for example reason: "see: the ticket"; or write each key on a line of its own',
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    when: says(/sequence/),
    fix: 'indent the dash like the others of its list',
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    what: 'a key has a value and, on the next line, keys below it',
    fix: 'remove the value, or indent the next line like the key',
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    when: lacksSpaceAfterColon,
    what: 'there is no space after a colon',
    fix: 'write a space after the colon, as in key: value',
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    when: startsWith(/^-\w/),
    what: 'there is no space after a dash',
    fix: 'write a space after the dash, as in - value',
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    when: ({ before, after }) => /:\s+\S*$/.test(before) || /^\s*- /.test(before + after),
    fix: 'indent the next line like the other keys, or a list further than its key',
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    what: 'a line has no key with a colon',
    fix: 'write a colon and a space after the key, as in key: value; if the line continues a text, indent it further',
  },
  {
    code: 'MISSING_CHAR',
    when: says(/closing "quote/),
    what: 'a text that begins with " does not end',
    fix: 'close it with ", and write a quote inside it as \\"',
  },
  {
    code: 'MISSING_CHAR',
    when: says(/closing 'quote/),
    what: "a text that begins with ' does not end",
    fix: "close it with ', and write an apostrophe inside it twice: 'it''s'",
  },
  {
    code: 'MISSING_CHAR',
    when: says(/^Sequence item/),
    fix: 'indent the line like the keys above it, or begin it with a dash and a space',
  },
  { code: 'MISSING_CHAR', when: says(/, or :|Missing ,/), fix: COMMAS },
  {
    code: 'MISSING_CHAR',
    when: says(/^Comments must/),
    fix: 'write a space before the #; if it is part of the value, put the value in quotes',
  },
  {
    code: 'MISSING_CHAR',
    when: says(/directives-end marker/),
    fix: ALONE,
  },
  {
    code: 'MISSING_CHAR',
    when: says(/map values/),
    what: 'a line has no key with a colon',
    fix: 'write a colon and a space after the key, as in key: value',
  },
  { code: 'BLOCK_IN_FLOW', when: isTemplate, fix: TEMPLATE },
  { code: 'BLOCK_IN_FLOW', fix: COMMAS },
  { code: 'NON_STRING_KEY', when: isTemplate, what: 'a key is a template', fix: TEMPLATE },
  { code: 'NON_STRING_KEY', fix: 'write a plain word as the key' },
  { code: 'UNEXPECTED_TOKEN', when: says(/flow-(?:seq|map)-end/), fix: 'remove this bracket: none is open here' },
  { code: 'UNEXPECTED_TOKEN', when: says(/Unexpected ,/), fix: 'remove the comma, or write the value that is missing' },
  {
    code: 'UNEXPECTED_TOKEN',
    when: says(/on same line with key/),
    fix: 'write the list on the lines below its key',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: says(/Not a YAML token|Block scalar header/),
    fix: 'write the text on the lines below | or >, indented; if the sign is part of the value, put the value in quotes',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: ({ before }) => /^(?:\.\.\.|---)/.test(before),
    fix: ALONE,
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: ({ before }) => /["'][^"']*$/.test(before),
    what: 'there is text after a closing quote',
    fix: `put the whole value in one pair of quotes, and write a quote inside as \\" in "…", as '' in '…'`,
  },
  {
    code: 'UNEXPECTED_TOKEN',
    when: ({ before }) => /[\]}]\s*$/.test(before),
    what: 'there is text after a closing bracket',
    fix: 'put the value in quotes, or remove what follows the bracket',
  },
  {
    code: 'UNEXPECTED_TOKEN',
    fix: 'indent the line like the others of its map or list: a list has dashes, a map has keys',
  },
  {
    code: 'BAD_SCALAR_START',
    fix: 'put the value in quotes: without them it cannot begin with this character',
  },
  { code: 'BAD_ALIAS', fix: 'put the value in quotes: without them & begins an anchor, and * an alias' },
  { code: 'BAD_DQ_ESCAPE', fix: 'write the backslash twice, or put the value in single quotes' },
  {
    code: 'TAG_RESOLVE_FAILED',
    fix: 'remove the tag: values are plain strings, numbers, booleans, lists and maps; if ! is part of the value, put it in quotes',
  },
  { code: 'BAD_DIRECTIVE', fix: 'remove the line: files are read as YAML 1.2' },
  { code: 'MULTIPLE_ANCHORS', fix: 'keep one anchor' },
  { code: 'MULTIPLE_TAGS', fix: 'remove the tags: values are plain strings, numbers, booleans, lists and maps' },
  { code: 'KEY_OVER_1024_CHARS', fix: 'write a shorter key' },
];

/** How much of a line is looked at, on either side. */
const NEAR = 200;

/** What is wrong in words, and what to type; without a fix for a mistake that no row knows. */
export function syntaxFix(
  { code, message }: Pick<YAMLError, 'code' | 'message'>,
  text: string,
  offset: number,
): { readonly what: string; readonly fix?: string } {
  const said = message.split('\n', 1)[0] ?? '';
  const before =
    text
      .slice(Math.max(0, offset - NEAR), offset)
      .split('\n')
      .at(-1) ?? '';
  const after = text.slice(offset, offset + NEAR).split('\n', 1)[0] ?? '';
  const spot: Spot = { message: said, before, after };
  const row = ROWS.find(each => [each.code].flat().includes(code) && (each.when?.(spot) ?? true));
  return { what: row?.what ?? said, fix: row?.fix };
}
