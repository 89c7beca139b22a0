import { onceRepeated } from '../../src/values/once-repeated';

test('what is asked for again is kept, and nothing of what is not', () => {
  const asked: object[] = [];
  const copied = onceRepeated((input: object) => {
    asked.push(input);
    return { ...input };
  });
  const [one, two] = [{ a: 1 }, { a: 2 }];
  const results = [copied(one), copied(two), copied(one), copied(one), copied(one)];
  expect(results).toEqual([{ a: 1 }, { a: 2 }, { a: 1 }, { a: 1 }, { a: 1 }]);
  expect(asked).toEqual([one, two, one]);
  expect(results[3]).toBe(results[2]);
});
