/** Which files, clusters and objects of two sides belong together. */

import { didYouMean } from '../../config/nearest';
import type { ClusterPair, ClusterView, ReviewObject } from '../change';
import { ReviewError } from '../review-error';
import { clusterOfPath, isLive, isShared, objectsIn } from '../sides/objects';
import type { Side, SideFile } from '../sides/side';

/** A cluster of two sides, and its objects in files that are not the same on both. */
export interface ComparedCluster {
  readonly name: string | undefined;
  readonly pair: ClusterPair;
  readonly before: ReadonlyMap<string, ReviewObject>;
  readonly after: ReadonlyMap<string, ReviewObject>;
  /** Whether the side has the cluster at all. */
  readonly inBefore: boolean;
  readonly inAfter: boolean;
}

/** Two sides, with only the differing files read. */
export interface ComparedSides {
  /** How many clusters both sides have together. */
  readonly clusters: number;
  readonly changed: readonly ComparedCluster[];
}

type Objects = readonly ReviewObject[];

/** Reads both sides as far as they differ; `only` names the clusters to compare. */
export function compareSides(base: Side, head: Side, only: readonly string[]): ComparedSides {
  const [differsBefore, differsAfter] = differing(base, head);
  const changedPaths = [...differsBefore, ...differsAfter];
  const folders = new Set(changedPaths.map(clusterOfPath));
  const flat = [base, head].some(side => side.files.some(({ path }) => clusterOfPath(path) === undefined));
  const before = new SideReader(base, folders, flat);
  const after = new SideReader(head, folders, flat);
  nameTheRest(before, after, only);
  const names = namesOf(before, after);
  const unknown = only.find(name => !names.includes(name));
  if (unknown !== undefined)
    throw new ReviewError(`neither side has a cluster "${unknown}"${didYouMean(unknown, names)}`);
  const partial = before.live === after.live ? undefined : before.live ? 'after' : 'before';
  const wanted = names.filter(name => only.length === 0 || only.includes(name));
  const shared = only.length === 0 && partial === undefined ? [undefined] : [];
  const changed = [...wanted, ...shared].map((name): ComparedCluster => {
    const pair: ClusterPair = { before: before.view(name), after: after.view(name), ...(partial ? { partial } : {}) };
    return {
      name,
      pair,
      before: byIdentity(before.objects(name, differsBefore)),
      after: byIdentity(after.objects(name, differsAfter)),
      inBefore: name === undefined || before.names.has(name),
      inAfter: name === undefined || after.names.has(name),
    };
  });
  return { clusters: wanted.length, changed: changed.filter(({ before: old, after: now }) => old.size + now.size > 0) };
}

/** A dump is of one cluster: the other clusters are not compared with it. */
function namesOf(before: SideReader, after: SideReader): readonly string[] {
  const telling = [before, after].filter(({ live }) => live);
  const readers = telling.length === 0 ? [before, after] : telling;
  return [...new Set(readers.flatMap(({ names }) => [...names]))].sort();
}

/** Paths that are not the same on both sides. */
function differing(base: Side, head: Side): readonly [ReadonlySet<string>, ReadonlySet<string>] {
  const idOf = (files: readonly SideFile[]): ReadonlyMap<string, string> =>
    new Map(files.map(({ path, id }) => [path, id]));
  const [old, now] = [idOf(base.files), idOf(head.files)];
  const unlike = (mine: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): ReadonlySet<string> =>
    new Set([...mine].filter(([path, id]) => other.get(path) !== id).map(([path]) => path));
  return [unlike(old, now), unlike(now, old)];
}

/** The cluster of a dump: by the label of its objects, or the only cluster of the other side. */
function nameTheRest(before: SideReader, after: SideReader, only: readonly string[]): void {
  for (const [reader, other] of [
    [before, after],
    [after, before],
  ] as const) {
    if (!reader.hasUnnamed) continue;
    const choices = [only, [...reader.names], [...other.names]];
    const name = choices.find(names => names.length === 1)?.[0];
    if (name === undefined && (reader.names.size > 0 || other.names.size > 0)) {
      const many = Math.max(reader.names.size, other.names.size);
      throw new ReviewError(`${reader.side.label} could be any of ${many} clusters: name it with --cluster`);
    }
    reader.nameUnnamed(name ?? 'cluster');
  }
}

