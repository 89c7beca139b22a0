import Ajv from 'ajv';
import fc from 'fast-check';
import definitions from '../../schema/shape.json';
import { definition, type Schema } from '../../src/config/schema';
import { checkShape, type ShapeIssue } from '../../src/config/shape-check';
import { mutated, oddValue } from '../support/mutations';

const cluster = (value: unknown): readonly ShapeIssue[] => checkShape(definition('Cluster'), value).issues;
const repaired = (value: unknown): unknown => checkShape(definition('Cluster'), value).value;
const base = { name: 'a', platform: 'aws' };

describe('issues', () => {
  test.each<readonly [string, unknown, Partial<ShapeIssue>]>([
    ['an unknown key', { ...base, xyzzy: 1 }, { kind: 'unknown-key', path: ['xyzzy'], nearest: undefined }],
    ['a slip', { ...base, regsitry: {} }, { kind: 'unknown-key', path: ['regsitry'], nearest: 'registry' }],
    ['other letter case', { ...base, OpenShift: '4.14' }, { kind: 'unknown-key', nearest: 'openshift' }],
    ['a key JavaScript knows', { ...base, constructor: 1 }, { kind: 'unknown-key', path: ['constructor'] }],
    ['a wrong type', { ...base, registry: 5 }, { kind: 'type', path: ['registry'], expected: 'a map' }],
    ['a list for a map', { ...base, registry: [] }, { kind: 'type', path: ['registry'], actual: [] }],
    ['a map for a list', { ...base, profiles: {} }, { kind: 'type', path: ['profiles'], expected: 'a list' }],
    ['nothing in a list', { ...base, profiles: [null] }, { kind: 'type', path: ['profiles', 0], actual: null }],
    ['half a replica', { ...base, registry: { replicas: 1.5 } }, { kind: 'type', expected: 'a whole number' }],
    ['a huge number', { ...base, registry: { replicas: 1e21 } }, { kind: 'type', expected: 'a whole number' }],
    ['text for a switch', { ...base, hosted: 'no' }, { kind: 'type', path: ['hosted'], expected: 'true or false' }],
    ['an unknown value', { ...base, topology: 'single' }, { kind: 'value', path: ['topology'] }],
    ['a slip in a value', { ...base, platform: 'asw' }, { kind: 'value', path: ['platform'], nearest: 'aws' }],
    ['a missing value', { name: 'a' }, { kind: 'required', path: ['platform'] }],
    [
      'a missing value in a list',
      { ...base, routes: { custom: [{ name: 'x' }, {}] } },
      { kind: 'required', path: ['routes', 'custom', 1, 'name'] },
    ],
  ])('%s', (_, value, expected) => {
    const issues = cluster(value);
    expect(issues).toEqual(expect.arrayContaining([expect.objectContaining(expected)]));
  });

  test('bounds, where the schema has some', () => {
    const bounded: Schema = { type: 'integer', minimum: 1, maximum: 5 };
    const range = (value: number): readonly ShapeIssue[] => checkShape(bounded, value).issues;
    expect([range(1), range(5)]).toEqual([[], []]);
    expect(range(0)).toMatchObject([{ kind: 'range', path: [], actual: 0, expected: '1 to 5' }]);
    expect(range(6)).toMatchObject([{ kind: 'range' }]);
    expect(checkShape({ type: 'integer', minimum: 0 }, -1).issues).toMatchObject([{ expected: 'at least 0' }]);
  });

  test('a slip of a needed key is one issue, and hides no other one that is missing', () => {
    expect(cluster({ nmae: 'a', platform: 'aws' })).toMatchObject([{ kind: 'unknown-key', nearest: 'name' }]);
    const deeper = { platform: 'aws', routes: { custom: [{ nmae: 'x', hostname: 'h' }] } };
    expect(cluster(deeper)).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'required', path: ['name'] })]),
    );
  });

  test('every issue of one value is told', () => {
    const kinds = cluster({ platform: 'x', registry: { replicas: 'two', a: 1 }, profiles: [1, 2] });
    expect(kinds.map(({ path }) => path.join('.')).sort()).toEqual(
      ['name', 'platform', 'profiles.0', 'profiles.1', 'registry.a', 'registry.replicas'].sort(),
    );
  });
});

