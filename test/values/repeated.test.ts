import { repeated } from '../../src/values/repeated';

test('the first of each that a list has again', () => {
  const list = ['a', 'b', 'A', 'c', 'a'];
  expect([...repeated(list, item => item.toLowerCase())]).toEqual([
    [2, 'a'],
    [4, 'a'],
  ]);
  expect(repeated([], String).size).toBe(0);
});
