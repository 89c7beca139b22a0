/** One revision of the repository: which files it has, and their content. */

import { askGit, askLine, GitError } from './git';

/** A file of a revision. */
export interface Blob {
  /** Path from the top of the repository, with forward slashes. */
  readonly path: string;
  /** The name git gives to the content. */
  readonly id: string;
  readonly isLink: boolean;
}

/** A revision with its files. */
export interface Revision {
  /** As the user wrote it. */
  readonly name: string;
  /** The commit, in full. */
  readonly commit: string;
  readonly blobs: ReadonlyMap<string, Blob>;
  /** The content of some files, by path. */
  readonly texts: (paths: readonly string[]) => ReadonlyMap<string, string>;
}

/**
 * Finds a revision: a branch, a tag, a commit, or what else git takes.
 *
 * @throws GitError where there is none of the name, or no repository.
 */
export function findRevision(name: string): Revision {
  if (askLine(['rev-parse', '--show-toplevel']) === undefined) {
    throw new GitError(`"${name}" is no file or folder, and this is no git repository in which it could be a revision`);
  }
  const usable = name !== '' && !name.startsWith('-');
  const commit = usable ? askLine(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]) : undefined;
  if (commit === undefined) throw new GitError(missing(name));
  const blobs = listBlobs(name, commit);
  return { name, commit, blobs, texts: paths => readBlobs(blobs, paths) };
}

/** Clones of pipelines hold the newest commit of one branch only. */
function missing(name: string): string {
  const isShallow = askLine(['rev-parse', '--is-shallow-repository']) === 'true';
  const what = `"${name}" is no file, folder or revision here`;
  if (!isShallow) return `${what}; for a branch of the server, git fetch it and write origin/BRANCH`;
  return `${what}, and the clone is shallow: fetch what is to be compared first (fetch-depth: 0, GIT_DEPTH: 0, or git fetch --unshallow)`;
}

function listBlobs(name: string, commit: string): ReadonlyMap<string, Blob> {
  const { ok, output } = askGit(['ls-tree', '-r', '-z', '--full-tree', commit]);
  if (!ok) throw new GitError(`the files of "${name}" cannot be listed: its objects are not in this clone`);
  const blobs = new Map<string, Blob>();
  for (const line of output.toString('utf8').split('\0')) {
    const [, mode = '', type = '', id = '', path = ''] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (type === 'blob') blobs.set(path, { path, id, isLink: mode === '120000' });
  }
  return blobs;
}

/** All of them by one process: a fleet has thousands of files. */
function readBlobs(blobs: ReadonlyMap<string, Blob>, paths: readonly string[]): ReadonlyMap<string, string> {
  const wanted = paths.flatMap(path => blobs.get(path) ?? []);
  if (wanted.length === 0) return new Map();
  const { ok, output } = askGit(['cat-file', '--batch'], wanted.map(({ id }) => `${id}\n`).join(''));
  if (!ok) throw new GitError('git cat-file ends early: is the clone complete?');
  const texts = new Map<string, string>();
  let at = 0;
  for (const { path } of wanted) {
    const end = output.indexOf('\n', at);
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString('utf8', at, end))?.[1];
    if (end < 0 || size === undefined) throw new GitError(`${path} cannot be read: its content is not in this clone`);
    const start = end + 1;
    texts.set(path, output.toString('utf8', start, start + Number(size)));
    at = start + Number(size) + 1;
  }
  return texts;
}
