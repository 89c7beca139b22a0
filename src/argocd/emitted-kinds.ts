/** What a fleet's output consists of, summed up one object at a time, so that no cluster's objects need to be kept. */

import { isOnEveryCluster } from '../facts/platform-namespaces';
import { type Manifest, ofCluster } from '../manifests/common/manifest';
import { DEFAULT_JOB_NAMESPACE } from '../model/jobs';
import { EmittedPart, partOutline } from './emitted-part';

/** What is in the namespaces, and the namespaces that are ours to make. */
export interface EmittedPlaces {
  /** Namespaces that are ours, by name. */
  readonly made: Map<string, Manifest>;
  /** What is in each namespace, by its name. */
  readonly parts: Map<string, EmittedPart>;
}

const noPlaces = (): EmittedPlaces => ({ made: new Map(), parts: new Map() });

/** Sums up objects; what is asked of it is sorted, whatever the order they came in. */
export class EmittedKinds {
  /** Everything. */
  public readonly all = new EmittedPart();
  /** What is in no namespace. */
  public readonly clusterScoped = new EmittedPart();
  /** Namespaces that every cluster has, or gets. */
  public readonly shared: EmittedPlaces = noPlaces();
  readonly #own = new Map<string, EmittedPlaces>();
  readonly #namespaces = new Map<string, Set<string>>();

  /** Takes in one object of a cluster. */
  add(cluster: string, manifest: Manifest): void {
    this.all.add(manifest);
    this.#addNamespace(cluster, manifest.metadata.namespace);
    if (isNamespace(manifest)) this.#make(cluster, manifest);
    else this.#partOf(cluster, manifest.metadata.namespace).add(manifest);
  }

  /** Every cluster with the namespaces its objects are in, both by name. */
  get clusters(): readonly { readonly name: string; readonly namespaces: readonly string[] }[] {
    const byName = [...this.#namespaces].sort(byKey);
    return byName.map(([name, namespaces]) => ({ name, namespaces: [...namespaces].sort() }));
  }

  /** Every namespace some cluster's objects are in, by name. */
  get namespaces(): readonly string[] {
    return [...new Set([...this.#namespaces.values()].flatMap(names => [...names]))].sort();
  }

  /** Namespaces that only some clusters have, by the name of each of these. */
  get own(): readonly (readonly [cluster: string, places: EmittedPlaces])[] {
    return [...this.#own].sort(byKey);
  }

  #make(cluster: string, namespace: Manifest): void {
    const { name } = namespace.metadata;
    const { made } = this.#placesOf(cluster, name);
    const known = made.get(name);
    // Where clusters of several versions share it, its pod security level is one that suits them all.
    if (known === undefined || podSecurity(namespace) < podSecurity(known)) made.set(name, namespace);
  }

  #partOf(cluster: string, namespace: string | undefined): EmittedPart {
    if (namespace === undefined) return this.clusterScoped;
    const { parts } = this.#placesOf(cluster, namespace);
    const part = parts.get(namespace) ?? new EmittedPart();
    parts.set(namespace, part);
    return part;
  }

  #placesOf(cluster: string, namespace: string): EmittedPlaces {
    if (namespace === DEFAULT_JOB_NAMESPACE || isOnEveryCluster(namespace)) return this.shared;
    const places = this.#own.get(cluster) ?? noPlaces();
    this.#own.set(cluster, places);
    return places;
  }

  #addNamespace(cluster: string, namespace: string | undefined): void {
    const namespaces = this.#namespaces.get(cluster) ?? new Set();
    if (namespace !== undefined) namespaces.add(namespace);
    this.#namespaces.set(cluster, namespaces);
  }
}

/** As much of an object of a cluster as is summed up: the same for many of them. */
export const emittedOutline = (manifest: Manifest, cluster: string): Manifest =>
  isNamespace(manifest) ? ofCluster(manifest, cluster) : partOutline(manifest);

/** Namespaces are the one thing that has to be there before Argo CD can be given rights in it. */
export const isNamespace = ({ apiVersion, kind }: Manifest): boolean => apiVersion === 'v1' && kind === 'Namespace';

/** The labels that say which pods a namespace admits. */
export const podSecurityOf = ({ metadata }: Manifest): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries((metadata as { readonly labels?: Readonly<Record<string, string>> }).labels ?? {}).filter(([key]) =>
      key.startsWith('pod-security.kubernetes.io/'),
    ),
  );

/** `baseline` comes before `restricted`. */
const podSecurity = (namespace: Manifest): string => Object.values(podSecurityOf(namespace)).join();

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
