import { onceFor, onceForBoth } from '../../src/values/once-for';

test('the result for an object is the same one each time', () => {
  const copyOf = onceFor((map: object) => ({ ...map }));
  const map = { a: 1 };
  expect(copyOf(map)).toEqual(map);
  expect(copyOf(map)).toBe(copyOf(map));
  expect(copyOf({ a: 1 })).not.toBe(copyOf(map));
});

test('a result that is undefined is not asked for again', () => {
  let runs = 0;
  const nothing = onceFor((_: object): undefined => {
    runs += 1;
  });
  const map = {};
  for (const _ of [1, 2]) expect(nothing(map)).toBeUndefined();
  expect(runs).toBe(1);
});

test('the result for an object and a text is that of both', () => {
  const both = onceForBoth((map: { readonly a: number }, text: string) => [map.a, text]);
  const map = { a: 1 };
  expect(both(map, 'x')).toEqual([1, 'x']);
  expect(both(map, 'y')).toEqual([1, 'y']);
  expect(both({ a: 2 }, 'x')).toEqual([2, 'x']);
  expect(both(map, 'x')).toBe(both(map, 'x'));
});

test('a text where an object is meant, as in a configuration with mistakes, has a result', () => {
  const typeName = onceFor((value: object) => typeof value);
  expect(typeName('text' as unknown as object)).toBe('string');
  const both = onceForBoth((value: object, text: string) => `${String(value)} ${text}`);
  expect(both('a' as unknown as object, 'b')).toBe('a b');
});
