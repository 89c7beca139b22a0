// What is done with a fleet of one size, and what it is compared with.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { KIND_COUNT, oneChanged, splitFleet } from './fleet.mjs';
import { node, ours, run, scratch, stoppedAfter } from './measure.mjs';

/** Writes a fleet and returns its folder. */
export function writeFleet(name, files) {
  const folder = join(scratch, name);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The next run over a fleet is its first one. */
export function forget(folder) {
  for (const path of ['dist', 'fleet.lock.yaml', '../cache'])
    rmSync(join(folder, path), { recursive: true, force: true });
}

/** One cluster of each kind as objects, for those who begin with these, and the first line of our files. */
export function templates() {
  const folder = writeFleet('templates', splitFleet(KIND_COUNT));
  run(ours('synth', '-f', join(folder, 'fleet.yaml'), '-o', join(folder, 'dist')));
  const read = path => readFileSync(join(folder, 'dist/clusters', path), 'utf8');
  const names = readdirSync(join(folder, 'dist/clusters'));
  const clusters = names.map(name =>
    readdirSync(join(folder, 'dist/clusters', name)).map(path => ({ path, object: parse(read(`${name}/${path}`)) })),
  );
  const [first] = readdirSync(join(folder, 'dist/clusters', names[0]));
  const header = `${read(`${names[0]}/${first}`).split('\n', 1)[0]}\n`;
  const file = join(scratch, 'templates.json');
  writeFileSync(file, JSON.stringify({ header, clusters }));
  return { clusters, file };
}

/** Everything that is done with one fleet, by name; each is a function that does it once and returns what it cost. */
export function workloads(name, files, size, templateFile) {
  const folder = writeFleet(name, files);
  const at = path => join(folder, path);
  const [changedPath, changedText] = oneChanged(files);
  const from = (program, out) =>
    node(program, [], { BENCH_OUT: at(out), BENCH_SIZE: String(size), BENCH_TEMPLATES: templateFile });
  const fresh = (out, program) => {
    rmSync(at(out), { recursive: true, force: true });
    return run(program);
  };
  const synth = () => run(ours('synth', '-f', at('fleet.yaml'), '-o', at('dist')));
  return {
    floor: () => fresh('floor', from('floor.cjs', 'floor')),
    'synth, cold': () => {
      forget(folder);
      return synth();
    },
    'synth, nothing changed': synth,
    'synth, one cluster changed': () => {
      rmSync(at('before'), { recursive: true, force: true });
      copyAll(at('dist'), at('before'));
      writeFileSync(at(changedPath), changedText);
      const cost = synth();
      writeFileSync(at(changedPath), files.get(changedPath));
      return cost;
    },
    'review of that change': () => run(ours('review', at('before'), at('dist'))),
    check: () => run(ours('check', '-f', at('fleet.yaml'), '--format', 'json')),
    'one App, a Chart each': () => fresh('app', from('one-app.cjs', 'app')),
    /** The same, as long as it takes no more seconds of CPU than these. */
    oneAppWithin: seconds => fresh('app', stoppedAfter(seconds, from('one-app.cjs', 'app'))),
    files: () => Number(spawnSync('bash', ['-c', 'find "$0" -type f | wc -l', at('dist')]).stdout),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A copy: links would change what the file system says about ours. */
function copyAll(source, target) {
  if (spawnSync('cp', ['-a', source, target]).status !== 0) cpSync(source, target, { recursive: true });
}
