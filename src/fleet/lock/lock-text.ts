/** The text of a lock file, and what is wrong with one that cannot be understood. */

import { isPlainMap, type PlainMap } from '../../config/plain-map';
import { BACKENDS } from '../../facts/backends';
import { OBJECT_STORES } from '../../facts/odf';
import { parseYaml } from '../../load/yaml/parse-yaml';
import { NO_STORAGE, OWN_STORAGE } from '../../model/storage-change';
import { type JsonMap, scalarText, textAt, toYaml } from '../../output/yaml';
import { type Lock, type LockedCluster, lockedIn } from './lock';
import { readWritten } from './written-lock';

/** The only version of the format. */
const VERSION = 1;

const HEADER = `# Where the images of each cluster live, and what cannot change there. Written by synth: commit it, do not edit it.
# A change here means that images stay behind, or that an object is recreated: acknowledge it in the fleet file.
version: ${VERSION}
`;

/** What is wrong with a text, and the fix if it is known. */
export interface LockTrouble {
  readonly trouble: string;
  readonly fix?: string;
}

/** Whether the text could be read. */
export const isTrouble = (read: Lock | LockTrouble): read is LockTrouble => 'trouble' in read;

/**
 * The lock's text: small, sorted, and the same for the same lock. Where it follows from a lock whose text is known, what was
 * written of the entries they share is not written again.
 */
export function lockText(lock: Lock, before?: Lock): string {
  const text = TEXTS.get(lock) ?? textOf(lock, before && entryTexts(before));
  TEXTS.set(lock, text);
  return text;
}

/** Takes note of the text that was written of a lock. */
export const noteText = (lock: Lock, text: string): void => {
  TEXTS.set(lock, text);
};

/** A run asks several times, and a large fleet has megabytes of it. */
const TEXTS = new WeakMap<Lock, string>();

/** The text of the entry of a cluster, where it is known. */
type EntryTexts = (name: string, entry: LockedCluster) => string | undefined;

function textOf({ clusters, acknowledged }: Lock, known: EntryTexts = () => undefined): string {
  const names = Object.keys(clusters).sort();
  const texts = names.map(name => {
    const entry = clusters[name] as LockedCluster;
    return known(name, entry) ?? `\n  ${scalarText(name)}:${textAt(written(entry), 2)}`;
  });
  return `${startOf(acknowledged)}${texts.length === 0 ? ' {}' : texts.join('')}\n`;
}

/** What comes before the entries. */
const startOf = (acknowledged: Lock['acknowledged']): string =>
  `${HEADER}${acknowledged.length > 0 ? toYaml({ acknowledged }) : ''}clusters:`;

/** What was written of each entry of a lock: where the next one begins is seen by its indent. */
function entryTexts(lock: Lock): EntryTexts | undefined {
  const text = TEXTS.get(lock);
  const start = startOf(lock.acknowledged).length;
  const texts = text?.slice(start, -1).split(/(?=\n {2}[^ ])/) ?? [];
  const names = Object.keys(lock.clusters).sort();
  if (texts.length !== names.length) return undefined;
  const byName = new Map(names.map((name, position) => [name, texts[position] as string]));
  return (name, entry) => (lockedIn(lock, name) === entry ? byName.get(name) : undefined);
}

const written = ({ storage, platform, fixed, states }: LockedCluster): JsonMap => ({
  backend: storage.backend,
  ...(platform === undefined ? {} : { platform }),
  ...storage,
  ...(Object.keys(fixed).length > 0 ? { fixed } : {}),
  ...(states.length > 0 ? { states } : {}),
});

/** Reads what `lockText` wrote; everything else is refused, so that no merge mistake goes unseen. */
export function parseLock(text: string): Lock | LockTrouble {
  const below = text.startsWith(HEADER) ? readWritten(text.slice(HEADER.length)) : undefined;
  if (below === undefined) return parseAny(text);
  const read = lockOf({ version: VERSION, ...below });
  if (!isTrouble(read)) noteText(read, text);
  return read;
}

