/** The script of the Job that copies a bucket claim's keys, run against a server in memory with the rights of the emitted roles. */

import { FakeApi, type ObjectKey } from '../../support/fake-api';
import { CONFIG, FakeOperator } from '../../support/fake-operator';
import { type AnyManifest, objectsOf } from '../../support/fleet';
import { type JobRun, runJob } from '../../support/run-job';
import type { Fields } from '../../support/server-side-apply';

const JOB = 'registry-bucket-keys';
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';

const objectsFor = (odf: string): readonly AnyManifest[] =>
  objectsOf(`
    platform: baremetal
    baseDomain: prod.example.com
    storage: {odf: {noobaa: {${odf}}}}
    credentials: {bucketClaim: {job: {}}}`);
const FIXED = 'bucketName: registry, trustedCA: {ingressCA: true}';

const key = (kind: string, namespace: string, name: string): ObjectKey => ({ kind, namespace, name });
const CREDENTIALS = key('Secret', 'openshift-image-registry', 'image-registry-private-configuration-user');
const BUNDLE = key('ConfigMap', 'openshift-config', 'image-registry-s3-bundle');
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A cluster whose bucket claim is bound, with these keys. */
function cluster(access = 'access-1', secret = 'secret-1', namespace = 'openshift-image-registry'): FakeApi {
  const api = new FakeApi();
  const claim = (kind: string): ObjectKey => key(kind, namespace, 'image-registry-bucket');
  api.put(claim('Secret'), 'odf', {
    data: { AWS_ACCESS_KEY_ID: base64(access), AWS_SECRET_ACCESS_KEY: base64(secret) },
  });
  api.put(claim('ConfigMap'), 'odf', { data: { BUCKET_NAME: 'registry-0c1d' } });
  const ingress = key('ConfigMap', 'openshift-config-managed', 'default-ingress-cert');
  api.put(ingress, 'ingress-operator', { data: { 'ca-bundle.crt': PEM } });
  return api;
}

const run = (objects: readonly AnyManifest[], api: FakeApi, accountFiles = {}): Promise<JobRun> =>
  runJob(objects, JOB, api, { env: { WAIT_SECONDS: '0', POLL_SECONDS: '0' }, accountFiles });
const dataOf = (api: FakeApi, object: ObjectKey): Fields | undefined => api.get(object)?.data as Fields | undefined;
const keysOf = (access: string, secret: string): Fields => ({
  REGISTRY_STORAGE_S3_ACCESSKEY: base64(access),
  REGISTRY_STORAGE_S3_SECRETKEY: base64(secret),
});

test('the first run brings the keys and the CA', async () => {
  const api = cluster();
  const { status, output } = await run(objectsFor(FIXED), api);
  expect({ status, output }).toMatchObject({ status: 0 });
  expect(api.get(CREDENTIALS)).toMatchObject({ type: 'Opaque', data: keysOf('access-1', 'secret-1') });
  expect(dataOf(api, BUNDLE)).toEqual({ 'ca-bundle.crt': PEM });
});

test('the second changes nothing', async () => {
  const api = cluster();
  await run(objectsFor(FIXED), api);
  const writes = api.writes.length;
  const { status } = await run(objectsFor(FIXED), api);
  expect({ status, writes: api.writes.slice(writes) }).toEqual({ status: 0, writes: [] });
});

test('changed keys and a changed CA arrive', async () => {
  const api = cluster();
  await run(objectsFor(FIXED), api);
  const claim = key('Secret', 'openshift-image-registry', 'image-registry-bucket');
  api.mergePatch(claim, 'odf', { data: { AWS_SECRET_ACCESS_KEY: base64('secret-2') } });
  const ingress = key('ConfigMap', 'openshift-config-managed', 'default-ingress-cert');
  api.mergePatch(ingress, 'ingress-operator', { data: { 'ca-bundle.crt': `${PEM}${PEM}` } });
  await run(objectsFor(FIXED), api);
  expect(dataOf(api, CREDENTIALS)).toEqual(keysOf('access-1', 'secret-2'));
  expect(dataOf(api, BUNDLE)).toEqual({ 'ca-bundle.crt': `${PEM}${PEM}` });
});

test('no key is printed, nor an argument of a command', async () => {
  const { output, commands } = await run(objectsFor(FIXED), cluster('ACCESSVALUE', 'SECRETVALUE'));
  for (const value of ['ACCESSVALUE', 'SECRETVALUE'].flatMap(text => [text, base64(text)])) {
    expect(output + commands.join('\n')).not.toContain(value);
  }
});

test('a claim that is not bound: it waits, and then says what is missing', async () => {
  const api = new FakeApi();
  const { status, output } = await run(objectsFor(FIXED), api);
  expect(status).toBe(1);
  expect(output).toContain(
    'secret openshift-image-registry/image-registry-bucket has no value at {.data.AWS_ACCESS_KEY_ID}',
  );
  expect(output).toContain('is the ObjectBucketClaim openshift-image-registry/image-registry-bucket bound?');
  expect(api.writes).toEqual([]);
});

