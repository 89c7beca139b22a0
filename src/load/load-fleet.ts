/** Reads a fleet file and its cluster files, and keeps the place of every piece. */

import { dirname } from 'node:path';
import { nearest } from '../config/nearest';
import { isPlainMap } from '../config/plain-map';
import { fleetSettings } from '../config/schema';
import type { ConfigPath, Finding, Place, Problem } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';
import { onceFor } from '../values/once-for';
import { remembered } from '../values/remembered';
import { type ClusterFile, clusterFilesOf } from './cluster-files';
import { entriesOf, openEntries } from './dropped-entry';
import { DISK, type Files } from './files';
import { entryOf, type KnownFiles, type Layer, NOTHING_KNOWN, type OwnEntry, readLayer } from './layer';
import { locateInLayers, writtenInLayers } from './layer-places';
import { mergeLayers, mergeTwo } from './merge';
import { rebaseFiles } from './rebase-files';
import { Source } from './source';
import { type Opened, openYaml } from './yaml/open-yaml';

/** One cluster, not yet checked. */
export interface LoadedCluster {
  readonly own: OwnEntry;
  /** Defaults, profiles and the cluster's own entry, lowest first. */
  readonly layers: readonly Layer[];
  /** Names of profiles that do not exist, with their index in the cluster's list. */
  readonly unknownProfiles: readonly {
    readonly index: number;
    readonly name: string;
    readonly known: readonly string[];
  }[];
  /** The layers merged, again at each call, so that a large fleet is never held merged as a whole. */
  readonly merged: (this: LoadedCluster) => unknown;
  /** Place of a path below the cluster. */
  readonly locate: (this: LoadedCluster, path: ConfigPath) => Place;
  /** A scalar as it was written. */
  readonly written: (this: LoadedCluster, path: ConfigPath) => string | undefined;
}

/** A fleet, not yet checked. */
export interface LoadedFleet {
  readonly file: string;
  /** Every file that was read, this one included. */
  readonly files: readonly string[];
  /** The fleet's own map; null if nothing could be read. */
  readonly root: Readonly<Record<string, unknown>> | null;
  readonly clusters: readonly LoadedCluster[];
  /** Profiles by name. */
  readonly profiles: Readonly<Record<string, Layer>>;
  readonly findings: readonly Finding[];
  /** Place of a path in the fleet file. */
  readonly locate: (path: ConfigPath) => Place;
}

/** Reads everything but what is known; problems become findings, never exceptions. */
export function loadFleet(file: string, files: Files = DISK, known: KnownFiles = NOTHING_KNOWN): LoadedFleet {
  const findings: Finding[] = [];
  const opened = openYaml(file, findings, undefined, files);
  const source = opened?.source ?? new Source(file, '');
  const locate = (path: ConfigPath): Place => source.locate(0, path).place;
  const root = opened ? rootOf(opened, findings) : null;
  if (root === null) return { file, files: [file], root: null, clusters: [], profiles: {}, findings, locate };

  const folder = dirname(file);
  const keys = keysOf(root);
  const layer = (path: ConfigPath, value: unknown): Layer =>
    readLayer({ source, document: 0, path }, rebaseFiles(value, folder));
  const profiles = Object.fromEntries(
    Object.entries(isPlainMap(root[keys.profiles]) ? (root[keys.profiles] as object) : {}).map(([name, value]) => [
      name,
      layer([keys.profiles, name], value),
    ]),
  );
  const all = root[keys.defaults] ?? null;
  const defaults = all === null ? [] : [layer([keys.defaults], all)];
  const others = clusterFilesOf(file, root.clusterFiles, locate, findings, files);
  const own: readonly OwnEntry[] = [
    ...(Array.isArray(root.clusters) ? root.clusters : []).map((value, index) =>
      entryOf(layer(['clusters', index], value)),
    ),
    ...others.flatMap(found => known(found.file) ?? entriesIn(found, findings, files)),
  ];
  // Merged once for all clusters with the same profiles in the same order. What is not a map is already refused; what it
  // hides must not be reported as missing too.
  const belowOf = remembered((names: string): LayersBelow => {
    const named = (JSON.parse(names) as string[]).map(name => profiles[name] as Layer);
    const layers = [...defaults, ...named].filter(({ value }) => isPlainMap(value));
    return { layers, merged: mergeLayers(layers.map(({ value }) => value)) };
  });
  return {
    file,
    files: [file, ...others.map(other => other.file)],
    root,
    profiles,
    findings,
    locate,
    clusters: own.map(loadedClusters(belowOf, profiles)),
  };
}

/**
 * The keys under which defaults and profiles are written. A misspelt one is an error; what it holds is meant all the same,
 * and no cluster should be asked for it.
 */
