/** Reviews of dumps of a cluster: what git does not own is no change. */

import { review } from '../../src/review/review';
import { ReviewError } from '../../src/review/review-error';
import { fileSide, textSide } from '../../src/review/sides/folder';

/** A Config as an API server prints it: with what the operator, the server and people wrote. */
const live = (spec: string, label = ''): string => `apiVersion: v1
kind: List
items:
- apiVersion: imageregistry.operator.openshift.io/v1
  kind: Config
  metadata:
    name: cluster
    uid: 11111111-2222-3333-4444-555555555555
    resourceVersion: "1"
    finalizers: [imageregistry.operator.openshift.io/finalizer]
${label}  spec:
    httpSecret: 0123456789abcdef
    logLevel: Normal
    observedConfig: null
    proxy: {}
    requests: {read: {maxWaitInQueue: 0s}}
    managementState: Managed
    replicas: 2
${spec}
  status: {readyReplicas: 2}
- apiVersion: config.openshift.io/v1
  kind: Infrastructure
  metadata: {name: cluster, uid: x}
`;
const S3 =
  '    storage: {managementState: Unmanaged, s3: {bucket: a, region: r, virtualHostedStyle: false, trustedCA: {name: ""}}}';
const LABEL = '    labels: {registry-gitops/cluster: b}\n';

const git = (storage: string, cluster = 'a'): readonly [string, string] => [
  `clusters/${cluster}/Config.yaml`,
  `apiVersion: imageregistry.operator.openshift.io/v1
kind: Config
metadata: {name: cluster}
spec: {managementState: Managed, replicas: 2, storage: {managementState: Unmanaged, ${storage}}}
`,
];
const fleet = (...files: readonly (readonly [string, string])[]) => textSide('dist', new Map(files));
const codes = (dump: string, ...files: readonly (readonly [string, string])[]) =>
  review(fileSide('dump.yaml', dump), fleet(...files)).changes.map(({ code, cluster }) => `${cluster} ${code}`);

test('what git does not say is not its own: nothing of it is removed', () => {
  expect(codes(live(S3), git('s3: {bucket: a, region: r}'))).toEqual([]);
});

test('what git says otherwise is a change', () => {
  expect(codes(live(S3), git('s3: {bucket: b, region: r}'))).toEqual(['a images-moved']);
});

test('a backend that git never wrote stays beside its own', () => {
  expect(codes(live(S3), git('pvc: {claim: c}'))).toEqual(['a images-moved', 'a backend-stays']);
});

test('drift: a dump as what it becomes shows what differs from git', () => {
  const changes = review(fleet(git('s3: {bucket: b}')), fileSide('dump.yaml', live(S3))).changes;
  expect(changes.map(({ code }) => code)).toEqual(['images-moved']);
});

test('drift: what git has and a dump does not is not said to be deleted', () => {
  const claim = 'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: c, namespace: n}\n';
  const side = fleet(git('s3: {bucket: a}'), ['clusters/a/claim.yaml', claim]);
  const { changes } = review(side, fileSide('dump.yaml', live(S3)));
  expect(changes.map(({ code, risk }) => [code, risk])).toEqual([['not-in-dump', 'exposure']]);
});

test('two dumps of a cluster are compared as a whole', () => {
  const after = live(S3).replace('0123456789abcdef', 'fedcba').replace('resourceVersion: "1"', 'resourceVersion: "2"');
  const changes = review(fileSide('a.yaml', live(S3)), fileSide('b.yaml', after)).changes;
  expect(changes.map(({ code, before }) => [code, before])).toEqual([['http-secret', '[hidden]']]);
});

describe('whose a dump is', () => {
  test('is said by a label of ours', () => {
    const files = [git('s3: {bucket: x}', 'a'), git('s3: {bucket: y}', 'b')];
    expect(codes(live(S3, LABEL), ...files)).toEqual(['b images-moved']);
  });

  test('is asked where nothing says it', () => {
    const run = (): unknown => codes(live(S3), git('s3: {bucket: x}', 'a'), git('s3: {bucket: y}', 'b'));
    expect(run).toThrow(new ReviewError('dump.yaml could be any of 2 clusters: name it with --cluster'));
  });

  test('is said by --cluster', () => {
    const files = fleet(git('s3: {bucket: x}', 'a'), git('s3: {bucket: y}', 'b'));
    const { changes } = review(fileSide('dump.yaml', live(S3)), files, { clusters: ['b'] });
    expect(changes.map(({ cluster }) => cluster)).toEqual(['b']);
  });
});

test.each([
  ['a: [', 'cannot be read as YAML'],
  ['- 1', 'contains something that is not a Kubernetes object'],
  ['kind: X', 'apiVersion, kind and metadata.name are required'],
])('%j is refused', (text, message) => {
  expect(() => codes(text, git('s3: {}'))).toThrow(message);
});
