/** Output folders for tests: what a run of ours leaves, and runs within the test. */

import { lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, type NewFolder } from '../../src/output/folder-files';
import { MARK, type OutputFile } from '../../src/output/manifest-file';
import { pathsBelow } from '../../src/output/output-folder';
import { asOnlyWriter, type NewOutput } from '../../src/output/output-writer';
import { OWNER_FILE } from '../../src/output/owner-file';
import { folderWith } from './files';

/** The text of a file of ours that differs by this word. */
export const ours = (word: string): string => `${MARK}a test\n${word}\n`;

/** A file of the output. */
export const outputFile = (path: string, word = path): OutputFile => ({ path, text: ours(word) });

/** Files as folders that have one each. */
export function* foldersWith(files: Iterable<OutputFile>): Generator<NewFolder> {
  for (const { path, text } of files) {
    const folder = folderOf(path);
    yield { folder, names: [path.slice(folder === '' ? 0 : folder.length + 1)], texts: [text] };
  }
}

/** Two clusters, as an earlier run left them. */
export const OLD = { 'dist/clusters/a/x.yaml': ours('old'), 'dist/clusters/b/y.yaml': ours('old') };

/** A folder with these files, and the output folder in it. */
export function setUp(files: Readonly<Record<string, string>> = OLD): { readonly root: string; readonly dist: string } {
  const root = folderWith(files);
  return { root, dist: join(root, 'dist') };
}

/** Writes the files as the output of `fleet.yaml` beside the folder, and returns what people are told. */
export function write(
  folder: string,
  files: Iterable<OutputFile>,
  more: Partial<NewOutput> & { fleet?: string } = {},
): string[] {
  const told: string[] = [];
  const { fleet = join(folder, '..', 'fleet.yaml'), ...output } = more;
  const fleetLock = fleet.replace(/\.yaml$/, '.lock.yaml');
  asOnlyWriter({ folder, fleetFile: fleet, fleetLock, tell: line => told.push(line) }, replace =>
    replace({ folders: foldersWith(files), only: [], inputs: [], commit: () => undefined, ...output }),
  );
  return told;
}

/** Every file with its text, but for the one that says whose output it is. */
export const content = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pathsBelow(folder)
      .filter(path => !path.endsWith(OWNER_FILE) && lstatSync(join(folder, path)).isFile())
      .map(path => [path, readFileSync(join(folder, path), 'utf8')]),
  );

/** When a file was written, and where: a file that was kept has the same of both. */
export const identityOf = (file: string): readonly number[] => [statSync(file).ino, statSync(file).mtimeMs];
