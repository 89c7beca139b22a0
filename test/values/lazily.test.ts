import { lazily } from '../../src/values/lazily';

test('a value is made when it is asked for, and once', () => {
  const made: string[] = [];
  const value = lazily((): undefined => {
    made.push('made');
    return undefined;
  });
  expect(made).toEqual([]);
  expect([value(), value()]).toEqual([undefined, undefined]);
  expect(made).toEqual(['made']);
});
