/** A revision as a side: its fleet file, or a folder or file of it. */

import { dirname, posix } from 'node:path';
import { askLine, GitError } from '../../load/git/git';
import { findRevision, type Revision } from '../../load/git/revision';
import { filesAt, repositoryPath } from '../../load/git/revision-files';
import { OWNER_FILE } from '../../output/owner-file';
import { acknowledgedIn } from './acknowledged-in';
import { fleetSide, isFleetText } from './fleet';
import { fileSide, isManifest, textSide } from './folder';
import type { Side } from './side';

/**
 * `REV` is the fleet file at the revision, `REV:PATH` a folder or file of it, from the top of the repository. At a revision from
 * before the first fleet, every path is an empty folder.
 *
 * @throws GitError if there is no such revision or path.
 */
export function gitSide(label: string, fleetFile: string): Side {
  const colon = label.indexOf(':');
  const revision = findRevision(colon < 0 ? label : label.slice(0, colon));
  if (colon < 0) return fleetAt(label, revision, fleetFile);
  const path = pathAt(label.slice(colon + 1));
  const folder = path === '' ? '' : `${path}/`;
  const below = [...revision.blobs.keys()].filter(name => name.startsWith(folder));
  if (below.length > 0) return folderAt(label, revision, folder, below);
  const text = revision.texts([path]).get(path);
  if (text === undefined) {
    if (isBeforeAnyFleet(revision)) return textSide(label, new Map());
    throw new GitError(`${revision.name} has no file or folder "${path}"`);
  }
  const fromTop = posix.join(askLine(['rev-parse', '--show-cdup']) ?? '', path);
  return isFleetText(text) ? fleetSide(label, fromTop, filesAt(revision)) : fileSide(label, text);
}

/** Whether nothing in the revision is a fleet or an output: then a review is of a repository's first one, and not of a misspelt path. */
const isBeforeAnyFleet = ({ blobs }: Revision): boolean =>
  ![...blobs.keys()].some(name => ['fleet.yaml', OWNER_FILE].includes(posix.basename(name)));

function fleetAt(label: string, revision: Revision, fleetFile: string): Side {
  const files = filesAt(revision);
  try {
    files.text(fleetFile);
  } catch {
    throw new GitError(
      `${revision.name} has no fleet file ${fleetFile}: name another with -f, or a folder with ${label}:dist`,
    );
  }
  return fleetSide(label, fleetFile, files);
}

/** As in git: from the top of the repository, or from the working folder if it begins with a dot. */
function pathAt(path: string): string {
  const prefix = path.startsWith('.') ? (askLine(['rev-parse', '--show-prefix']) ?? '') : '';
  return repositoryPath(path === '' ? '.' : path, prefix, '');
}

function folderAt(label: string, revision: Revision, folder: string, names: readonly string[]): Side {
  const files = names.filter(isManifest).flatMap(name => {
    const blob = revision.blobs.get(name);
    return blob === undefined || blob.isLink ? [] : [{ path: name.slice(folder.length), id: blob.id }];
  });
  const parent = folder === '' ? '.' : dirname(folder.slice(0, -1));
  const fleet = posix.join(parent, 'fleet.yaml');
  return {
    ...{ label, files },
    texts: paths => {
      const texts = revision.texts(paths.map(path => folder + path));
      return new Map([...texts].map(([path, text]) => [path.slice(folder.length), text]));
    },
    acknowledged: acknowledgedIn(revision.texts([fleet]).get(fleet)),
  };
}
