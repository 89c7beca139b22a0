import { cronProblem, neverFires } from '../../src/values/cron';

test.each([
  '0 2 * * *',
  '*/15 0-6,22 1,15 jan-mar MON-FRI',
  '5/10 * ? * *',
  '  0 0 * * 0  ',
  '@daily',
  '@every 1h30m',
  '59 23 31 12 6',
  '0-30/5 * * * *',
])('"%s" is a schedule', schedule => expect(cronProblem(schedule)).toBeUndefined());

test.each([
  ['', 'it needs 5 fields, not 0'],
  ['0 2 * *', 'it needs 5 fields, not 4'],
  ['0 0 2 * * *', 'it needs 5 fields, not 6'],
  ['60 * * * *', 'minute: "60" is not within 0 to 59'],
  ['0 24 * * *', 'hour: "24" is not within 0 to 23'],
  ['0 0 0 * *', 'day of month: "0" is not within 1 to 31'],
  ['0 0 * 13 *', 'month: "13" is not within 1 to 12'],
  ['0 0 * * 7', 'day of week: "7" is not within 0 to 6'],
  ['0 0 * * monday', 'day of week: "monday" is not a number or a name'],
  ['0 0 * foo *', 'month: "foo" is not a number or a name'],
  ['x * * * *', 'minute: "x" is not a number'],
  ['*/0 * * * *', 'minute: "*/0" has no step above 0'],
  ['1/2/3 * * * *', 'minute: "1/2/3" has two steps'],
  ['1-2-3 * * * *', 'minute: "1-2-3" has two dashes'],
  ['30-10 * * * *', 'minute: "30-10" ends before it begins'],
  ['1,,2 * * * *', 'minute: "" is not a number'],
  ['-1 * * * *', 'minute: "-1" is not a number'],
  ['TZ=UTC 0 0 * * *', 'a time zone is not allowed'],
  ['CRON_TZ=UTC 0 0 * * *', 'a time zone is not allowed'],
  [
    '@reboot',
    '@reboot is not one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly and @every with a duration',
  ],
  [
    '@every day',
    '@every day is not one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly and @every with a duration',
  ],
])('"%s" is none: %s', (schedule, problem) => expect(cronProblem(schedule)).toBe(problem));

test('a list of very many days', () => {
  expect(neverFires(`0 0 ${'31,'.repeat(200_000)}31 2,4 *`)).toBe(true);
  expect(neverFires(`0 0 ${'1-31,'.repeat(20_000)}31 2 *`)).toBe(false);
});
