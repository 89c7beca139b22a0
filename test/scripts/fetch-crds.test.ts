import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { OPENSHIFT_VERSIONS } from '../../src/facts/versions';
import { folderWith } from '../support/files';
import { contentOf } from '../support/program';

const ROOT = join(__dirname, '..', '..');
const SHARED = join(ROOT, '..', 'shared', 'crds');

interface Table {
  readonly sources: readonly {
    readonly repository: string;
    readonly ref: string;
    readonly commit: string;
    readonly files: readonly { readonly file: string; readonly path: string; readonly sha256: string }[];
  }[];
  readonly derived?: readonly { readonly file: string; readonly kind: string }[];
}

const TABLE = parse(readFileSync(join(ROOT, 'scripts', 'reference-crds.yaml'), 'utf8')) as Table;

/** The address of each file of a table, as a server sees it. */
const addresses = ({ sources }: Table): ReadonlyMap<string, string> =>
  new Map(
    sources.flatMap(({ repository, commit, files }) =>
      files.map(({ file, path }) => [`/${repository}/raw/${commit}/${path}`, file] as const),
    ),
  );

type Answer = (path: string, attempt: number) => { readonly status: number; readonly body?: string | Buffer };

let server: Server;
let base = '';
let asked: string[] = [];
let answer: Answer = () => ({ status: 404 });

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const { status, body } = answer(path, asked.filter(other => other === path).length);
    response.writeHead(status).end(body);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise(resolve => server.close(resolve)));
beforeEach(() => {
  asked = [];
});

/** Runs the command; the server is in this process, so it must not wait. */
const run = (...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'fetch-crds.mjs'), ...args], {
      env: { PATH: process.env.PATH, CRDS_FETCH_PAUSE_MS: '1' },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', chunk => {
      stdout += chunk;
    });
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.on('close', status => resolve({ status, stdout, stderr }));
  });

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

const FILES: Readonly<Record<string, string>> = {
  'one/a.yaml': 'kind: A\n',
  'one/b.yaml': 'kind: B\n',
  'two/c.yaml': 'kind: C\n',
};
const SMALL: Table = {
  sources: [
    {
      repository: 'acme/api',
      ref: 'v1',
      commit: '0123456789ab',
      files: Object.entries(FILES).map(([file, text]) => ({ file, path: `crds/${file}`, sha256: sha256(text) })),
    },
  ],
  derived: [{ file: 'two/d.yaml', kind: 'acme.com/Derived' }],
};
const serve: Answer = path => {
  const file = addresses(SMALL).get(path);
  return file === undefined ? { status: 404 } : { status: 200, body: FILES[file] ?? '' };
};

/** A folder with a table in it, and the arguments that name both. */
function small(files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ ...files, 'table.yaml': stringify(SMALL) });
  const to = join(folder, 'crds');
  return { folder, to, args: ['--base', `${base}/`, '--to', to, '--table', join(folder, 'table.yaml')] };
}

test('every file is fetched from its repository and commit, and what cannot be fetched is named', async () => {
  answer = serve;
  const { to, args, folder } = small();
  const { status, stdout, stderr } = await run(...args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('3 CRDs');
  expect(stdout).toContain('not there: acme.com/Derived');
  expect(contentOf(to)).toEqual(FILES);
  expect(asked.sort()).toEqual([...addresses(SMALL).keys()]);
  expect(readdirSync(folder).sort()).toEqual(['crds', 'table.yaml']);
});

test('what is there already is not fetched again; what has another sha256 is, and what is not in the table goes', async () => {
  answer = serve;
  const { to, args } = small({
    'crds/one/a.yaml': FILES['one/a.yaml'] ?? '',
    'crds/one/b.yaml': 'old',
    'crds/one/x.yaml': '',
    'crds.next/one/y.yaml': 'of an interrupted download, with another table',
  });
  expect((await run(...args)).stdout).toContain('2 of them downloaded now');
  expect(asked.map(path => addresses(SMALL).get(path)).sort()).toEqual(['one/b.yaml', 'two/c.yaml']);
  expect(contentOf(to)).toEqual(FILES);
});

test.each([500, 503, 429])('after a %i it is tried again', async failing => {
  answer = (path, attempt) => (attempt < 3 ? { status: failing } : serve(path, attempt));
  const { to, args } = small();
  expect((await run(...args)).status).toBe(0);
  expect(asked).toHaveLength(9);
  expect(contentOf(to)).toEqual(FILES);
});

test('a server that never answers well ends it', async () => {
  answer = () => ({ status: 500 });
  const { to, args } = small();
  const { status, stderr } = await run(...args);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^error: cannot download http.*: the server answers 500\n$/);
  expect(existsSync(to)).toBe(false);
});

