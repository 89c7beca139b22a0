import { withoutAbsent } from '../../../src/manifests/common/without-absent';

test('null and undefined go from maps, at every depth; lists keep their length', () => {
  expect(
    withoutAbsent({ a: undefined, b: null, c: [{ d: undefined, e: 0 }, null, ''], f: { g: false } }),
  ).toStrictEqual({
    c: [{ e: 0 }, undefined, ''],
    f: { g: false },
  });
});

test('what has nothing to go is the very same object', () => {
  const value = { a: [{ b: 1 }], c: { d: '' }, e: new Date(0) };
  expect(withoutAbsent(value)).toBe(value);
  const { a, c, e } = withoutAbsent({ ...value, f: undefined });
  expect([a === value.a, c === value.c, e === value.e]).toEqual([true, true, true]);
});

test('a key called __proto__ stays one', () => {
  const map = JSON.parse('{"__proto__": {"a": null, "b": 1}, "c": null}');
  expect(JSON.stringify(withoutAbsent(map))).toBe('{"__proto__":{"b":1}}');
});

test('each value is looked at once, however deep it is', () => {
  let looks = 0;
  let value: object = {
    get deep() {
      looks += 1;
      return undefined;
    },
  };
  for (let depth = 0; depth < 30; depth += 1) value = { value };
  withoutAbsent(value);
  expect(looks).toBeLessThan(5);
});
