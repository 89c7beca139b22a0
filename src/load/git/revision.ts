/** One revision of the repository: which files it has, and their content. */

import { LIMITS } from '../yaml/yaml-problem';
import { askGit, askLine, GitError } from './git';

/** A file of a revision. */
export interface Blob {
  /** Path from the top of the repository, with forward slashes. */
  readonly path: string;
  /** The git object ID of the content. */
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
  /**
   * The content of some files, by path.
   *
   * @throws GitError where one is larger than any file of ours may be.
   */
  readonly texts: (paths: readonly string[]) => ReadonlyMap<string, string>;
  /** How many bytes some files have, by path; those whose content is not in this clone are left out. */
  readonly sizes: (paths: readonly string[]) => ReadonlyMap<string, number>;
}

/**
 * Finds a revision: a branch, a tag, a commit, or anything else that git resolves.
 *
 * @throws GitError if there is no such revision, or no repository.
 */
export function findRevision(name: string): Revision {
  if (askLine(['rev-parse', '--show-toplevel']) === undefined) {
    throw new GitError(`"${name}" is not a file or folder, and cannot be a revision: this is not a git repository`);
  }
  const usable = name !== '' && !name.startsWith('-');
  const commit = usable ? askLine(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]) : undefined;
  if (commit === undefined) throw new GitError(missing(name));
  const blobs = listBlobs(name, commit);
  const sizes = (paths: readonly string[]): ReadonlyMap<string, number> => sizesOf(blobs, paths);
  return { name, commit, blobs, sizes, texts: paths => readBlobs(blobs, paths, sizes(paths)) };
}

/** Clones in pipelines often have only the newest commit of one branch. */
function missing(name: string): string {
  const isShallow = askLine(['rev-parse', '--is-shallow-repository']) === 'true';
  const what = `"${name}" is not a file, folder or revision`;
  if (!isShallow) return `${what}; for a branch on the server, run git fetch and write origin/BRANCH`;
  return `${what}, and the clone is shallow: fetch the revision first (fetch-depth: 0, GIT_DEPTH: 0, or git fetch --unshallow)`;
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

function sizesOf(blobs: ReadonlyMap<string, Blob>, paths: readonly string[]): ReadonlyMap<string, number> {
  const wanted = paths.flatMap(path => blobs.get(path) ?? []);
  if (wanted.length === 0) return new Map();
  const lines = askBatch(['cat-file', '--batch-check=%(objectsize)'], wanted).toString('utf8').split('\n');
  return new Map(
    wanted.flatMap(({ path }, index) => (/^\d+$/.test(lines[index] ?? '') ? [[path, Number(lines[index])]] : [])),
  );
}

/** Reads many in one process, because a fleet has thousands of files; its answer is held in memory. */
function readBlobs(
  blobs: ReadonlyMap<string, Blob>,
  paths: readonly string[],
  sizes: ReadonlyMap<string, number>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  let batch: Blob[] = [];
  let bytes = 0;
  for (const blob of paths.flatMap(path => blobs.get(path) ?? [])) {
    const size = sizes.get(blob.path) ?? 0;
    if (size > LIMITS.fileBytes) throw new GitError(`${blob.path} cannot be read: it is larger than 32 MiB`);
    if (bytes + size > BATCH_BYTES) {
      readBatch(batch, texts);
      batch = [];
      bytes = 0;
    }
    batch.push(blob);
    bytes += size;
  }
  readBatch(batch, texts);
  return texts;
}

/** How many bytes one process may answer. */
const BATCH_BYTES = 64 * 1024 * 1024;

function askBatch(args: readonly string[], wanted: readonly Blob[]): Buffer {
  const { ok, output } = askGit(args, wanted.map(({ id }) => `${id}\n`).join(''));
  if (!ok) throw new GitError('git cat-file failed: the clone may not be complete');
  return output;
}

function readBatch(wanted: readonly Blob[], texts: Map<string, string>): void {
  if (wanted.length === 0) return;
  const output = askBatch(['cat-file', '--batch'], wanted);
  let at = 0;
  for (const { path } of wanted) {
    const end = output.indexOf('\n', at);
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(output.toString('utf8', at, end))?.[1];
    if (end < 0 || size === undefined) throw new GitError(`${path} cannot be read: its content is not in this clone`);
    const start = end + 1;
    texts.set(path, output.toString('utf8', start, start + Number(size)));
    at = start + Number(size) + 1;
  }
}
