import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SynthCache } from '../../../src/cli/synth-cache/synth-cache';
import { both } from '../../support/cached-run';
import { folderWith } from '../../support/files';
import { selfSigned } from '../../support/self-signed';

const FLEET = `argocd: {repoURL: "https://git.example.com/fleet.git", path: dist}
defaults: {openshift: "4.16"}
profiles:
  pruning: {pruner: {schedule: "0 2 * * *"}}
  hosts: {routes: {custom: [{name: public, hostname: shared.example.com}]}}
  accepting: {accept: [{code: TRUSTED_CA_NOT_CA, reason: "a laboratory"}]}
clusterFiles: ["clusters/*.yaml"]
`;
const claim = (name: string, more = ''): string =>
  `name: ${name}
platform: baremetal
profiles: [pruning]
storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}
${more}`;
const store = (name: string, more = ''): string =>
  `name: ${name}
platform: none
profiles: [pruning]
storage: {s3: {bucket: ${name}, region: eu-west-1, regionEndpoint: "https://s3.example.com", trustedCA: {pemFile: ../ca.pem}}}
credentials: {existingSecret: {}}
${more}`;
const hub = (name: string, more = ''): string =>
  `name: ${name}
platform: vsphere
baseDomain: ${name}.example.com
profiles: [pruning]
storage: {odf: {noobaa: {bucketName: registry, trustedCA: {injectTrustedBundle: true}}}}
credentials: {bucketClaim: {acm: {placement: {clusterSets: [prod]}}}}
${more}`;
const several = (names: readonly string[], one: (name: string) => string): string =>
  names.map(name => one(name)).join('---\n');

/** Enough findings of a code before file s that those in s are counted, and not listed. */
const NOTED = several(['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7'], store);
const FILES = {
  'fleet.yaml': FLEET,
  'clusters/a.yaml': several(['a1', 'a2', 'a3'], claim),
  'clusters/b.yaml': claim('b1'),
  'clusters/h.yaml': several(['h1', 'h2'], hub),
  'clusters/n.yaml': NOTED,
  'clusters/s.yaml': several(['s1', 's2'], store),
  'ca.pem': selfSigned('one').certificate,
};
const OTHER_CA = selfSigned('two').certificate;
const EPOCH = { SOURCE_DATE_EPOCH: String(Date.UTC(2027, 2, 1, 12) / 1000) };

/** A fleet that was written, with a cache of its own. */
async function start(files: Readonly<Record<string, string>> = FILES) {
  const folder = folderWith(files);
  const env = { XDG_CACHE_HOME: folderWith(), ...EPOCH };
  const keepChange = jest.spyOn(SynthCache.prototype, 'keepChange');
  const at = (path: string): string => join(folder, path);
  const write = (path: string, text: string): void => writeFileSync(at(path), text);
  const edit = (path: string, from: string | RegExp, to: string): void => {
    const text = readFileSync(at(path), 'utf8');
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    write(path, edited);
  };
  /** Runs it as it is with and without the cache; whether only the changed clusters were looked at. */
  const run = async (more: Readonly<Record<string, string>> = {}, args: readonly string[] = []) => {
    keepChange.mockClear();
    const { isHit, cached, plain } = await both(folder, ['synth', ...args], { ...env, ...more });
    expect(cached).toEqual(plain);
    return { isHit, isLone: keepChange.mock.calls.length > 0, ...cached };
  };
  expect(await run()).toMatchObject({ status: 0 });
  return { at, edit, write, run };
}
type Started = Awaited<ReturnType<typeof start>>;

const PRUNING = 'profiles: [pruning]\n';
const DEBUG = `registry: {logLevel: Debug}\n${PRUNING}`;

test.each<[string, (started: Started) => unknown]>([
  ['a setting of a cluster', ({ edit }) => edit('clusters/a.yaml', PRUNING, DEBUG)],
  ['the same in another place', ({ edit }) => edit('clusters/b.yaml', PRUNING, DEBUG)],
  ['a file has a comment at its beginning', ({ edit }) => edit('clusters/a.yaml', /^/, '# x\n')],
  ['a file has a comment at its end', ({ at }) => appendFileSync(at('clusters/a.yaml'), '# x\n')],
  [
    'two files',
    ({ edit }) => {
      edit('clusters/a.yaml', PRUNING, DEBUG);
      edit('clusters/s.yaml', PRUNING, DEBUG);
    },
  ],
  ['a cluster with findings that are not listed', ({ edit }) => edit('clusters/s.yaml', /^/, '# x\n# y\n')],
])('looks at nothing else after a change of %s', async (_, change) => {
  const started = await start();
  change(started);
  expect(await started.run()).toMatchObject({ isHit: false, isLone: true, status: 0 });
  expect(await started.run()).toMatchObject({ isHit: true, isLone: false });
  started.edit('clusters/a.yaml', /^/, '# z\n');
  expect(await started.run()).toMatchObject({ isLone: true });
});

