import { readDump } from '../../src/adopt/read-dump';
import { bombs } from '../support/bombs';
import { adoptText, dumpOf, filesOf, liveConfig, liveObject, liveSite } from '../support/live-cluster';

const read = (...texts: readonly string[]) => {
  const named = Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, text]));
  return readDump(Object.keys(named), filesOf(named));
};
const codes = (...texts: readonly string[]): readonly string[] => read(...texts).findings.map(({ code }) => code);

const S3 = { managementState: 'Managed', s3: { bucket: 'b', region: 'eu-west-1', encrypt: true } };
const SPEC = { managementState: 'Managed', replicas: 2, rolloutStrategy: 'RollingUpdate', storage: S3 };

test('documents, lists and lists in lists are objects; empty documents are nothing', () => {
  const pod = (name: string): string => `{apiVersion: v1, kind: Pod, metadata: {name: ${name}}}`;
  const { dump, findings } = read(
    `---\n# a comment\n---\n${pod('a')}\n---\n{apiVersion: v1, kind: List, items: [${pod('b')}, {apiVersion: v1, kind: PodList, items: [${pod('c')}]}]}`,
  );
  expect(findings).toEqual([]);
  expect(dump.objects.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
});

test.each([
  ['a text', 'hello'],
  ['a list', '[1, 2]'],
  ['a map without a kind', 'apiVersion: v1'],
  ['an object without a name', '{apiVersion: v1, kind: Pod, metadata: {}}'],
  ['a list with something else in it', '{apiVersion: v1, kind: List, items: [7]}'],
])('%s is no object', (_, text) => {
  expect(codes(text)).toEqual(['ADOPT_NOT_OBJECTS']);
});

test('findings have the place of the object', () => {
  const [finding] = read('---\napiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n').findings;
  expect(finding?.place).toEqual({ file: '0.yaml', line: 5, column: 3 });
});

test('the same object twice is one; two that differ are refused', () => {
  const secret = (label: string): string =>
    `{apiVersion: v1, kind: Secret, metadata: {name: a, labels: {x: ${label}}}}`;
  expect(codes(secret('a'), secret('a'))).toEqual([]);
  expect(codes(secret('a'), secret('b'))).toEqual(['ADOPT_MANY_CLUSTERS']);
});

test.each(Object.entries(bombs(3_000)))('%s is refused', (_, text) => {
  expect(codes(text).length).toBeGreaterThan(0);
});

test('a file that is not there, and control characters', () => {
  expect(readDump(['gone.yaml'], filesOf({})).findings.map(({ code }) => code)).toEqual(['FILE_UNREADABLE']);
  expect(codes('a: "\u001b[31m"')).toEqual(['YAML_SYNTAX']);
});

test('names of Secrets are read from comments and from Secrets; without any, nothing is known', () => {
  expect(read('# secret/a\n# secret/b\n---\n').dump.secrets).toEqual(new Set(['a', 'b']));
  expect(
    read('{apiVersion: v1, kind: Secret, metadata: {name: c, namespace: openshift-image-registry}}').dump.secrets,
  ).toEqual(new Set(['c']));
  expect(read('# configmap/a').dump.secrets).toBeUndefined();
});

const SECRETS = ['c2VjcmV0LXZhbHVl', 'f'.repeat(128), 'plain-value'];

test('no value of a Secret, nor httpSecret, nor a copy of either is kept', () => {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'a', namespace: 'openshift-image-registry', annotations: { note: SECRETS[2] } },
    data: { key: SECRETS[0] },
    stringData: { key: SECRETS[2] },
  };
  const copy = { 'kubectl.kubernetes.io/last-applied-configuration': `{"spec":{"httpSecret":"${SECRETS[1]}"}}` };
  const config = liveConfig(SPEC);
  const annotated = { ...config, metadata: { ...(config.metadata as object), annotations: copy } };
  const text = dumpOf([secret, annotated, ...liveSite('AWS')]);
  const all = JSON.stringify([read(text).dump.objects.map(({ value }) => value), adoptText(text)]);
  expect(SECRETS.filter(value => text.includes(value))).toEqual(SECRETS);
  expect(SECRETS.filter(value => all.includes(value))).toEqual([]);
});

test('what looks like a credential reaches neither the entry nor a message', () => {
  const password = 'hunter2';
  const config = liveConfig({
    ...SPEC,
    proxy: { https: `http://robot:${password}@proxy.example.com`, noProxy: '.local' },
  });
  const failing = {
    ...config,
    status: {
      observedGeneration: 3,
      conditions: [{ type: 'Degraded', status: 'True', message: `GET https://robot:${password}@x.example.com` }],
    },
  };
  const { entry, text, findings } = adoptText(dumpOf([failing, ...liveSite('AWS')]));
  expect(entry?.registry).toEqual({ proxy: { noProxy: '.local' } });
  expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['ADOPT_LEFT_OUT', 'ADOPT_UNHEALTHY']));
  expect(JSON.stringify([text, findings])).not.toContain(password);
});

test('keys of other languages are data: nothing is polluted, and nothing is run', () => {
  const config = JSON.stringify(liveConfig({ ...SPEC, nodeSelector: { PROTO: 'x', constructor: 'y' } }));
  const text = `${config.replace('"PROTO"', '"__proto__"')}\n---\n${dumpOf(liveSite('AWS'))}`;
  const { findings } = adoptText(text);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(findings.every(({ what }) => what !== '')).toBe(true);
});

test('text of a dump cannot leave its comment', () => {
  const site = liveSite('AWS', '4.14.3').map(object => ({ ...object }));
  const config = liveConfig({
    ...SPEC,
    storage: { managementState: 'Managed', s3: { ...S3.s3, bucket: 'b\nname: evil\u202e' } },
  });
  const { text } = adoptText(dumpOf([config, ...site]));
  expect(text?.split('\n').filter(line => line.startsWith('name:'))).toEqual(['name: plant']);
  expect(text).not.toContain('\u202e');
});

test('objects that nobody reads do no harm', () => {
  const others = [
    liveObject('v1', 'Pod', { name: 'a' }, { spec: null }),
    liveObject('apps/v1', 'Deployment', { name: 'b' }, {}),
  ];
  expect(adoptText(dumpOf([liveConfig(SPEC), ...liveSite('AWS'), ...others])).entry).toBeDefined();
});
