import { METADATA_RULES } from '../../../src/rules/cluster/metadata';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(METADATA_RULES);
const labels = (map: object): readonly string[] =>
  codes(JSON.stringify({ platform: 'aws', metadata: { labels: map } }));
const annotations = (map: object): readonly string[] =>
  codes(JSON.stringify({ platform: 'aws', metadata: { annotations: map } }));
const long = (length: number): string => 'a'.repeat(length);

test.each<[object, string[]]>([
  [{ team: 'a', 'example.com/team_1.x': 'A.b-c_d', empty: '' }, []],
  [{ [long(63)]: long(63) }, []],
  [{ [long(64)]: '' }, ['LABEL_SYNTAX']],
  [{ team: long(64) }, ['LABEL_SYNTAX']],
  [{ team: 'a b' }, ['LABEL_SYNTAX']],
  [{ team: '-a' }, ['LABEL_SYNTAX']],
  [{ 'a/b/c': 'x' }, ['LABEL_SYNTAX']],
  [{ 'Example.com/team': 'x' }, ['LABEL_SYNTAX']],
  [{ 'app.kubernetes.io/component': 'x' }, []],
  [{ 'app.kubernetes.io/part-of': 'x' }, ['METADATA_RESERVED']],
  [{ 'registry-gitops/cluster': 'x' }, ['METADATA_RESERVED']],
])('labels %j', (map, expected) => expect(labels(map)).toEqual(expected));

test.each<[object, string[]]>([
  [{ 'example.com/contact': 'Ann Example, room 5' }, []],
  [{ 'contact person': 'x' }, ['ANNOTATION_SYNTAX']],
  [{ 'argocd.argoproj.io/sync-wave': '5' }, ['METADATA_RESERVED']],
  [{ 'argocd.argoproj.io/sync-options': 'Replace=true' }, ['METADATA_RESERVED']],
  [{ 'imageregistry.openshift.io': '' }, ['OPERATOR_ANNOTATION']],
])('annotations %j', (map, expected) => expect(annotations(map)).toEqual(expected));

const pvc = (change: object): object => ({
  platform: 'baremetal',
  storage: { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'f', ...change } },
});
const route = (change: object): object => ({
  routes: { custom: [{ name: 'a', hostname: 'a.example.com', ...change }] },
});
test.each<[string, object, string[]]>([
  ['a claim', pvc({ claim: 'registry.v1' }), []],
  ['a claim with an underscore', pvc({ claim: 'registry_v1' }), ['NAME_SYNTAX']],
  ['an empty claim', pvc({ claim: '' }), []],
  ['a class', pvc({ storageClassName: 'Fast' }), ['NAME_SYNTAX']],
  ['the class without name', pvc({ storageClassName: '' }), []],
  [
    'the mark on a claim',
    pvc({ metadata: { annotations: { 'imageregistry.openshift.io': 'false' } } }),
    ['OPERATOR_ANNOTATION'],
  ],
  ['a label of a claim', pvc({ metadata: { labels: { a: '?' } } }), ['LABEL_SYNTAX']],
  ['a route', route({ name: 'A' }), ['NAME_SYNTAX']],
  ['a Secret of a route', route({ tls: { secretName: '-' } }), ['NAME_SYNTAX']],
  [
    'an image stream, which is called as a repository is',
    { thirdParty: [{ server: 'quay.io', imageStreams: [{ name: 'my_app.v-2', namespace: 'a', tags: [] }] }] },
    [],
  ],
  ['a namespace', { thirdParty: [{ server: 'quay.io', namespaces: ['a.b'] }] }, ['NAME_SYNTAX']],
  [
    'an image stream',
    { thirdParty: [{ server: 'quay.io', imageStreams: [{ name: 'R', namespace: 'a', tags: [] }] }] },
    ['NAME_SYNTAX'],
  ],
  ['a nodeSelector', { registry: { nodeSelector: { 'node-role.kubernetes.io/infra': '' } } }, []],
  ['a nodeSelector that is none', { pruner: { nodeSelector: { 'a b': '' } } }, ['LABEL_SYNTAX']],
])('%s', (_, settings, expected) => expect(codes(JSON.stringify({ platform: 'aws', ...settings }))).toEqual(expected));