test.each<[string, ObjectKey, Fields]>([
  [
    'an empty key',
    key('Secret', 'openshift-image-registry', 'image-registry-bucket'),
    { data: { AWS_ACCESS_KEY_ID: base64('access-2'), AWS_SECRET_ACCESS_KEY: '' } },
  ],
  [
    'no key at all',
    key('Secret', 'openshift-image-registry', 'image-registry-bucket'),
    { data: { AWS_SECRET_ACCESS_KEY: null } },
  ],
  [
    'a CA that is none',
    key('ConfigMap', 'openshift-config-managed', 'default-ingress-cert'),
    { data: { 'ca-bundle.crt': 'not found' } },
  ],
  [
    'an empty CA',
    key('ConfigMap', 'openshift-config-managed', 'default-ingress-cert'),
    { data: { 'ca-bundle.crt': '' } },
  ],
])('%s is refused, and the old Secret stays', async (_title, object, patch) => {
  const api = cluster();
  await run(objectsFor(FIXED), api);
  api.mergePatch(object, 'odf', patch);
  const writes = api.writes.length;
  const { status } = await run(objectsFor(FIXED), api);
  expect({ status, writes: api.writes.slice(writes) }).toEqual({ status: 1, writes: [] });
  expect(dataOf(api, CREDENTIALS)).toEqual(keysOf('access-1', 'secret-1'));
});

test('a claim in another namespace is read there', async () => {
  const api = cluster('access-1', 'secret-1', 'openshift-storage');
  const { status } = await run(objectsFor(`${FIXED}, claimNamespace: openshift-storage`), api);
  expect(status).toBe(0);
  expect(dataOf(api, CREDENTIALS)).toEqual(keysOf('access-1', 'secret-1'));
});

test("the service CA is the pod's own", async () => {
  const api = cluster();
  const objects = objectsFor('bucketName: registry, endpoint: service, trustedCA: {serviceCA: true}');
  const { status } = await run(objects, api, { 'service-ca.crt': PEM });
  expect(status).toBe(0);
  expect(dataOf(api, BUNDLE)).toEqual({ 'ca-bundle.crt': PEM });
});

test('without a CA to fetch, no bundle is touched', async () => {
  const api = cluster();
  const { status } = await run(objectsFor('bucketName: registry, trustedCA: {configMap: ours}'), api);
  expect(status).toBe(0);
  expect(api.get(BUNDLE)).toBeUndefined();
});

describe('a generated name of the bucket', () => {
  const objects = objectsFor('generateBucketName: registry, trustedCA: {ingressCA: true}');

  test("is brought into the Config in the Job's own name, and stays when git applies", async () => {
    const api = cluster();
    new FakeOperator(api, undefined).bootstrap();
    const { status, output } = await run(objects, api);
    expect({ status, output }).toMatchObject({ status: 0 });
    const config = objects.find(({ kind }) => kind === 'Config') as unknown as Fields;
    api.apply(CONFIG, 'argocd-controller', config);
    expect(api.spec(CONFIG).storage).toMatchObject({ s3: { bucket: 'registry-0c1d', region: 'us-east-1' } });
    expect((config.spec as Record<string, Record<string, Fields>>).storage?.s3).not.toHaveProperty('bucket');
    const writes = api.writes.length;
    await run(objects, api);
    expect(api.writes.slice(writes)).toEqual([]);
  });

  test('waits for a Config', async () => {
    const api = cluster();
    const { status, output } = await run(objects, api);
    expect(status).toBe(1);
    expect(output).toContain('is the image registry operator installed?');
    expect(api.get(CREDENTIALS)).toBeUndefined();
  });
});

const FULL = objectsFor(
  'generateBucketName: registry, claimNamespace: openshift-storage, trustedCA: {ingressCA: true}',
);
const bindings = FULL.filter(({ kind, metadata }) => /RoleBinding$/.test(kind) && metadata.name === JOB);

test.each(bindings.map(({ kind, metadata }) => [kind, metadata.namespace ?? 'the whole cluster']))(
  'it needs its %s in %s',
  async (kind, namespace) => {
    const api = cluster('access-1', 'secret-1', 'openshift-storage');
    new FakeOperator(api, undefined).bootstrap();
    const less = FULL.filter(
      object => !(object.kind === kind && (object.metadata.namespace ?? 'the whole cluster') === namespace),
    );
    expect((await run(FULL, api)).status).toBe(0);
    const { status, output } = await run(less, api);
    expect(status).not.toBe(0);
    expect(output).toContain('Forbidden');
  },
);

test('the head of the script says what each variable is for', () => {
  const objects = objectsFor(FIXED);
  const script: string = objects.find(({ data }) => data?.['bucket-keys.sh'])?.data['bucket-keys.sh'] ?? '';
  const head = script.slice(0, script.indexOf('\nset '));
  const variables: readonly { name: string }[] =
    objects.find(({ kind }) => kind === 'Job')?.spec.template.spec.containers[0].env ?? [];
  const names = variables.map(({ name }) => name);
  expect(names).toContain('POLL_SECONDS');
  const own = names.filter(name => name !== 'HOME');
  expect(own.filter(name => !new RegExp(`^#   (?:\\w+, )*${name}\\b`, 'm').test(head))).toEqual([]);
});
