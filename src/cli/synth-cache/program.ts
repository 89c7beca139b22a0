/** The program itself, as far as it decides what a run gives. */

import { lstatSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { packageFolder } from '../own-package';
import { treeState } from './tree-state';

/** Packages that a build which is not a bundle reads. */
const PEERS = ['cdk8s', 'cdk8s-plus-28', 'constructs', 'yaml'];

/** What a program is made of: declarations and maps of the sources do nothing. */
const isProgram = (name: string): boolean => !/\.(?:d\.ts|map)$/.test(name);

/**
 * Names this program: its files, those it uses, and Node.
 *
 * @throws Error where it was taken out of its package.
 */
export function programState(): string {
  const root = packageFolder();
  const [top = ''] = relative(root, __dirname).split(sep);
  const peers = PEERS.map(name => stateOf(root, join('node_modules', name, 'package.json')));
  return [
    process.version,
    process.arch,
    treeState(join(root, top), isProgram).digest,
    stateOf(root, 'package.json'),
    ...peers,
  ].join('\n');
}

/** The file in this folder or the nearest one above. */
function stateOf(folder: string, path: string): string {
  const state = lstatSync(join(folder, path), { bigint: true, throwIfNoEntry: false });
  if (state !== undefined) return [path, state.size, state.mtimeNs, state.ino].join(' ');
  return dirname(folder) === folder ? `no ${path}` : stateOf(dirname(folder), path);
}
