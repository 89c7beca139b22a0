import { mergeLayers } from '../../src/load/merge';

test('maps merge deep, lists and scalars replace', () => {
  const below = { a: { x: 1, y: { z: 1 } }, list: [1, 2], s: 'below' };
  expect(mergeLayers([below, { a: { y: { w: 2 } }, list: [3], s: 'above' }])).toEqual({
    a: { x: 1, y: { z: 1, w: 2 } },
    list: [3],
    s: 'above',
  });
});

test('what one layer alone says is the same object for all who have the layer', () => {
  const profile = { pruner: { schedule: '', tolerations: [{ key: 'a' }] }, registry: { logLevel: null, replicas: 1 } };
  const [one, other] = [{ name: 'one' }, { registry: { replicas: 2 } }].map(own => mergeLayers([profile, own])) as [
    typeof profile,
    typeof profile,
  ];
  expect(one.pruner).toBe(profile.pruner);
  expect(other.pruner).toBe(profile.pruner);
  expect([one.registry, other.registry]).toEqual([{ replicas: 1 }, { replicas: 2 }]);
});

test('the layers stay as they are', () => {
  const below = { a: { x: 1 } };
  const above = { a: { y: 2 } };
  mergeLayers([below, above]);
  expect([below, above]).toEqual([{ a: { x: 1 } }, { a: { y: 2 } }]);
});

test.each<readonly [string, readonly unknown[], unknown]>([
  ['at the top', [{ a: 1 }, { a: null }], {}],
  ['below', [{ a: { x: 1, y: 2 } }, { a: { x: null } }], { a: { y: 2 } }],
  ['what is not there', [{}, { a: null, b: { c: null } }], { b: {} }],
  ['in the lowest layer', [{ a: { x: null, y: 1 } }], { a: { y: 1 } }],
  ['and a later layer may say it again', [{ a: 1 }, { a: null }, { a: 2 }], { a: 2 }],
  ['and what comes back starts anew', [{ a: { x: 1 } }, { a: null }, { a: { y: 2 } }], { a: { y: 2 } }],
  ['in maps within lists', [{ a: [{ x: null, y: 1 }] }], { a: [{ y: 1 }] }],
])('null removes %s', (_, layers, expected) => expect(mergeLayers(layers)).toEqual(expected));

test('an empty item of a list is kept for the check to find, so that no index moves', () => {
  expect(mergeLayers([{ a: [1, null, 2] }])).toEqual({ a: [1, null, 2] });
});

test.each([
  ['a map over a scalar', [{ a: 1 }, { a: { x: 1 } }], { a: { x: 1 } }],
  ['a scalar over a map', [{ a: { x: 1 } }, { a: 1 }], { a: 1 }],
  ['a list over a map', [{ a: { x: 1 } }, { a: [] }], { a: [] }],
])('%s replaces it', (_, layers, expected) => expect(mergeLayers(layers)).toEqual(expected));

test('keys that JavaScript knows are data', () => {
  const hostile = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');
  const merged = mergeLayers([hostile, hostile, JSON.parse('{"toString": {"x": 1}}')]) as object;
  expect(Object.keys(merged).sort()).toEqual(['__proto__', 'constructor', 'toString']);
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