function keysOf(root: Readonly<Record<string, unknown>>): { readonly defaults: string; readonly profiles: string } {
  const unknown = Object.keys(root).filter(key => !FLEET_KEYS.includes(key));
  const written = (key: string): string =>
    root[key] === undefined ? (unknown.find(other => nearest(other, FLEET_KEYS) === key) ?? key) : key;
  return { defaults: written('defaults'), profiles: written('profiles') };
}

const FLEET_KEYS: readonly string[] = Object.keys(fleetSettings.properties ?? {});

function rootOf({ source, values }: Opened, findings: Finding[]): Readonly<Record<string, unknown>> | null {
  const refuse = (document: number, problem: Problem): null => {
    findings.push({ ...problem, place: source.locate(document, []).place });
    return null;
  };
  const [value] = values;
  if (values.length > 1 && values.slice(1).some(other => other !== null)) {
    const fix = 'remove the line ---, or move the clusters to files named in clusterFiles';
    return refuse(
      1,
      generalProblem('FLEET_DOCUMENTS', [], `the fleet file must be one YAML document, not ${values.length}`, fix),
    );
  }
  if (value === undefined || value === null) {
    const fix = 'add at least one cluster under the key clusters';
    return refuse(0, generalProblem('FLEET_EMPTY', [], 'the fleet file is empty', fix));
  }
  if (!isPlainMap(value)) {
    const what = `the fleet file must be a map, not ${Array.isArray(value) ? 'a list' : 'a single value'}`;
    const fix = 'begin with the line clusters: and indent the rest';
    return refuse(0, generalProblem('WRONG_TYPE', [], what, fix, CLUSTERS_ALONE));
  }
  const misplaced = objectProblem(value) ?? clusterProblem(value);
  return misplaced === undefined ? value : refuse(0, misplaced);
}

/** One cluster instead of a fleet. */
function clusterProblem({ platform, clusters, clusterFiles }: Readonly<Record<string, unknown>>): Problem | undefined {
  if (typeof platform !== 'string' || clusters !== undefined || clusterFiles !== undefined) return undefined;
  const fix = 'add the line clusters: above it, put a dash before its first key and indent the rest';
  return generalProblem('FIELD_ELSEWHERE', ['platform'], 'the file is a cluster, not a fleet', fix, CLUSTERS_ALONE);
}

const CLUSTERS_ALONE = 'a fleet is a map with the keys clusters, defaults and profiles: nothing else is read';

/** Something pasted from `oc get -o yaml`; undefined for anything else. */
export function objectProblem({ apiVersion, kind }: Readonly<Record<string, unknown>>): Problem | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const what = `this is a Kubernetes object, not configuration: ${kind} of ${apiVersion}`;
  return generalProblem('FLEET_IS_OBJECT', ['kind'], what);
}

function entriesIn(found: ClusterFile, findings: Finding[], files: Files): readonly OwnEntry[] {
  const { file } = found;
  const opened = openEntries(file, findings, found.place, files);
  if (!opened) return [];
  const entries = entriesOf(file, opened);
  if (entries.length === 0) {
    const fix = 'add a cluster, or delete the file';
    findings.push({
      ...generalProblem('FLEET_EMPTY', [], `${file} has no cluster in it`, fix),
      place: opened.source.placeAt(0),
    });
  }
  return entries;
}

/** What is below the entry of a cluster. */
interface LayersBelow {
  readonly layers: readonly Layer[];
  readonly merged: unknown;
}

/** What is kept of a cluster is little, because thousands are held at once. */
class ClusterEntry implements LoadedCluster {
  public constructor(
    public readonly own: OwnEntry,
    private readonly below: LayersBelow,
    public readonly unknownProfiles: LoadedCluster['unknownProfiles'],
  ) {}

  public get layers(): readonly Layer[] {
    return [...this.below.layers, this.own.layer];
  }

  public merged(): unknown {
    const { value } = this.own.layer;
    return isPlainMap(value) ? mergeTwo(this.below.merged, value) : value;
  }

  public locate(path: ConfigPath): Place {
    return locateInLayers(this.layers, path);
  }

  public written(path: ConfigPath): string | undefined {
    return writtenInLayers(this.layers, path);
  }
}

/** Entries as clusters; many have the same list of profiles, which is looked at once. */
function loadedClusters(
  belowOf: (names: string) => LayersBelow,
  profiles: Readonly<Record<string, Layer>>,
): (entry: OwnEntry) => LoadedCluster {
  const known = Object.keys(profiles);
  const isKnown = (name: unknown): name is string => typeof name === 'string' && Object.hasOwn(profiles, name);
  const namedBy = onceFor((named: OwnEntry['profiles']) => {
    const unknown = named.flatMap((name, index) =>
      typeof name === 'string' && !isKnown(name) ? [{ index, name, known }] : [],
    );
    return { below: belowOf(JSON.stringify(named.filter(isKnown))), unknown };
  });
  return entry => {
    const { below, unknown } = namedBy(entry.profiles);
    return new ClusterEntry(entry, below, unknown);
  };
}
