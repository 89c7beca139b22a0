/** One object a file: what the file is called, and that no two objects ever share one. */

import type { Definition } from '../manifests/common/definition';
import type { Manifest } from '../manifests/common/manifest';
import { remembered } from '../values/remembered';
import { type NewFolder, pathIn } from './folder-files';
import { OutputError } from './output-error';
import { nameText, type TextAround, textAround } from './text-around';
import { type Json, toYaml } from './yaml';

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
export const fileNameOf = ({ kind, metadata }: Manifest): string => fileName(kind, metadata);

function fileName(kind: string, { namespace, name = '' }: Partial<Manifest['metadata']> = {}): string {
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

/** The objects of one folder of the output. */
export type OutputObjects = WholeObjects | ClusterObjects;

interface WholeObjects {
  /** Its path in the output. */
  readonly folder: string;
  readonly cluster?: undefined;
  readonly manifests: readonly Manifest[];
}

/** Objects of a cluster, which do not have the label with its name yet. */
interface ClusterObjects {
  /** Its path in the output. */
  readonly folder: string;
  /** Name of the cluster. */
  readonly cluster: string;
  readonly definitions: readonly Definition[];
}

/**
 * The files of one folder, sorted by name.
 *
 * @throws OutputError when two objects would share a file, on any file system.
 */
export function filesOf(objects: OutputObjects): readonly OutputFile[] {
  const { folder, names, texts } = newFolder(objects);
  return texts.map((text, index) => ({ path: pathIn(folder, names[index] ?? ''), text }));
}

/** The same as a folder to write. */
export function newFolder(objects: OutputObjects): NewFolder {
  const { folder, cluster } = objects;
  const forms = cluster === undefined ? objects.manifests.map(wholeForm) : labelledForms(objects.definitions);
  const name = cluster === undefined ? '' : nameText(cluster);
  const { sorted, order } = orderOf(folder, forms);
  const texts: string[] = [];
  for (const position of order) {
    const form = forms[position];
    if (form) texts.push(form.before + name + form.after);
  }
  return { folder, names: sorted, texts };
}

/** An object as a file, but for its folder and the name of its cluster. */
interface FileForm extends TextAround {
  readonly name: string;
  /** The same for all names that some file system takes for one. */
  readonly anyCase: string;
  readonly object: Manifest | Definition;
}

/** What clusters have in common is one object (`manifests/common/shared-part.ts`), which never changes: it is not written again. */
function labelledForms(definitions: readonly Definition[]): readonly FileForm[] {
  const forms: FileForm[] = [];
  for (let index = 0; index < definitions.length; index += 1) {
    const [definition, form] = [definitions[index], lastForms[index]];
    if (definition) forms.push(form?.object === definition ? form : labelledForm(definition));
  }
  lastForms = forms;
  return forms;
}

/** Those of the cluster before, which often has the very same object at the same position. */
let lastForms: readonly FileForm[] = [];

function labelledForm(definition: Definition): FileForm {
  const { source } = definition;
  return formOf(definition, fileName(source.kind, source.props.metadata), textAround(definition));
}

const wholeForm = (manifest: Manifest): FileForm =>
  formOf(manifest, fileNameOf(manifest), { before: toYaml(manifest as unknown as Json), after: '' });

const formOf = (object: Manifest | Definition, name: string, { before, after }: TextAround): FileForm => ({
  name,
  anyCase: name.toLowerCase(),
  object,
  before: HEADER + before,
  after,
});

/** Names that no two files share, and their order. */
interface NamesInOrder {
  readonly names: readonly string[];
  readonly sorted: readonly string[];
  /** The position of each sorted one among the others. */
  readonly order: readonly number[];
}

/** The order of files. Most clusters have files of the same names as the one before. */
function orderOf(folder: string, forms: readonly FileForm[]): NamesInOrder {
  if (last.names.length === forms.length && last.names.every((name, index) => name === forms[index]?.name)) return last;
  refuseSharedFile(folder, forms);
  const names: string[] = [];
  for (const { name } of forms) names.push(name);
  const order = [...names.keys()].sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
  const sorted: string[] = [];
  for (const position of order) sorted.push(names[position] ?? '');
  last = { names, sorted, order };
  return last;
}

let last: NamesInOrder = { names: [], sorted: [], order: [] };

function refuseSharedFile(folder: string, forms: readonly FileForm[]): void {
  const taken = new Map<string, FileForm['object']>();
  for (const { name, anyCase, object } of forms) {
    const other = taken.get(anyCase);
    if (other)
      throw new OutputError(`${folder}/${name} would hold two objects: ${describe(other)} and ${describe(object)}`);
    taken.set(anyCase, object);
  }
}

function describe(object: FileForm['object']): string {
  const { apiVersion, kind, metadata } = 'source' in object ? object.manifest() : object;
  return `${apiVersion} ${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
}
