// Measures whole processes side by side and prints ratios against a floor of the same run. Seconds depend on the machine,
// ratios hardly. `npm run bench -- 1000` stops at 1,000 clusters.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { fleetFiles } from './fleet.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, '../lib/src/main.js');
const cli = join(here, '../lib/src/cli/bin.js');
const largest = Number(process.argv[2] ?? 10_000);
// A file system in memory, where there is one: what a disk costs is the same for all, and hides the rest.
const scratch = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bench-'));
/** On a machine with much memory Node collects late: this shows what a program needs, not what it is let to take. */
const HEAP = '--max-old-space-size=1024';
const RUNS = 3;
/** A start is short: noise is a larger part of it. */
const STARTS = 15;

const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

/** Median CPU seconds and peak MiB of a program over a few runs. */
function measure(program, args, env, runs = RUNS) {
  const report = join(scratch, 'report.json');
  const costs = Array.from({ length: runs }, () => {
    rmSync(join(scratch, 'out'), { recursive: true, force: true });
    const options = {
      env: { ...process.env, BENCH_REPORT: report, CDK8S_OUTDIR: join(scratch, 'out'), ...env },
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    };
    const { status, stderr } = spawnSync(
      process.execPath,
      [HEAP, '--require', join(here, 'report.cjs'), program, ...args],
      options,
    );
    if (status !== 0) throw new Error(`${program} failed: ${stderr.slice(0, 2000)}`);
    return JSON.parse(readFileSync(report, 'utf8'));
  });
  const median = key => costs.map(cost => cost[key]).sort((a, b) => a - b)[Math.floor(runs / 2)];
  return { cpu: median('cpuSeconds'), mib: median('peakMiB') };
}

function writeFleet(size) {
  const folder = join(scratch, `fleet-${size}`);
  for (const [path, text] of fleetFiles(size)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The objects of four clusters, one of each kind, for the floor. */
function templates() {
  const folder = writeFleet(4);
  measure(main, [], { REGISTRY_FLEET: join(folder, 'fleet.yaml') });
  const clusters = join(scratch, 'out/clusters');
  const objects = readdirSync(clusters).map(name =>
    readdirSync(join(clusters, name)).map(path => ({
      path,
      object: parse(readFileSync(join(clusters, name, path), 'utf8')),
    })),
  );
  const file = join(scratch, 'templates.json');
  writeFileSync(file, JSON.stringify(objects));
  return file;
}

function compare(name, ours, other, otherName) {
  row(
    name,
    ours.cpu.toFixed(2),
    ours.mib.toFixed(0),
    otherName,
    other.cpu.toFixed(2),
    other.mib.toFixed(0),
    (ours.cpu / other.cpu).toFixed(2),
  );
}

try {
  row('what', 'cpu s', 'peak MiB', 'against', 'its cpu s', 'its MiB', 'cpu ratio');
  row('---', '---', '---', '---', '---', '---', '---');
  const fleet = { REGISTRY_FLEET: join(writeFleet(1), 'fleet.yaml') };
  const hello = measure(join(here, 'hello.cjs'), [], {}, STARTS);
  compare('one cluster', measure(main, [], fleet, STARTS), hello, 'hello app');
  const BENCH_TEMPLATES = templates();
  let smaller;
  for (const size of [1_000, 10_000].filter(number => number <= largest)) {
    const folder = writeFleet(size);
    const env = { REGISTRY_FLEET: join(folder, 'fleet.yaml') };
    const synth = measure(main, [], env);
    compare(
      `${size} clusters`,
      synth,
      measure(join(here, 'floor.cjs'), [], { BENCH_SIZE: String(size), BENCH_TEMPLATES }),
      'floor',
    );
    compare(`${size} clusters, check`, measure(cli, ['check', '--format', 'json'], env), synth, 'synth');
    if (smaller) compare(`${size} clusters`, synth, smaller, 'a tenth of them');
    smaller = synth;
    if (size === 1_000) {
      compare(
        `${size} clusters`,
        synth,
        measure(join(here, 'one-app.cjs'), [], { BENCH_FLEET: folder }),
        'one App, a Chart each',
      );
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
