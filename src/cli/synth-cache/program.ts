/** The program itself, as far as it decides what a run gives. */

import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from '../own-package';
import { textDigest } from './store';

/** Packages that a build which is not a bundle reads. */
const PEERS = ['cdk8s', 'cdk8s-plus-28', 'constructs', 'yaml'];

/** Folders beside the compiled modules that they read. */
const BESIDE = ['imports', 'schema'];

/** What a program is made of: declarations and maps of the sources do nothing. */
const isProgram = (name: string): boolean => !/\.(?:d\.ts|map)$/.test(name);

/** What a bundle reads beside its own parts: data and scripts, no modules. */
const isBesideBundle = (name: string): boolean => isProgram(name) && !name.endsWith('.js');

/**
 * Names this program: its files, those it uses, and Node.
 *
 * @throws Error where it was taken out of its package.
 */
export function programState(): string {
  const own = join(__dirname, '..', '..');
  const read = [own, ...BESIDE.map(name => join(own, '..', name))].filter(folder => existsSync(folder));
  // A bundle has the paths of modules, but not their files.
  const bundle = dirname(__filename);
  const states =
    bundle === __dirname
      ? read.flatMap(folder => statesBelow(folder, isProgram))
      : [...statesBelow(bundle, isProgram), ...read.flatMap(folder => statesBelow(folder, isBesideBundle))];
  const packages = ['package.json', ...PEERS.map(name => join('node_modules', name, 'package.json'))];
  const root = packageFolder();
  const nearest = packages.map(path => nearestState(root, path));
  return [process.version, process.arch, textDigest(states.join('\n')), ...nearest].join('\n');
}

/** The files of a program below a folder, with their sizes and times. */
function statesBelow(folder: string, isMeant: (name: string) => boolean): readonly string[] {
  const names = readdirSync(folder).filter(isMeant).sort();
  return names.flatMap(name => {
    const path = `${folder}/${name}`;
    const state = lstatSync(path);
    if (state.isDirectory()) return statesBelow(path, isMeant);
    return [[path, state.size, state.mtimeMs, state.ctimeMs, state.ino].join(' ')];
  });
}

/** The file in this folder or the nearest one above. */
function nearestState(folder: string, path: string): string {
  const state = lstatSync(join(folder, path), { bigint: true, throwIfNoEntry: false });
  if (state !== undefined) return [path, state.size, state.mtimeNs, state.ino].join(' ');
  return dirname(folder) === folder ? `no ${path}` : nearestState(dirname(folder), path);
}