describe('the value that rules go on with', () => {
  test('is the same where nothing is wrong', () => {
    const value = { ...base, registry: { replicas: 2, nodeSelector: { a: 'b' } }, profiles: ['x'] };
    expect(repaired(value)).toEqual(value);
  });

  test('has what a slip meant', () => {
    expect(repaired({ ...base, regsitry: { replcias: 2 } })).toEqual({ ...base, registry: { replicas: 2 } });
  });

  test('a slip does not replace what is there', () => {
    expect(repaired({ ...base, openshit: '4.10', openshift: '4.14' })).toEqual({ ...base, openshift: '4.14' });
  });

  test('lacks what was refused, and keeps the index of list items', () => {
    expect(repaired({ ...base, hosted: 'no', xyzzy: 1, profiles: [1, 'b'] })).toEqual({ ...base, profiles: ['', 'b'] });
  });

  test('has something of the right type for what is needed', () => {
    expect(repaired({})).toEqual({ name: '', platform: 'aws' });
    expect(repaired({ ...base, routes: { custom: [5] } })).toMatchObject({ routes: { custom: [{ name: '' }] } });
  });

  test('is none where the entry is no map', () => {
    expect(repaired([])).toBeUndefined();
    expect(repaired(null)).toBeUndefined();
  });

  test('keeps keys that JavaScript knows in free maps, and the prototype of none', () => {
    const labels = JSON.parse('{"__proto__": "x", "constructor": "y"}');
    const { metadata } = repaired({ ...base, metadata: { labels } }) as { metadata: { labels: object } };
    expect(Object.keys(metadata.labels)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(metadata.labels)).toBe(Object.prototype);
  });
});

/** Ajv, another reader of the same schema. */
const ajv = new Ajv({ strict: false, ownProperties: true }).addSchema({ definitions }, 'fleet');
const validate = ajv.compile({ $ref: 'fleet#/definitions/Cluster' });

/** Numbers beyond what JavaScript counts by one are refused by us and fine for Ajv. */
const hasHuge = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isInteger(value) && !Number.isSafeInteger(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasHuge);

test('a part that many clusters share is judged for each of them', () => {
  const [sound, wrong] = [{ replicas: 2 }, { replicas: 'two' }];
  for (const name of ['a', 'b']) {
    expect(cluster({ ...base, name, registry: sound })).toEqual([]);
    expect(repaired({ ...base, name, registry: sound })).toMatchObject({ registry: { replicas: 2 } });
    expect(cluster({ ...base, name, registry: wrong })).toMatchObject([
      { kind: 'type', path: ['registry', 'replicas'] },
    ]);
    expect(cluster({ ...base, name, pruner: sound })).toMatchObject([{ kind: 'unknown-key' }]);
  }
});

test('agrees with Ajv on what is valid, and leaves a value that Ajv finds valid', () => {
  const seen = { valid: 0, invalid: 0 };
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: mutated }, { weight: 1, arbitrary: oddValue }), value => {
      fc.pre(!hasHuge(value));
      const { issues, value: rest } = checkShape(definition('Cluster'), value);
      const valid = validate(value);
      seen[valid ? 'valid' : 'invalid'] += 1;
      expect(issues.length === 0).toBe(valid);
      if (rest !== undefined) expect(validate(rest)).toBe(true);
      for (const { expected, path } of issues) expect([typeof expected, Array.isArray(path)]).toEqual(['string', true]);
    }),
    { seed: 11, numRuns: 1000 },
  );
  expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(50);
});
