/** Which cluster of this repository's own fleets says what a row says, as a place to look at. */

import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { isPlainMap } from '../../src/config/plain-map';
import { loadFleet } from '../../src/load/load-fleet';

const ROOT = join(__dirname, '..', '..');

/** A cluster and the file it is written in, relative to the repository. */
export interface Example {
  readonly file: string;
  readonly cluster: string;
}

interface Candidate extends Example {
  readonly platform: unknown;
  readonly keys: ReadonlySet<string>;
}

/** Keys whose own keys are names that people choose. */
const NAMES_BELOW = /\.(additionalTrustedCA|nodeSelector|matchLabels|parameters|labels|properties)$/;

/** What is said of every cluster, or only tells where it is. */
const EVERYWHERE = /^\.(name|platform|openshift|environment|baseDomain)$/;

/** Keys whose value is what the row is about, and not just an example of one. */
const TELLING = /\.(accessModes|server|managementState|rolloutStrategy)$/;

/** Paths of everything that is said; entries of lists count as one. */
function keysOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return [path, ...value.flatMap(item => keysOf(item, path))];
  if (!isPlainMap(value)) return [TELLING.test(path) ? `${path}=${String(value)}` : path];
  if (NAMES_BELOW.test(path)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => keysOf(item, `${path}.${key}`))];
}

function candidatesOf(fleetFile: string): readonly Candidate[] {
  return loadFleet(join(ROOT, fleetFile)).clusters.flatMap(cluster => {
    const merged = cluster.merged() as { readonly name?: string; readonly platform?: string };
    const { file } = cluster.locate(['name']);
    const place = relative(ROOT, file).split(sep).join('/');
    return [{ file: place, cluster: merged.name ?? '', platform: merged.platform, keys: new Set(keysOf(merged)) }];
  });
}

let known: readonly Candidate[] | undefined;

/** All clusters: those of fleet.yaml, then those of test/examples. */
function candidates(): readonly Candidate[] {
  known ??= [
    'fleet.yaml',
    ...readdirSync(join(ROOT, 'test', 'examples')).map(name => `test/examples/${name}/fleet.yaml`),
  ]
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
    .flatMap(candidatesOf);
  return known;
}

/** The first cluster that says all of it; on the same platform, where that matters. */
export function exampleOf(config: string): Example | undefined {
  const settings = parse(config) as { readonly platform?: string; readonly storage?: object };
  const wanted = keysOf(settings).filter(key => key !== '' && !EVERYWHERE.test(key));
  const saying = candidates().filter(({ keys }) => wanted.every(key => keys.has(key)));
  const same = saying.find(({ platform }) => platform === settings.platform);
  const platformMatters = settings.platform === 'rosa' || settings.storage !== undefined || wanted.length === 0;
  const { file, cluster } = same ?? (platformMatters ? undefined : saying[0]) ?? {};
  return file === undefined || cluster === undefined ? undefined : { file, cluster };
}
