// Kills synth at random moments over an existing output of 1,000 clusters, and looks at what is left: the output is the old one
// or the new one, or, between the two renames of the swap or while files are exchanged, nothing with the old one beside it; the
// lock is never ahead of it; and the next run repairs it. `node bench/kills.mjs 200 1000`: how many kills, and clusters.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { splitFleet } from './fleet.mjs';
import { scratch } from './measure.mjs';

const [kills = 200, size = 1_000] = process.argv.slice(2).map(Number);
const bin = join(dirname(fileURLToPath(import.meta.url)), '../lib/bundle/bin.js');
const folder = join(scratch, 'kills');
const at = (...path) => join(folder, ...path);

/** A fleet of a step: each has one cluster more, and every other one a new label that is in every file. */
function write(step) {
  for (const [path, text] of splitFleet(size + step)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(
      at(path),
      text.replace(/^defaults: \{/, `defaults: {metadata: {labels: {step: "${Math.floor(step / 2)}"}}, `),
    );
  }
}

/** Runs synth, and kills it after some seconds where they are given; whether it came to its end, and how long it took. */
function synth(out, seconds) {
  return new Promise(done => {
    const started = performance.now();
    const child = spawn(process.execPath, [bin, 'synth', '-f', at('fleet.yaml'), '-o', out], { stdio: 'ignore' });
    const timer = seconds === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.on('exit', status => {
      clearTimeout(timer);
      done({ status, seconds: (performance.now() - started) / 1000 });
    });
  });
}

/** A digest of every path and every byte below a folder; nothing where there is none. */
function digestOf(root) {
  if (!existsSync(root)) return undefined;
  const hash = createHash('sha256');
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  for (const path of files.map(entry => join(entry.parentPath ?? entry.path, entry.name)).sort()) {
    hash.update(`${path.slice(root.length)}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** What the output and the lock of a fleet are, by a run that nobody disturbs. */
async function whole() {
  const lock = existsSync(at('fleet.lock.yaml')) ? readFileSync(at('fleet.lock.yaml')) : undefined;
  const { status } = await synth(at('reference', 'dist'));
  if (status !== 0) throw new Error(`an undisturbed run ends with status ${status}`);
  const state = { output: digestOf(at('reference', 'dist')), lock: readFileSync(at('fleet.lock.yaml'), 'utf8') };
  if (lock === undefined) rmSync(at('fleet.lock.yaml'));
  else writeFileSync(at('fleet.lock.yaml'), lock);
  rmSync(at('reference'), { recursive: true });
  return state;
}

const isOurs = name => name.startsWith('.dist-');
const counts = { old: 0, new: 0, between: 0, finished: 0 };
const wrong = [];
let step = 0;
write(step);
let present = await whole();
let { seconds: longest } = await synth(at('dist'));
write(step + 1);
let next = await whole();
for (let kill = 1; kill <= kills; kill += 1) {
  const { status, seconds } = await synth(at('dist'), Math.random() * longest * 1.1);
  // The machine may have more or less to do than before.
  if (status !== null) longest = seconds;
  const output = digestOf(at('dist'));
  const lock = readFileSync(at('fleet.lock.yaml'), 'utf8');
  const state = output === present.output ? 'old' : output === next.output ? 'new' : 'mixed';
  const between = output === undefined && readdirSync(folder).some(name => /^\.dist-(last|open)-/.test(name));
  const found = between ? 'between' : status === null ? state : 'finished';
  counts[found] = (counts[found] ?? 0) + 1;
  if (state === 'mixed' && !between) wrong.push(`kill ${kill}: the output is neither old nor new`);
  if (lock !== present.lock && lock !== next.lock) wrong.push(`kill ${kill}: the lock is neither old nor new`);
  if (lock === next.lock && state !== 'new') wrong.push(`kill ${kill}: the lock is ahead of the output`);
  if (state === 'new') {
    // The next run tidies up, and finds nothing else to do.
    const { status: ended } = await synth(at('dist'));
    const left = readdirSync(folder).filter(isOurs);
    if (ended !== 0 || digestOf(at('dist')) !== next.output || left.length > 0) {
      wrong.push(`kill ${kill}: the next run leaves ${left.join(', ') || 'another output'}`);
    }
    step += 1;
    present = next;
    write(step + 1);
    next = await whole();
  }
  if (kill % 20 === 0) console.error(`${kill} kills: ${JSON.stringify(counts)}`);
}
console.log(`${kills} kills over ${size} clusters: ${JSON.stringify(counts)}`);
for (const line of wrong) console.log(line);
process.exitCode = wrong.length === 0 ? 0 : 1;
