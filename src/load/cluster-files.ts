/** The files that `clusterFiles` names: in the order of the patterns, sorted within each, and each file once. */

import { dirname, isAbsolute, join, normalize } from 'node:path';
import type { ConfigPath, Finding, Place } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';
import { DISK, type Files, type FolderEntry } from './files';
import { isLiteral, matchFiles } from './glob';
import { unreadable } from './yaml/open-yaml';

/** A file with clusters, and the place of the pattern that names it. */
export interface ClusterFile {
  readonly file: string;
  readonly place: Place;
}

/** Finds the files; a pattern that matches none is a finding. */
export function clusterFilesOf(
  fleetFile: string,
  patterns: unknown,
  locate: (path: ConfigPath) => Place,
  findings: Finding[],
  disk: Files = DISK,
): readonly ClusterFile[] {
  const files = new Map<string, ClusterFile>();
  const once = readingOnce(disk);
  (Array.isArray(patterns) ? patterns : []).forEach((pattern, index) => {
    if (typeof pattern !== 'string') return;
    const place = locate(['clusterFiles', index]);
    try {
      const found = filesOf(fleetFile, pattern, once);
      if (found.length === 0) findings.push(noMatch(pattern, index, place));
      for (const file of found) if (!files.has(file)) files.set(file, { file, place });
    } catch (error) {
      findings.push(unreadable((error as NodeJS.ErrnoException).path ?? pattern, error, place));
    }
  });
  return [...files.values()];
}

/** Each folder is read once, however many patterns look into it. */
function readingOnce(disk: Files): Files {
  const folders = new Map<string, readonly FolderEntry[]>();
  const entries = (folder: string): readonly FolderEntry[] => {
    const found = folders.get(folder) ?? disk.entries(folder);
    folders.set(folder, found);
    return found;
  };
  return { ...disk, entries };
}

function filesOf(fleetFile: string, pattern: string, disk: Files): readonly string[] {
  const folder = isAbsolute(pattern) ? '/' : dirname(fleetFile);
  if (isLiteral(pattern)) return [join(folder, pattern)];
  const files = matchFiles(folder, pattern, disk).map(name => join(folder, name));
  return files.filter(file => !isFleetsOwn(file, fleetFile));
}

/** `*.yaml` beside the fleet file matches neither the fleet file itself nor a lock. */
const isFleetsOwn = (file: string, fleetFile: string): boolean =>
  file === normalize(fleetFile) || file.endsWith('.lock.yaml');

const noMatch = (pattern: string, index: number, place: Place): Finding => ({
  ...generalProblem(
    'CLUSTER_FILES_NO_MATCH',
    ['clusterFiles', index],
    `no file matches clusterFiles pattern "${pattern}"`,
  ),
  place,
});