function byIdentity(objects: Objects): ReadonlyMap<string, ReviewObject> {
  return new Map(
    objects.map(object => [[object.group, object.kind, object.namespace ?? '', object.name].join('|'), object]),
  );
}

/** One side, read file by file. */
class SideReader {
  /** Names of the clusters of the side. */
  public readonly names = new Set<string>();
  public live = false;
  public hasUnnamed = false;
  private readonly texts: ReadonlyMap<string, string>;
  private readonly parsed = new Map<string, Objects>();
  private readonly byCluster = new Map<string | undefined, string[]>();
  private readonly unnamed: string[] = [];
  private fallback = '';

  public constructor(
    public readonly side: Side,
    folders: ReadonlySet<string | null | undefined>,
    private readonly flat: boolean,
  ) {
    const needed = side.files.map(({ path }) => path).filter(path => this.isNeeded(path, folders));
    this.texts = side.texts(needed);
    for (const { path } of side.files) this.place(path);
    for (const path of this.unnamed) this.look(path);
  }

  /** A dump is compared with whole clusters; the AppProject decides what may be synced. */
  private isNeeded(path: string, folders: ReadonlySet<string | null | undefined>): boolean {
    const cluster = clusterOfPath(path);
    return this.flat || folders.has(cluster) || (cluster === null && path.includes('AppProject'));
  }

  private place(path: string): void {
    const cluster = clusterOfPath(path);
    if (cluster === undefined) this.unnamed.push(path);
    else if (cluster === null) this.add(undefined, path);
    else {
      this.names.add(cluster);
      this.add(cluster, path);
    }
  }

  private add(cluster: string | undefined, path: string): void {
    const paths = this.byCluster.get(cluster) ?? [];
    paths.push(path);
    this.byCluster.set(cluster, paths);
  }

  /** A file outside the folders of clusters is read at once: the labels of its objects name their cluster. */
  private look(path: string): void {
    for (const object of this.parse(path)) {
      if (object.cluster === undefined) this.hasUnnamed ||= !isShared(object);
      else this.names.add(object.cluster);
      this.live ||= isLive(object);
    }
  }

  public nameUnnamed(name: string): void {
    this.fallback = name;
    this.names.add(name);
  }

  private parse(path: string): Objects {
    const known = this.parsed.get(path);
    if (known) return known;
    const objects = objectsIn(this.side.label, path, this.texts.get(path) ?? '');
    this.parsed.set(path, objects);
    return objects;
  }

  /** Objects of a cluster in these files. */
  public objects(cluster: string | undefined, paths: ReadonlySet<string>): Objects {
    const own = (this.byCluster.get(cluster) ?? []).filter(path => paths.has(path)).flatMap(path => this.parse(path));
    return [...own, ...this.loose(cluster, path => paths.has(path))];
  }

  private loose(cluster: string | undefined, wanted: (path: string) => boolean): Objects {
    const owner = (object: ReviewObject): string | undefined =>
      object.cluster ?? (isShared(object) ? undefined : this.fallback);
    return this.unnamed
      .filter(wanted)
      .flatMap(path => this.parse(path))
      .filter(object => owner(object) === cluster)
      .map(object => ({ ...object, cluster }));
  }

  /** The cluster as rules see it; a file is read when one of its kinds is needed. */
  public view(cluster: string | undefined): ClusterView {
    const kinds = new Map<string, Objects>();
    const find = (of: string | undefined, kind: string): Objects => {
      const paths = (this.byCluster.get(of) ?? []).filter(path => this.texts.get(path)?.includes(kind));
      const found = [...paths.flatMap(path => this.parse(path)), ...this.loose(of, () => true)];
      return found.filter(object => object.kind === kind);
    };
    const cached = (of: string | undefined, kind: string): Objects => {
      const key = `${of === undefined ? '' : 'own'} ${kind}`;
      const found = kinds.get(key) ?? find(of, kind);
      kinds.set(key, found);
      return found;
    };
    return { name: cluster, ofKind: kind => cached(cluster, kind), shared: kind => cached(undefined, kind) };
  }
}
