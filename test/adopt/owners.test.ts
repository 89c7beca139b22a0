import type { LiveObject } from '../../src/adopt/live';
import { appliers, isClusters, isForeign, isSet, knowsOwners, ownersOf } from '../../src/adopt/owners';
import { Source } from '../../src/load/source';

type Entry = readonly [manager: string, operation: 'Update' | 'Apply', fields: object, subresource?: string];

const object = (...entries: readonly Entry[]): LiveObject => ({
  group: '',
  kind: 'Config',
  namespace: undefined,
  name: 'cluster',
  source: new Source('x', ''),
  document: 0,
  path: [],
  value: {
    metadata: {
      managedFields: entries.map(([manager, operation, fields, subresource]) => ({
        manager,
        operation,
        ...(subresource ? { subresource } : {}),
        fieldsV1: { 'f:spec': fields },
      })),
    },
  },
});

const managers = (live: LiveObject, ...path: readonly string[]): readonly string[] =>
  ownersOf(live, ['spec', ...path]).map(({ manager }) => manager);

test('a leaf, a map above it, and a list that is owned as a whole', () => {
  const live = object(['a', 'Update', { 'f:x': { 'f:y': {} }, 'f:list': {} }]);
  expect(managers(live, 'x', 'y')).toEqual(['a']);
  expect(managers(live, 'x')).toEqual(['a']);
  expect(managers(live, 'list', '0')).toEqual(['a']);
  expect(managers(live, 'z')).toEqual([]);
  expect(managers(live, 'x', 'z')).toEqual([]);
});

test('who set a part comes before who set the empty whole', () => {
  const live = object(
    ['kubectl-patch', 'Update', { 'f:pvc': {} }],
    ['cluster-image-registry-operator', 'Update', { 'f:pvc': { 'f:claim': {} } }],
  );
  expect(managers(live, 'pvc', 'claim')).toEqual(['cluster-image-registry-operator']);
  expect(isClusters(live, ['spec', 'pvc', 'claim'])).toBe(true);
});

test('people, other tools, our Argo CD and the cluster itself', () => {
  const kinds = (manager: string, operation: 'Update' | 'Apply'): readonly string[] =>
    ownersOf(object([manager, operation, { 'f:x': {} }]), ['spec', 'x']).map(({ kind }) => kind);
  expect(kinds('kubectl-edit', 'Update')).toEqual(['person']);
  expect(kinds('flux', 'Apply')).toEqual(['apply']);
  expect(kinds('argocd-controller', 'Apply')).toEqual(['argocd']);
  expect(kinds('argocd-controller', 'Update')).toEqual(['person']);
  expect(kinds('cluster-bootstrap', 'Apply')).toEqual(['cluster']);
});

test('a co-owner is enough for a field to be foreign', () => {
  const live = object(
    ['cluster-image-registry-operator', 'Update', { 'f:x': {} }],
    ['kubectl', 'Apply', { 'f:x': {} }],
  );
  expect([isForeign(live, ['spec', 'x']), isClusters(live, ['spec', 'x'])]).toEqual([true, false]);
  const ours = object(['argocd-controller', 'Apply', { 'f:x': {} }]);
  expect([isForeign(ours, ['spec', 'x']), isSet(ours, ['spec', 'x'])]).toEqual([false, true]);
  expect(isSet(object(['cluster-image-registry-operator', 'Update', { 'f:x': {} }]), ['spec', 'x'])).toBe(false);
});

test('tools that apply, besides a person with kubectl', () => {
  expect(appliers(object(['flux', 'Apply', {}], ['kubectl', 'Apply', {}], ['argocd-controller', 'Apply', {}]))).toEqual(
    ['flux'],
  );
});

test('status is no setting, and no managedFields is no knowledge', () => {
  expect(knowsOwners(object(['operator', 'Update', { 'f:x': {} }, 'status']))).toBe(false);
  expect(knowsOwners({ ...object(), value: { metadata: { managedFields: 'all' } } })).toBe(false);
});
