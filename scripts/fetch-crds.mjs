// Downloads the real CRDs that "npm run conformance" compares with: "npm run crds:fetch", "npm run crds:fetch -- --help".
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

const scripts = dirname(fileURLToPath(import.meta.url));
const BASE = 'https://github.com';
const FOLDER = '.reference-crds';

const HELP = `npm run crds:fetch [-- --base URL] [--to FOLDER] [--table FILE]

Downloads the files of scripts/reference-crds.yaml, and checks each against its sha256.
The folder is replaced when all of them are there; files that it has already are not downloaded again.

  --base URL    where the repositories are: a file is URL/REPOSITORY/raw/COMMIT/PATH (default ${BASE})
  --to FOLDER   where the files go (default ${FOLDER}, which "npm run conformance" reads)
  --table FILE  other files (default scripts/reference-crds.yaml)

The download is tested with a server on this machine. From ${BASE} it is untested.`;

const ATTEMPTS = 4;
const AT_ONCE = 4;
const TIMEOUT_MS = 60_000;
/** Doubles with each attempt. */
const PAUSE_MS = Number(process.env.CRDS_FETCH_PAUSE_MS ?? 500);

/** Something to tell the user, instead of a stack trace. */
class Failure extends Error {}
/** A failure that may be over at the next attempt. */
class Passing extends Failure {}

/** @returns the reason why the server was not reached, such as ENOTFOUND */
const reasonOf = error => error.cause?.code ?? error.cause?.message ?? error.message;

async function download(url) {
  let response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.ok) return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    throw new Passing(`cannot download ${url}: ${reasonOf(error)}
  why: this needs a network that reaches ${new URL(url).origin}; Node uses a proxy only with NODE_USE_ENV_PROXY=1 (Node 24)
  fix: npm run crds:fetch -- --base URL, with a mirror, or set REFERENCE_CRDS to a folder that holds the CRDs`);
  }
  const Kind = response.status >= 500 || response.status === 429 ? Passing : Failure;
  throw new Kind(`cannot download ${url}: the server answers ${response.status}`);
}

async function withRetries(action) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof Passing) || attempt === ATTEMPTS) throw error;
      await sleep(PAUSE_MS * 2 ** (attempt - 1));
    }
  }
}

const sha256 = content => createHash('sha256').update(content).digest('hex');

/** The content of a file that is as the table has it; undefined where it is not there, or is another. */
function valid(file, expected) {
  if (!existsSync(file)) return undefined;
  const content = readFileSync(file);
  return sha256(content) === expected ? content : undefined;
}

/** Fetches one file, unless it is there from before; true if it was downloaded. */
async function place({ url, file, expected }, { before, aside }) {
  const target = join(aside, file);
  if (valid(target, expected)) return false;
  const known = valid(join(before, file), expected);
  const content = known ?? (await withRetries(() => download(url)));
  const actual = sha256(content);
  if (actual !== expected)
    throw new Failure(`${url} is not the file it was: its sha256 is ${actual}
  why: the comparison would be with other CRDs than those of the commit
  fix: look at the file; if it is right, write its sha256 into the table instead of ${expected}`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(`${target}.part`, content);
  renameSync(`${target}.part`, target);
  return known === undefined;
}

/** The folder is replaced as a whole, so it must be one of ours. */
function refuseOthers(folder, files) {
  if (!existsSync(folder)) return;
  const ours = new Set(files.map(({ file }) => file.split('/')[0]));
  const foreign = readdirSync(folder).find(name => !ours.has(name));
  if (foreign === undefined) return;
  throw new Failure(`${folder} holds ${foreign}, which is not of this command
  why: the folder is replaced, with everything in it
  fix: npm run crds:fetch -- --to another folder`);
}

/** Removes what an interrupted download has left and the table does not have. */
function removeOthers(folder, files) {
  if (!existsSync(folder)) return;
  const ours = new Set(files.map(({ file }) => file));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (!entry.isDirectory() && !ours.has(relative(folder, path).split(sep).join('/'))) rmSync(path);
  }
}

/** Runs through the list, a few at a time; the first failure ends it. */
async function eachOf(list, action) {
  const left = [...list];
  let failed = false;
  const worker = async () => {
    while (!failed && left.length > 0) {
      await action(left.shift()).catch(error => {
        failed = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function main() {
  const { values } = parseArgs({
    options: {
      base: { type: 'string', default: BASE },
      to: { type: 'string', default: join(scripts, '..', FOLDER) },
      table: { type: 'string', default: join(scripts, 'reference-crds.yaml') },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(HELP);
  const base = values.base.replace(/\/+$/, '');
  if (!URL.canParse(base)) throw new Failure(`--base ${values.base} is not a URL`);
  const { sources, derived = [] } = parse(readFileSync(values.table, 'utf8'));
  const files = sources.flatMap(({ repository, commit, files: listed }) =>
    listed.map(({ file, path, sha256: expected }) => ({
      url: `${base}/${repository}/raw/${commit}/${path}`,
      file,
      expected,
    })),
  );

  const to = resolve(values.to);
  const aside = `${to}.next`;
  refuseOthers(to, files);
  removeOthers(aside, files);
  let downloaded = 0;
  await eachOf(files, async file => {
    if (await place(file, { before: to, aside })) downloaded += 1;
  });
  rmSync(`${to}.last`, { recursive: true, force: true });
  if (existsSync(to)) renameSync(to, `${to}.last`);
  renameSync(aside, to);
  rmSync(`${to}.last`, { recursive: true, force: true });
  console.log(`${files.length} CRDs in ${to}, ${downloaded} of them downloaded now`);
  for (const { kind } of derived)
    console.log(`not there: ${kind}, which no repository has as a file; conformance skips it`);
}

main().catch(error => {
  const told = error instanceof Failure || error.code?.startsWith('ERR_PARSE_ARGS') || error.syscall !== undefined;
  console.error(`error: ${told ? error.message : error.stack}`);
  process.exitCode = told && error.code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1;
});
