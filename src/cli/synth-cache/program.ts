/** The program itself, as far as it decides what a run gives. */

import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolder } from '../own-package';
import { textDigest } from './store';

/** Packages that a build which is not a bundle reads. */
const PEERS = ['cdk8s', 'cdk8s-plus-28', 'constructs', 'yaml'];

/** Folders beside the compiled modules that they read. */
const BESIDE = ['bundle', 'imports', 'schema'];

/** What a program is made of: declarations and maps of the sources do nothing. */
const isProgram = (name: string): boolean => !/\.(?:d\.ts|map)$/.test(name);

/**
 * Names this program: its files, those it uses, and Node.
 *
 * @throws Error where it was taken out of its package.
 */
export function programState(): string {
  const own = join(__dirname, '..', '..');
  const parts = [own, ...BESIDE.map(name => join(own, '..', name))].filter(folder => existsSync(folder));
  const states = parts.map(folder => stateBelow(folder));
  const packages = ['package.json', ...PEERS.map(name => join('node_modules', name, 'package.json'))];
  const root = packageFolder();
  return [process.version, process.arch, ...states, ...packages.map(path => stateOf(root, path))].join('\n');
}

/** A digest of the files of a program below a folder, with their sizes and times. */
function stateBelow(root: string): string {
  const states: string[] = [];
  const look = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) look(path);
      else if (isProgram(entry.name)) {
        const { size, mtimeMs, ctimeMs, ino } = lstatSync(path);
        states.push([path, size, mtimeMs, ctimeMs, ino].join(' '));
      }
    }
  };
  look(root);
  return textDigest(states.join('\n'));
}

/** The file in this folder or the nearest one above. */
function stateOf(folder: string, path: string): string {
  const state = lstatSync(join(folder, path), { bigint: true, throwIfNoEntry: false });
  if (state !== undefined) return [path, state.size, state.mtimeNs, state.ino].join(' ');
  return dirname(folder) === folder ? `no ${path}` : stateOf(dirname(folder), path);
}
