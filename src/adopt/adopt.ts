/** Turns a dump of a running cluster into a fleet entry that changes nothing on it. */

import { basename } from 'node:path';
import { isPlainMap, type PlainMap } from '../config/plain-map';
import { definition } from '../config/schema';
import type { Cluster } from '../config/shape/cluster';
import { checkShape } from '../config/shape-check';
import { SINGLETON } from '../facts/names';
import { PLATFORMS } from '../facts/platforms';
import { atLeast } from '../facts/versions';
import { exitStatus } from '../findings/exit-status';
import type { Finding } from '../findings/finding';
import type { Files } from '../load/files';
import { resolve } from '../model/resolve';
import { plainLine } from './comment';
import { type Dump, find, findingAt, findingOn, type LiveObject } from './live';
import { minimal } from './minimal';
import { isClusters } from './owners';
import { type Identity, identityPart } from './parts/identity';
import { imagePart } from './parts/image';
import { metadataPart } from './parts/metadata';
import { joined, type Part } from './parts/part';
import { prunerPart } from './parts/pruner';
import { registryPart } from './parts/registry';
import { stateFindings } from './parts/state';
import { storagePart } from './parts/storage';
import { prove } from './prove';
import { readDump } from './read-dump';
import { specOf } from './spec';
import { takeOverPart } from './take-over';
import { withoutCredentials } from './without-credentials';
import { entryText } from './write-entry';

/** The result of adopting a dump. */
export interface Adopted {
  /** YAML of the entry; absent if the cluster cannot be adopted as it is. */
  readonly text?: string;
  readonly entry?: PlainMap;
  readonly findings: readonly Finding[];
}

/**
 * Adopts one cluster.
 *
 * @param paths - files as `files` knows them
 * @param name - the cluster's name in the fleet; by default read from its objects
 */
export function adopt(paths: readonly string[], name: string | undefined, files: Files): Adopted {
  const { dump, findings: unread } = readDump(paths, files);
  if (exitStatus(unread) !== 0) return { findings: unread };
  const draft = draftOf(dump, name);
  const findings = [...unread, ...draft.findings];
  if (exitStatus(findings) !== 0) return { findings };
  const { entry, comments } = finish(draft.entry, dump);
  const all = [...findings, ...entry.findings, ...prove(entry.value, dump)];
  if (exitStatus(all) !== 0) return { findings: all };
  const head = [
    `${plainLine(String(entry.value.name))}, as it was when ${dump.files.map(nameOf).join(', ')} was made.`,
  ];
  const remarks = { head, comments: { ...draft.comments, ...comments }, leftOut: [...draft.leftOut, ...entry.leftOut] };
  return { entry: entry.value, text: entryText(entry.value, remarks), findings: all };
}

const nameOf = (file: string): string => (file === '-' ? 'the dump' : plainLine(basename(file)));

/** The parts, each on its own. */
function draftOf(dump: Dump, name: string | undefined): Required<Part> {
  const about = identityPart(dump, name);
  const config = find(dump, 'Config', SINGLETON);
  const { identity } = about;
  if (identity === undefined || config === undefined) {
    const lacks = 'the dump has no Config "cluster" of imageregistry.operator.openshift.io';
    const missing = config ? [] : [findingOn('ADOPT_INCOMPLETE', dump.files[0] ?? '-', lacks)];
    return joined([about, { findings: missing }]);
  }
  const [pruner, image] = [find(dump, 'ImagePruner', SINGLETON), find(dump, 'Image', SINGLETON)];
  const spec = specOf(config);
  const storage = isPlainMap(spec.storage) ? spec.storage : {};
  const others = [pruner, image].filter(object => object !== undefined);
  const ours = identity.platform !== 'rosa';
  const notOurs = `registry, storage, routes and image: ${PLATFORMS.rosa.title} runs the registry`;
  return joined([
    about,
    { findings: stateFindings(config, others) },
    ...(ours
      ? [
          metadataPart(config),
          registryPart(config, spec),
          storagePart({ dump, identity, config, storage }),
          ...(image ? [imagePart(image, specOf(image))] : []),
        ]
      : [{ leftOut: [notOurs] }]),
    ...(pruner ? [prunerPart(pruner, specOf(pruner), knowsBoolean(identity))] : []),
  ]);
}

const knowsBoolean = ({ openshift }: Identity): boolean => atLeast(openshift, '4.6');

interface Finished {
  readonly entry: { readonly value: PlainMap } & Required<Pick<Part, 'findings' | 'leftOut'>>;
  readonly comments: Readonly<Record<string, string>>;
}

/** Steps on the whole entry: remove credentials and derived values, add the takeover. */
function finish(draft: PlainMap, dump: Dump): Finished {
  const { entry, removed } = withoutCredentials(draft);
  const config = find(dump, 'Config', SINGLETON);
  const leftOut = removed.map(path => `${path}: it looks like a credential`);
  const hidden = config
    ? removed.map(path =>
        findingAt('ADOPT_LEFT_OUT', config, ['spec'], `${path} looks like a credential, so it is not in the entry`),
      )
    : [];
  const { issues } = checkShape(definition('Cluster'), entry);
  if (config === undefined || issues.length > 0) {
    return { entry: { value: entry, findings: hidden, leftOut }, comments: {} };
  }
  const small = minimal(entry as unknown as Cluster);
  const takeOver = takeOverPart(small as unknown as Cluster, config, specOf(config));
  const value = { ...small, ...takeOver.entry };
  const findings = [...hidden, ...onePod(value, config)];
  return { entry: { value, findings, leftOut }, comments: takeOver.comments ?? {} };
}

/** One pod on shared storage, if it is still the operator's default from before there was storage. */
function onePod(entry: PlainMap, config: LiveObject): readonly Finding[] {
  const { replicas, ...registry } = isPlainMap(entry.registry) ? entry.registry : {};
  if (entry.storage === undefined || registry.managementState !== undefined) return [];
  const derived = resolve({ ...entry, registry } as unknown as Cluster).registry?.replicas ?? 1;
  if (replicas !== 1 || derived < 2 || !isClusters(config, ['spec', 'replicas'])) return [];
  const what = 'replicas is still 1, the default of the operator, although the storage can be shared';
  return [findingAt('ADOPT_ONE_POD', config, ['spec', 'replicas'], what)];
}
