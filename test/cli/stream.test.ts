import { inOrder } from '../../src/cli/stream';
import { folderWith } from '../support/files';
import { runCli } from '../support/run-cli';

const object = (kind: string, wave?: number) => ({
  apiVersion: 'v1',
  kind,
  metadata: {
    name: 'x',
    ...(wave === undefined ? {} : { annotations: { 'argocd.argoproj.io/sync-wave': String(wave) } }),
  },
});
const kindsOf = (...objects: readonly ReturnType<typeof object>[]): readonly string[] =>
  inOrder(objects).map(({ kind }) => kind);

test('by wave as numbers; an object without one is in wave 0', () => {
  expect(kindsOf(object('Config', 10), object('A', -10), object('B'), object('C', -9), object('D', 2))).toEqual([
    'A',
    'C',
    'B',
    'D',
    'Config',
  ]);
});

test('within a wave: namespaces, permissions, what is read, what runs', () => {
  const kinds = ['Job', 'ConfigMap', 'RoleBinding', 'Config', 'Role', 'ServiceAccount', 'Namespace'];
  expect(kindsOf(...kinds.map(kind => object(kind)))).toEqual([
    ...['Namespace', 'ServiceAccount', 'Role', 'RoleBinding', 'ConfigMap', 'Config', 'Job'],
  ]);
});

const ONE = `clusters:
  - name: odf
    platform: aws
    openshift: "4.14"
    storage: {odf: {noobaa: {bucketName: images, endpoint: service, trustedCA: {serviceCA: true}}}}
    credentials: {bucketClaim: {job: {}}}
`;
const FLEET = `${ONE}  - {name: other, platform: gcp, openshift: "4.14"}\n`;

test('a real cluster: every namespace before what is in it, permissions before the Job, the Config after its claim', async () => {
  const { stdout } = await runCli(folderWith({ 'fleet.yaml': FLEET }), ['synth', '--stdout', '--cluster', 'odf']);
  const kinds = [...stdout.matchAll(/^kind: (\w+)$/gm)].map(([, kind]) => kind ?? '');
  const before = (one: string, other: string): void => {
    expect(kinds).toEqual(expect.arrayContaining([one, other]));
    expect(kinds.lastIndexOf(one)).toBeLessThan(kinds.indexOf(other));
  };
  expect(kinds[0]).toBe('Namespace');
  before('ServiceAccount', 'Job');
  before('RoleBinding', 'Job');
  before('ObjectBucketClaim', 'Config');
});

test('the namespace of the Jobs comes with the cluster, and nothing of Argo CD, whose rights have it else', async () => {
  const folder = folderWith({ 'fleet.yaml': `argocd: {repoURL: "https://git.example.com/a/b.git"}\n${ONE}` });
  const { stdout } = await runCli(folder, ['synth', '--stdout']);
  const kinds = [...stdout.matchAll(/^kind: (\w+)$/gm)].map(([, kind]) => kind ?? '');
  expect(kinds.filter(kind => kind === 'Namespace')).toHaveLength(1);
  expect(kinds[0]).toBe('Namespace');
  expect(kinds.at(-1)).toBe('Config');
});

test('two clusters in one stream are refused, unless all are wanted', async () => {
  const folder = folderWith({ 'fleet.yaml': FLEET });
  const { status, stdout, stderr } = await runCli(folder, ['synth', '--stdout']);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--stdout takes one cluster: --cluster NAME, or --all for 2 clusters in one stream');
  expect((await runCli(folder, ['synth', '--stdout', '--all'])).stdout.match(/^kind: Config$/gm)).toHaveLength(2);
});
