/** A folder of manifests, or one file of them: an output folder, or dumps of a cluster. */

import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readTextFile } from '../../load/read-file';
import { whyUnreadable } from '../../load/yaml/open-yaml';
import { ReviewError } from '../review-error';
import { acknowledgedIn } from './acknowledged-in';
import { filesOf } from './blob-id';
import type { Side } from './side';

/** Names of files with manifests. */
export const isManifest = (path: string): boolean => /\.(ya?ml|json)$/.test(path) && !/(^|\/)\./.test(path);

/**
 * Every manifest below a folder; all texts are kept in memory, 100 MB for ten thousand clusters.
 *
 * @throws ReviewError if something cannot be read.
 */
export function folderSide(label: string): Side {
  const texts = new Map(listed(label).map(path => [path, read(join(label, path))]));
  if (texts.size === 0) throw new ReviewError(`${label} has no manifest: there is no *.yaml or *.json file in it`);
  return textSide(label, texts, besideFolder(label));
}

/** One file: objects of one cluster, or of a whole fleet with its labels. */
export const fileSide = (label: string, text: string): Side => textSide(label, new Map([[basename(label), text]]));

/** A side whose texts are already read. */
export const textSide = (label: string, texts: ReadonlyMap<string, string>, fleet?: string): Side => ({
  label,
  files: filesOf(texts),
  texts: () => texts,
  acknowledged: acknowledgedIn(fleet),
});

function listed(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder, { recursive: true }).map(name => String(name).replace(/\\/g, '/'));
    return names.filter(name => isManifest(name) && statSync(join(folder, name)).isFile()).sort();
  } catch (error) {
    throw new ReviewError(`${folder} cannot be read: ${whyUnreadable(error)}`);
  }
}

/**
 * Reads a text.
 *
 * @throws ReviewError if it cannot be read.
 */
export function read(file: string): string {
  try {
    return readTextFile(file);
  } catch (error) {
    throw new ReviewError(`${file} cannot be read: ${whyUnreadable(error)}`);
  }
}

/** The fleet file beside an output folder has the acknowledgements. */
function besideFolder(folder: string): string | undefined {
  try {
    return readTextFile(join(dirname(realpathSync(folder)), 'fleet.yaml'));
  } catch {
    return undefined;
  }
}
