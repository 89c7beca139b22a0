import { isDay, isOver, isPlaceholder } from '../../src/values/reason';

test.each([
  '',
  ' ',
  '…',
  '...',
  '-',
  'x',
  'aaaa',
  'ok',
  'Ok!',
  'TBD',
  'fix me',
  'CHANGE_ME',
  '[reason]',
  '{{ why }}',
  'n/a',
  'none',
  'no',
])('%j gives no reason', text => expect(isPlaceholder(text)).toBe(true));

test.each([
  ...['INFRA-4711', '#42', 'see ticket', 'lab', 'edge', 'a test cluster with one node', 'okay until the move in May'],
  ...['実験環境', '测试', 'nur ein Labor', '<https://tickets.example.com/1> agreed', 'not needed'],
])('%j is a reason', text => expect(isPlaceholder(text)).toBe(false));

test.each(['2027-03-31', '2028-02-29', '1970-01-01'])('%j is a day', text => expect(isDay(text)).toBe(true));
test.each(['2027-02-29', '2027-13-01', '2027-00-10', '27-03-31', '2027/03/31', '2027-03-31 ', ''])(
  '%j is not a day',
  text => expect(isDay(text)).toBe(false),
);

test('a day counts to its end in UTC', () => {
  expect(isOver('2027-03-31', new Date('2027-03-31T23:59:59.999Z'))).toBe(false);
  expect(isOver('2027-03-31', new Date('2027-04-01T00:00:00Z'))).toBe(true);
  expect(isOver('2027-03-31', new Date('2027-04-01T01:00:00+02:00'))).toBe(false);
});
