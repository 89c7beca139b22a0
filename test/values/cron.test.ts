import { cronProblem } from '../../src/values/cron';

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
  ['', 'it has 0 fields instead of 5'],
  ['0 2 * *', 'it has 4 fields instead of 5'],
  ['0 0 2 * * *', 'it has 6 fields instead of 5'],
  ['60 * * * *', 'minute: "60" is not within 0 to 59'],
  ['0 24 * * *', 'hour: "24" is not within 0 to 23'],
  ['0 0 0 * *', 'day of month: "0" is not within 1 to 31'],
  ['0 0 * 13 *', 'month: "13" is not within 1 to 12'],
  ['0 0 * * 7', 'day of week: "7" is not within 0 to 6'],
  ['0 0 * * monday', 'day of week: "monday" is no number or name'],
  ['0 0 * foo *', 'month: "foo" is no number or name'],
  ['x * * * *', 'minute: "x" is no number'],
  ['*/0 * * * *', 'minute: "*/0" has no step above 0'],
  ['1/2/3 * * * *', 'minute: "1/2/3" has two steps'],
  ['1-2-3 * * * *', 'minute: "1-2-3" has two dashes'],
  ['30-10 * * * *', 'minute: "30-10" ends before it begins'],
  ['1,,2 * * * *', 'minute: "" is no number'],
  ['-1 * * * *', 'minute: "-1" is no number'],
  ['TZ=UTC 0 0 * * *', 'a time zone cannot stand in the schedule'],
  ['CRON_TZ=UTC 0 0 * * *', 'a time zone cannot stand in the schedule'],
  [
    '@reboot',
    '@reboot is none of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly and @every with a duration',
  ],
  [
    '@every day',
    '@every day is none of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly and @every with a duration',
  ],
])('"%s" is none: %s', (schedule, problem) => expect(cronProblem(schedule)).toBe(problem));
