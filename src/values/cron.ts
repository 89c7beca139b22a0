/** Whether the API server takes a text as the schedule of a CronJob. */

import { remembered } from './remembered';

interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Words for numbers, the first one for `min`. */
  readonly names?: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const FIELDS: readonly Field[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, names: MONTHS },
  { name: 'day of week', min: 0, max: 6, names: DAYS },
];

const MACROS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

/**
 * What is wrong with a schedule, or undefined for a good one: five fields of values, ranges, lists and steps, or a macro.
 *
 * @see https://pkg.go.dev/github.com/robfig/cron/v3 ParseStandard, which Kubernetes uses
 */
export const cronProblem = remembered((schedule: string): string | undefined => {
  if (/^(CRON_)?TZ=/.test(schedule)) return 'a time zone is not allowed';
  if (schedule.startsWith('@')) return macroProblem(schedule);
  const parts = schedule.trim() === '' ? [] : schedule.trim().split(/\s+/);
  if (parts.length !== FIELDS.length) return `it needs 5 fields, not ${parts.length}`;
  for (const [index, field] of FIELDS.entries()) {
    const problem = fieldProblem(parts[index] ?? '', field);
    if (problem !== undefined) return `${field.name}: ${problem}`;
  }
  return undefined;
});

/**
 * Whether a schedule that is in order names no day that any year has, such as 31 February. With a day of the week, either
 * of the two is enough for a day.
 */
export const neverFires = remembered((schedule: string): boolean => {
  const [, , days = '*', months = '*', weekdays = '*'] = schedule.trim().split(/\s+/);
  if (schedule.startsWith('@') || !/^[*?]$/.test(weekdays)) return false;
  const [, , dayField, monthField] = FIELDS as readonly [Field, Field, Field, Field];
  const first = valuesOf(days, dayField).reduce((least, day) => Math.min(least, day), dayField.max);
  return valuesOf(months, monthField).every(month => first > (LAST_DAYS[month - 1] ?? 31));
});

/** In leap years. */
const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Every value that a field stands for. */
function valuesOf(text: string, field: Field): readonly number[] {
  return text.split(',').flatMap(part => {
    const [range = '', step] = part.split('/');
    const [from = '', to] = range.split('-');
    const isAny = range === '*' || range === '?';
    const first = isAny ? field.min : (numberOf(from, field) ?? field.min);
    const alone = step === undefined && !isAny ? first : field.max;
    const last = to === undefined ? alone : (numberOf(to, field) ?? field.max);
    const width = Number(step ?? 1);
    return Array.from({ length: Math.floor((last - first) / width) + 1 }, (_, index) => first + index * width);
  });
}

function macroProblem(macro: string): string | undefined {
  if (MACROS.includes(macro)) return undefined;
  if (/^@every (\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(macro)) return undefined;
  return `${macro} is not one of ${MACROS.join(', ')} and @every with a duration`;
}

function fieldProblem(text: string, field: Field): string | undefined {
  const parts = text.split(',');
  for (const part of parts) {
    const problem = rangeProblem(part, field);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function rangeProblem(text: string, field: Field): string | undefined {
  const [range = '', step, ...rest] = text.split('/');
  if (rest.length > 0) return `"${text}" has two steps`;
  if (step !== undefined && !(/^\d+$/.test(step) && Number(step) > 0)) return `"${text}" has no step above 0`;
  if (range === '*' || range === '?') return undefined;
  const [from = '', to, ...more] = range.split('-');
  if (more.length > 0) return `"${range}" has two dashes`;
  const first = numberOf(from, field);
  const last = to === undefined ? first : numberOf(to, field);
  if (first === undefined || last === undefined) return `"${range}" is not a number${field.names ? ' or a name' : ''}`;
  if (first < field.min || last > field.max) return `"${range}" is not within ${field.min} to ${field.max}`;
  return first > last ? `"${range}" ends before it begins` : undefined;
}

function numberOf(text: string, { names, min }: Field): number | undefined {
  const named = names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) return named + min;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}
