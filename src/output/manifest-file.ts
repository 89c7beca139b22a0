/** One object a file: what the file is called, and that no two objects ever share one. */

import type { Manifest } from '../manifests/common/manifest';
import { onceFor } from '../values/once-for';
import { OutputError } from './output-error';
import { type Json, partText, toYaml } from './yaml';

/** A file of the output, its path relative to the output folder. */
export interface OutputFile {
  readonly path: string;
  readonly text: string;
}

/** What the first line of every file begins with: only a file that has it is ever replaced or removed. */
export const MARK = '# Made by cdk8s-openshift-registry: ';

/** First line of every file. */
const HEADER = `${MARK}change the configuration of the fleet, not this file.\n`;

/** `Kind_namespace_name.yaml`, or `Kind_name.yaml` without a namespace; no part can hold an underscore. */
export function fileNameOf({ kind, metadata }: Manifest): string {
  const parts = metadata.namespace === undefined ? [kind, metadata.name] : [kind, metadata.namespace, metadata.name];
  return `${parts.map(escapePart).join('_')}.yaml`;
}

const escapePart = (part: string): string =>
  part.replace(
    /[^A-Za-z0-9.-]/g,
    character => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );

/**
 * The files of one folder, sorted by name.
 *
 * @throws OutputError when two objects would share a file, on any file system.
 */
export function filesOf(folder: string, manifests: readonly Manifest[]): readonly OutputFile[] {
  const taken = new Map<string, Manifest>();
  const files = manifests.map(manifest => {
    const name = fileNameOf(manifest);
    const other = taken.get(name.toLowerCase());
    if (other)
      throw new OutputError(`${folder}/${name} would hold two objects: ${describe(other)} and ${describe(manifest)}`);
    taken.set(name.toLowerCase(), manifest);
    return { path: `${folder}/${name}`, text: HEADER + toYaml(manifest as unknown as Json, onceWritten) };
  });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Clusters have parts of manifests in common (`manifests/common/shared-part.ts`), which never change: each is written once. */
const onceWritten = (part: Json): string => (typeof part === 'object' && part !== null ? textOf(part) : partText(part));
const textOf = onceFor((part: Json & object) => partText(part));

const describe = ({ apiVersion, kind, metadata }: Manifest): string =>
  `${apiVersion} ${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