test.each<[string, (started: Started) => unknown]>([
  [
    'an object that Argo CD must be allowed',
    ({ edit }) =>
      edit(
        'clusters/a.yaml',
        PRUNING,
        `routes: {default: true}\nimage: {registrySources: {allowedRegistries: [quay.io, registry.redhat.io, "image-registry.openshift-image-registry.svc:5000"]}}\n${PRUNING}`,
      ),
  ],
  ['the size of a claim', ({ edit }) => edit('clusters/a.yaml', 'files}', 'files, size: 200Gi}')],
  ['a host', ({ edit }) => edit('clusters/a.yaml', PRUNING, 'profiles: [pruning, hosts]\n')],
  ['a domain', ({ edit }) => edit('clusters/a.yaml', PRUNING, `baseDomain: h1.example.com\n${PRUNING}`)],
  ['a name', ({ edit }) => edit('clusters/a.yaml', 'a2', 'a4')],
  ['a cluster more', ({ at }) => appendFileSync(at('clusters/a.yaml'), `---\n${claim('a4')}`)],
  ['the order of clusters', ({ write }) => write('clusters/a.yaml', several(['a2', 'a1', 'a3'], claim))],
  ['what it accepts', ({ edit }) => edit('clusters/a.yaml', PRUNING, `accept: []\n${PRUNING}`)],
  ['findings', ({ edit }) => edit('clusters/a.yaml', PRUNING, `registry: {replicas: 50}\n${PRUNING}`)],
  ['the lines of findings that are listed', ({ edit }) => edit('clusters/n.yaml', /^/, '# x\n')],
  [
    'a label on the policy of several clusters',
    ({ edit }) => edit('clusters/h.yaml', PRUNING, `metadata: {labels: {team: x}}\n${PRUNING}`),
  ],
  ['an error', ({ edit }) => edit('clusters/a.yaml', 'Many', 'Few')],
  ['a file that cannot be read as YAML', ({ edit }) => edit('clusters/a.yaml', 'name', '{ name')],
  ['a certificate that clusters read', ({ write }) => write('ca.pem', OTHER_CA)],
  ['the fleet file', ({ edit }) => edit('fleet.yaml', /^/, '# x\n')],
  ['the lock', ({ at }) => appendFileSync(at('fleet.lock.yaml'), '# x\n')],
  ['a file more', ({ write }) => write('clusters/z.yaml', claim('z1'))],
  [
    'the output',
    ({ at, edit }) => {
      edit('clusters/a.yaml', PRUNING, DEBUG);
      writeFileSync(at('dist/clusters/b1/Config_cluster.yaml'), '# Made by cdk8s-openshift-registry: x\n');
    },
  ],
])('is a run like any other after a change of %s', async (_, change) => {
  const started = await start();
  change(started);
  expect(await started.run()).toMatchObject({ isHit: false, isLone: false });
});

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['another severity', {}, ['--severity', 'error']],
  ['another day', { SOURCE_DATE_EPOCH: String(Date.UTC(2027, 2, 2, 1) / 1000) }, []],
])('is a run like any other with %s', async (_, env, args) => {
  const { edit, run } = await start();
  edit('clusters/a.yaml', PRUNING, DEBUG);
  expect(await run(env, args)).toMatchObject({ isHit: false, isLone: false });
});

test('clusters in which something was found by comparing them are compared again', async () => {
  const shared = (name: string): string => claim(name, 'baseDomain: shared.example.com\n');
  const { edit, run } = await start({
    ...FILES,
    'clusters/0.yaml': shared('first'),
    'clusters/a.yaml': several(['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'], shared),
    'clusters/b.yaml': shared('b1'),
  });
  // What is found is at all but the first; that of b is not listed.
  edit('clusters/b.yaml', PRUNING, DEBUG);
  expect(await run()).toMatchObject({ isLone: false, stderr: expect.stringContaining('DOMAIN_SHARED') as string });
  edit('clusters/0.yaml', PRUNING, DEBUG);
  expect(await run()).toMatchObject({ isLone: true, stderr: expect.stringContaining('DOMAIN_SHARED') as string });
});

test('a file with clusters that another cluster reads decides of both', async () => {
  // A certificate in the text of a cluster, each line of it at the beginning of one.
  const accept = 'accept: [{code: SECRET_SUSPECTED, reason: "it is public"}]';
  const noted = `{name: a2, platform: rosa, ${accept}, metadata: {annotations: {note: "\n${FILES['ca.pem']}"}}}\n`;
  const { edit, run } = await start({
    ...FILES,
    'clusters/a.yaml': `${claim('a1')}---\n${noted}`,
    'clusters/s.yaml': store('s1').replace('../ca.pem', 'a.yaml'),
  });
  edit('clusters/a.yaml', PRUNING, DEBUG);
  expect(await run()).toMatchObject({ isLone: false, status: 0 });
  edit('clusters/b.yaml', PRUNING, DEBUG);
  expect(await run()).toMatchObject({ isLone: false, status: 0 });
});
