/** What the stand-ins for API server and operator must show before anything is proved with them: how simpler ways fail. */

import { FakeApi } from '../../support/fake-api';
import { backendsOf, CONFIG, FakeOperator, OPERATOR } from '../../support/fake-operator';
import type { Fields } from '../../support/server-side-apply';

const GIT = 'argocd-controller';

const withStorage = (storage: Fields): Fields => ({
  apiVersion: 'imageregistry.operator.openshift.io/v1',
  kind: 'Config',
  metadata: { name: 'cluster' },
  spec: { managementState: 'Managed', replicas: 1, rolloutStrategy: 'Recreate', storage },
});
const pvc = withStorage({ managementState: 'Unmanaged', pvc: { claim: 'ours' } });
const s3 = (more: Fields = {}): Fields =>
  withStorage({ managementState: 'Unmanaged', s3: { bucket: 'ours', region: 'eu-west-1', ...more } });

function cluster(platform?: ConstructorParameters<typeof FakeOperator>[1]): { api: FakeApi; operator: FakeOperator } {
  const api = new FakeApi();
  const operator = new FakeOperator(api, platform);
  operator.bootstrap();
  return { api, operator };
}
const backends = (api: FakeApi): readonly string[] => backendsOf(api.spec(CONFIG));

test('the operator owns the storage it chose', () => {
  const { api } = cluster('aws');
  expect(api.spec(CONFIG).storage).toEqual({
    managementState: 'Managed',
    s3: { bucket: 'aws-made', region: 'eu-west-1', encrypt: true, virtualHostedStyle: false, trustedCA: { name: '' } },
  });
  expect(api.owners(CONFIG, 'storage')).toEqual([`${OPERATOR} (Update)`]);
});

test('an apply of other storage leaves both, and another apply has nothing to change', () => {
  const { api, operator } = cluster('aws');
  api.apply(CONFIG, GIT, pvc);
  expect(backends(api)).toEqual(['s3', 'pvc']);
  expect(operator.confused).toBe(true);
  const writes = api.writes.length;
  api.apply(CONFIG, GIT, pvc);
  expect(api.writes.length).toBe(writes);
});

test('a null in an apply removes nothing', () => {
  const { api } = cluster('aws');
  api.apply(CONFIG, GIT, withStorage({ managementState: 'Unmanaged', pvc: { claim: 'ours' }, s3: null }));
  expect(backends(api)).toEqual(['s3', 'pvc']);
});

test('a patch that only removes the storage makes the operator put its own back', () => {
  const { api } = cluster('aws');
  api.mergePatch(CONFIG, 'somebody', { spec: { storage: { s3: null } } });
  expect(api.spec(CONFIG).storage).toMatchObject({ managementState: 'Managed', s3: { bucket: 'aws-made' } });
});

test('a patch that sets the storage goes well, until git changes it: the patch still owns the old one', () => {
  const { api, operator } = cluster('aws');
  const storage = { managementState: 'Unmanaged', pvc: { claim: 'ours' }, s3: null };
  api.mergePatch(CONFIG, 'kubectl-patch', { spec: { storage, replicas: 1, rolloutStrategy: 'Recreate' } });
  api.apply(CONFIG, GIT, pvc);
  expect(backends(api)).toEqual(['pvc']);
  api.apply(CONFIG, GIT, s3());
  expect(backends(api)).toEqual(['pvc', 's3']);
  expect(operator.confused).toBe(true);
});

test('zero values that the operator adds stay behind when git, which did not say them, goes to other storage', () => {
  const { api } = cluster();
  api.apply(CONFIG, GIT, s3());
  api.apply(CONFIG, GIT, pvc);
  expect(api.spec(CONFIG).storage).toMatchObject({ s3: { trustedCA: { name: '' }, virtualHostedStyle: false } });
});

test('they go with the rest where git said them from the start', () => {
  const { api } = cluster();
  api.apply(CONFIG, GIT, s3({ trustedCA: { name: '' }, virtualHostedStyle: false }));
  api.apply(CONFIG, GIT, pvc);
  expect(backends(api)).toEqual(['pvc']);
});

test('values that git and the operator have in common have two owners, and stay when git drops them', () => {
  const { api } = cluster('aws');
  api.apply(CONFIG, GIT, s3());
  api.mergePatch(CONFIG, 'somebody', { spec: { storage: { s3: { encrypt: null } } } });
  api.apply(CONFIG, GIT, pvc);
  expect(api.spec(CONFIG).storage).toMatchObject({ pvc: { claim: 'ours' }, s3: { region: 'eu-west-1' } });
});

test('striking the other owner off the record changes no value, and cures that', () => {
  const { api } = cluster('aws');
  api.apply(CONFIG, GIT, s3({ trustedCA: { name: '' }, virtualHostedStyle: false }));
  api.mergePatch(CONFIG, 'somebody', { spec: { storage: { s3: { encrypt: null } } } });
  const before = api.spec(CONFIG);
  const { managedFields } = { ...(api.get(CONFIG)?.metadata as object) } as { managedFields: { manager: string }[] };
  const index = managedFields.findIndex(({ manager }) => manager === OPERATOR);
  const path = `/metadata/managedFields/${index}/fieldsV1/f:spec/f:storage`;
  api.jsonPatch(CONFIG, 'somebody', [{ op: 'remove', path }]);
  expect(api.spec(CONFIG)).toEqual(before);
  api.apply(CONFIG, GIT, pvc);
  expect(api.spec(CONFIG).storage).toEqual({ managementState: 'Unmanaged', pvc: { claim: 'ours' } });
});

test('a Config without replicas is refused', () => {
  expect(() => new FakeApi().apply(CONFIG, GIT, { kind: 'Config', spec: {} })).toThrow('spec.replicas: Required value');
});
