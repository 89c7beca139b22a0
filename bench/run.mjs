// Measures everything side by side and writes RESULTS.md beside it. `npm run bench -- 1000` stops at 1,000 clusters and prints
// only.
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KIND_COUNT, oneFile, splitFleet } from './fleet.mjs';
import { inTurn, node, ours, run } from './measure.mjs';
import { peers } from './peers.mjs';
import { number, sizeTable, startTable, targetTable } from './tables.mjs';
import { forget, templates, workloads, writeFleet } from './workload.mjs';

const SIZES = [1, 100, 1_000, 10_000];
const args = process.argv.slice(2);
const largest = Number(args.find(word => /^\d+$/.test(word)) ?? SIZES.at(-1));
const sizes = SIZES.filter(size => size <= largest);

/** One run may take a fifth more than the next one of the same program; short ones are cheap to repeat. */
const roundsOf = size => (size <= 1 ? 9 : 5);

function starts() {
  const folder = writeFleet('start', splitFleet(1));
  const fleet = join(folder, 'fleet.yaml');
  const programs = {
    'node -e 0': node('empty.cjs'),
    'node that loads cdk8s and cdk8s-plus-28': node('hello.cjs'),

    'registry-gitops --version': ours('--version'),
    'registry-gitops --help': ours('--help'),
    'registry-gitops explain CODE': ours('explain', 'PVC_RWO_REPLICAS'),
    'registry-gitops check, one cluster': ours('check', '-f', fleet),
    'registry-gitops synth, one cluster': ours('synth', '-f', fleet, '-o', join(folder, 'dist')),
  };
  const costs = inTurn(
    Object.values(programs).map(program => () => {
      forget(folder);
      return run(program);
    }),
    15,
  );
  return new Map(Object.keys(programs).map((name, index) => [name, costs[index]]));
}

const ONE_APP = 'one App, a Chart each';

/** How many times our CPU one App is given for the largest fleet: all of it takes it half an hour. */
const ENOUGH = 42;

function measureFleet(layout, files, size, template) {
  const { files: count, remove, oneAppWithin, ...works } = workloads(`${layout}-${size}`, files, size, template);
  // One App knows nothing of the fleet's files.
  const names = Object.keys(works).filter(name => name !== ONE_APP || (layout !== 'one file' && size <= 1_000));
  const measured = inTurn(
    names.map(name => works[name]),
    roundsOf(size),
  );
  const costs = new Map(names.map((name, index) => [name, measured[index]]));
  if (layout !== 'one file' && size > 1_000) {
    say('one App');
    costs.set(ONE_APP, oneAppWithin(ENOUGH * costs.get('synth, cold').cpu));
  }
  const written = count();
  remove();
  return { layout, size, written, costs };
}

const started = performance.now();
const say = text => console.error(`${number((performance.now() - started) / 1000, 0)} s: ${text}`);
say('starts');
const startCosts = starts();
const { clusters, file } = templates();
say('peers');
const others = peers(clusters);
const fleets = [];
for (const size of sizes) {
  say(`${size} clusters in files of 100`);
  fleets.push(measureFleet('files of 100', splitFleet(size), size, file));
}
for (const size of sizes.filter(size => size >= 1_000)) {
  say(`${size} clusters in one file`);
  fleets.push(measureFleet('one file', oneFile(size), size, file));
}
const certificates = process.env.NODE_EXTRA_CA_CERTS ? ' that reads NODE_EXTRA_CA_CERTS at each start' : '';
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}${certificates}`;
const text = `# Measured

By \`npm run bench\`, in one run: ${machine}. Seconds depend on the machine and on what else it does, ratios hardly.
CPU is that of the whole process and of those that it starts, from start to end. All runs of one fleet were repeated by turns,
and the median is given. The fleet is a mix of ${KIND_COUNT} kinds of clusters, one for each platform, of 6 to 14 objects. The
floor emits the same objects from plain data, as many files, and writes them. Each cluster is a process of its own for kustomize
and Helm, measured once for each kind. With 10,000 clusters one App was stopped where it had taken ${ENOUGH} times as much CPU as
our cold run: then the number is one that it exceeds.

${startTable(startCosts)}
${sizeTable(fleets, others)}
${targetTable(startCosts, fleets, others)}`;
console.log(text);
if (largest >= SIZES.at(-1)) writeFileSync(join(dirname(fileURLToPath(import.meta.url)), 'RESULTS.md'), text);
say('done');
