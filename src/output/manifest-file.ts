/** One object a file: what the file is called, and that no two objects ever share one. */

import type { Manifest } from '../manifests/common/manifest';
import { onceFor } from '../values/once-for';
import { remembered } from '../values/remembered';
import { OutputError } from './output-error';
import { type Json, partText, textAt, toYaml, type WritePart } from './yaml';

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
export function fileNameOf({ kind, metadata: { namespace, name } }: Manifest): string {
  const within = namespace === undefined ? '' : `_${escaped(namespace)}`;
  return `${escaped(kind)}${within}_${escaped(name)}.yaml`;
}

/** Most objects have the kind, the namespace and the name of another one. */
const escaped = remembered((part: string): string =>
  part.replace(
    /[^A-Za-z0-9.-]/g,
    character => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  ),
);

/**
 * The files of one folder, sorted by name.
 *
 * @throws OutputError when two objects would share a file, on any file system.
 */
export function filesOf(folder: string, manifests: readonly Manifest[]): readonly OutputFile[] {
  const named = manifests.map(manifest => ({ name: fileNameOf(manifest), manifest }));
  refuseSharedFile(folder, named);
  named.sort((a, b) => (a.name < b.name ? -1 : 1));
  return named.map(({ name, manifest }) => ({
    path: `${folder}/${name}`,
    text: HEADER + toYaml(manifest as unknown as Json, onceWritten),
  }));
}

/** An object and the name of its file. */
interface NamedManifest {
  readonly name: string;
  readonly manifest: Manifest;
}

function refuseSharedFile(folder: string, named: readonly NamedManifest[]): void {
  const taken = new Map<string, Manifest>();
  for (const { name, manifest } of named) {
    const anyCase = name.toLowerCase();
    const other = taken.get(anyCase);
    if (other)
      throw new OutputError(`${folder}/${name} would hold two objects: ${describe(other)} and ${describe(manifest)}`);
    taken.set(anyCase, manifest);
  }
}

/**
 * Clusters have parts of manifests in common (`manifests/common/shared-part.ts`), which never change: each is written once. Of
 * the metadata these are the annotations, and the labels that objects of one cluster share.
 */
const onceWritten: WritePart = (part, key) => (key === 'metadata' ? partText(part, onceWithin) : oncePart(part));
const oncePart = onceForObjects(part => textAt(part, 1));
const onceWithin = onceForObjects(part => textAt(part, 2));

function onceForObjects(write: (part: Json) => string): (part: Json) => string {
  const known = onceFor<Json & object, string>(write);
  return part => (typeof part === 'object' && part !== null ? known(part) : write(part));
}

const describe = ({ apiVersion, kind, metadata }: Manifest): string =>
  `${apiVersion} ${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