function parseAny(text: string): Lock | LockTrouble {
  if (/^(<{7}|={7}|>{7}|\|{7})( |$)/m.test(text)) return CONFLICT;
  const { values, problems } = parseYaml(text);
  const [root] = values;
  const [problem] = problems;
  if (problem !== undefined) return { trouble: `is not valid YAML: ${problem.what}` };
  return values.length === 1 && isPlainMap(root) ? lockOf(root) : { trouble: 'is not a single map' };
}

function lockOf({ version, clusters, acknowledged = [], ...unknown }: PlainMap): Lock | LockTrouble {
  const [other] = Object.keys(unknown);
  if (version === undefined) return NO_VERSION;
  if (version !== VERSION)
    return { trouble: `has version ${JSON.stringify(version)}, but this release supports only ${VERSION}` };
  if (other !== undefined) return { trouble: `has the unknown key ${JSON.stringify(other)}` };
  if (!isPlainMap(clusters)) return { trouble: 'has no map of clusters' };
  if (!isTexts(acknowledged)) return { trouble: 'must have a list of strings under acknowledged' };
  const read: [string, LockedCluster][] = [];
  for (const [name, entry] of Object.entries(clusters)) {
    const [broken] = brokenPart(name, entry);
    if (broken !== undefined) return { trouble: broken };
    read.push([name, entryOf(entry as PlainMap)]);
  }
  return { clusters: Object.fromEntries(read), acknowledged };
}

const CONFLICT: LockTrouble = {
  trouble: 'has merge conflict markers',
  fix: 'take the lock of the target branch and run synth again: git checkout origin/main -- FILE. Synth adds the clusters of your branch and reports what it changes; a merge by hand would hide that',
};

const NO_VERSION: LockTrouble = {
  trouble: 'has no version',
  fix: `restore it from git: git checkout HEAD -- FILE; if it is an old lock without a version, add the line version: ${VERSION} at its top`,
};

const PARTS: ReadonlySet<string> = new Set([
  ...['backend', 'platform', 'bootstrap', 'claim', 'existing', 'class', 'bucketClass', 'backingStore'],
  ...['nfs', 'csi', 'iscsi', 'fc', 'local'],
  ...Object.values(BACKENDS).flatMap(({ identity }) => Object.keys(identity)),
]);

const STORAGES: ReadonlySet<string> = new Set([
  ...[OWN_STORAGE.backend, NO_STORAGE.backend],
  ...Object.keys(BACKENDS),
  ...Object.keys(OBJECT_STORES).map(store => `odf.${store}`),
]);

function brokenPart(name: string, entry: unknown): readonly string[] {
  const of = `of cluster ${JSON.stringify(name)}`;
  if (!isPlainMap(entry)) return [`has no map under the name ${of}`];
  const { fixed = {}, states = [], ...storage } = entry;
  const unknown = Object.keys(storage).find(key => !PARTS.has(key));
  const odd = Object.keys(storage).find(key => typeof storage[key] !== 'string');
  if (unknown !== undefined) return [`has the unknown key ${JSON.stringify(unknown)} ${of}`];
  if (odd !== undefined) return [`must have a string under ${odd} ${of}`];
  if (!STORAGES.has(String(storage.backend))) return [`does not have a known backend ${of}`];
  if (!isPlainMap(fixed) || !isTexts(Object.values(fixed))) return [`must have only strings under fixed ${of}`];
  return isTexts(states) ? [] : [`must have a list of strings under states ${of}`];
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(text => typeof text === 'string');

function entryOf({ fixed = {}, states = [], platform, ...rest }: PlainMap): LockedCluster {
  const own = rest.backend === OWN_STORAGE.backend && platform !== undefined ? { platform } : {};
  return {
    storage: { ...rest, ...own } as LockedCluster['storage'],
    ...(platform === undefined ? {} : { platform: String(platform) }),
    fixed: fixed as LockedCluster['fixed'],
    states: states as LockedCluster['states'],
  };
}