test('a file that is not there is not asked for twice', async () => {
  answer = path => (path.endsWith('b.yaml') ? { status: 404 } : serve(path, 1));
  const { args } = small();
  expect((await run(...args)).stderr).toContain('b.yaml: the server answers 404');
  expect(asked.filter(path => path.endsWith('b.yaml'))).toHaveLength(1);
});

test('another content than at the commit is refused, and the old folder stays as it is', async () => {
  answer = path => (path.endsWith('c.yaml') ? { status: 200, body: 'kind: Other\n' } : serve(path, 1));
  const old = { 'one/a.yaml': 'old\n' };
  const { to, args } = small({ 'crds/one/a.yaml': 'old\n' });
  const { status, stderr } = await run(...args);
  expect(status).toBe(1);
  expect(stderr).toContain(`two/c.yaml is not the file it was: its sha256 is ${sha256('kind: Other\n')}`);
  expect(contentOf(to)).toEqual(old);

  answer = serve;
  asked = [];
  expect((await run(...args)).status).toBe(0);
  expect(contentOf(to)).toEqual(FILES);
  expect(asked).toHaveLength(1);
});

test('without a network it says so, and what to do', async () => {
  const { to, args } = small();
  const { status, stderr } = await run(...args, '--base', 'http://127.0.0.1:9');
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /cannot download http:\/\/127.0.0.1:9\/.*\n {2}why: .*network.*\n {2}fix: .*--base URL.*REFERENCE_CRDS/,
  );
  expect(existsSync(to)).toBe(false);
});

test('a folder with other things in it is not replaced', async () => {
  answer = serve;
  const { to, args } = small({ 'crds/notes.txt': 'mine' });
  expect((await run(...args)).stderr).toContain('holds notes.txt');
  expect(asked).toEqual([]);
  expect(contentOf(to)).toEqual({ 'notes.txt': 'mine' });
});

test('the help says that the download itself is untested; a wrong option is exit 2', async () => {
  const { status, stdout } = await run('--help');
  expect(status).toBe(0);
  expect(stdout).toContain('From https://github.com it is untested.');
  expect((await run('--bass', base)).status).toBe(2);
});

describe('the table', () => {
  const files = TABLE.sources.flatMap(source => source.files);

  test('pins everything, and names each file once', () => {
    expect(TABLE.sources.filter(({ commit }) => !/^[0-9a-f]{12,40}$/.test(commit))).toEqual([]);
    expect(files.filter(({ sha256: sum }) => !/^[0-9a-f]{64}$/.test(sum))).toEqual([]);
    expect(new Set(files.map(({ file }) => file)).size).toBe(files.length);
  });

  test.each(OPENSHIFT_VERSIONS)('has the CRDs of OpenShift %s', version => {
    const kinds = files.filter(({ file }) => dirname(file) === `openshift-${version}`);
    expect(kinds.length).toBeGreaterThanOrEqual(version === '4.3' ? 2 : 3);
  });

  const shared = existsSync(SHARED);
  if (!shared) process.stderr.write('skipped: the whole download, for ../shared/crds does not exist\n');
  (shared ? test : test.skip)('gives the folder that conformance reads, byte for byte', async () => {
    const known = addresses(TABLE);
    answer = path => {
      const file = known.get(path);
      return file === undefined ? { status: 404 } : { status: 200, body: readFileSync(join(SHARED, file)) };
    };
    const to = join(folderWith(), 'crds');
    const { status, stderr } = await run('--base', base, '--to', to);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const read = Object.entries(contentOf(SHARED)).filter(([file]) => /^[^/]+\/[^/]+\.yaml$/.test(file));
    const derived = TABLE.derived?.map(({ file }) => file) ?? [];
    expect(derived.filter(file => !read.some(([name]) => name === file))).toEqual([]);
    expect(contentOf(to)).toEqual(Object.fromEntries(read.filter(([file]) => !derived.includes(file))));
  });
});
