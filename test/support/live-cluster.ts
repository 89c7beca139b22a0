/** Clusters as `oc get -o yaml --show-managed-fields` prints them, made up piece by piece. */

import { stringify } from 'yaml';
import { type Adopted, adopt } from '../../src/adopt/adopt';
import type { PlatformName } from '../../src/config/shape/cluster';
import type { BackendName } from '../../src/facts/backends';
import { bootstrapBackends, PLATFORMS } from '../../src/facts/platforms';
import type { Files } from '../../src/load/files';
import type { AnyManifest } from './fleet';
import { expectHeadlines } from './headline';
import { operatorWrite } from './operator-write';

type Plain = Record<string, unknown>;

export const OPERATOR = 'cluster-image-registry-operator';

/** managedFields of one manager that owns every leaf of the spec. */
export const ownedBy = (manager: string, spec: Plain, operation = 'Update'): Plain => ({
  manager,
  operation,
  fieldsType: 'FieldsV1',
  fieldsV1: { 'f:spec': fieldsOf(spec) },
});

function fieldsOf(value: unknown): Plain {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [`f:${key}`, fieldsOf(item)]));
}

/** An object as the API server gives it out. */
export const liveObject = (apiVersion: string, kind: string, metadata: Plain, rest: Plain): Plain => ({
  apiVersion,
  kind,
  metadata: { uid: '11111111-2222-4333-8444-555555555555', resourceVersion: '7', generation: 3, ...metadata },
  ...rest,
});

/** The registry's Config: what the operator wrote, and what others set on it, by manager. */
export function liveConfig(
  spec: Plain,
  managers: readonly Plain[] = [ownedBy(OPERATOR, spec)],
  more: Plain = {},
): Plain {
  return liveObject(
    'imageregistry.operator.openshift.io/v1',
    'Config',
    { name: 'cluster', managedFields: managers },
    { spec: { httpSecret: 'f'.repeat(128), ...spec }, status: { observedGeneration: 3, conditions: [] }, ...more },
  );
}

/** Infrastructure and ClusterVersion. */
export const liveSite = (platform: string, version = '4.14.38', status: Plain = {}): readonly Plain[] => [
  liveObject(
    'config.openshift.io/v1',
    'Infrastructure',
    { name: 'cluster' },
    {
      status: {
        apiServerURL: 'https://api.plant.example.com:6443',
        controlPlaneTopology: 'HighlyAvailable',
        infrastructureTopology: 'HighlyAvailable',
        infrastructureName: 'plant-x7k2p',
        platformStatus: { type: platform },
        ...status,
      },
    },
  ),
  liveObject(
    'config.openshift.io/v1',
    'ClusterVersion',
    { name: 'version' },
    {
      status: { desired: { version }, history: [{ state: 'Completed', version }] },
    },
  ),
];

/** Documents of a dump, and names of Secrets. */
export const dumpOf = (objects: readonly Plain[], secrets: readonly string[] = []): string =>
  [
    ...objects.map(object => stringify(object, { aliasDuplicateObjects: false })),
    secrets.map(name => `# secret/${name}\n`).join(''),
  ].join('---\n');

/** Adopts a text. */
export function adoptText(text: string, name?: string): Adopted {
  const adopted = adoptAnything(text, name);
  expectHeadlines(adopted.findings.map(({ what }) => what));
  return adopted;
}

/** The same for a dump that may hold anything, in names and values that a first line repeats. */
export const adoptAnything = (text: string, name?: string): Adopted =>
  adopt(['dump.yaml'], name, filesOf({ 'dump.yaml': text }));

/** Files that are in memory. */
export const filesOf = (texts: Readonly<Record<string, string>>): Files => ({
  text: path => texts[path] ?? fail(path),
  entries: () => [],
  isFolder: () => false,
});

function fail(path: string): never {
  throw Object.assign(new Error(path), { code: 'ENOENT' });
}

/** The cluster that something was synthesized for. */
export interface SyncedSite {
  readonly platform: PlatformName;
  readonly version: string;
  readonly bootstrapStorage?: BackendName;
}

/** A cluster that runs what was synthesized: applied by Argo CD, and written back by the operator. */
export function synced(manifests: readonly AnyManifest[], site: SyncedSite): readonly Plain[] {
  const { platform, version, bootstrapStorage } = site;
  const platformDefault = bootstrapStorage ?? bootstrapBackends(platform, version)[0];
  const live = manifests.map((manifest): Plain => {
    const spec = manifest.spec as Plain | undefined;
    if (spec === undefined) return manifest;
    const written = manifest.kind === 'Config' ? operatorWrite(manifest, { version, platformDefault }) : manifest;
    const managers = [
      ownedBy('argocd-controller', spec, 'Apply'),
      ownedBy(OPERATOR, without(written.spec as Plain, spec)),
    ];
    return { ...written, metadata: { ...(written.metadata as Plain), uid: 'x', managedFields: managers } };
  });
  return [...live, ...claimsOfOthers(manifests), ...liveSite(PLATFORMS[platform].infrastructure, `${version}.3`)];
}

/** A claim that the Config names and that is not among the manifests is made by someone else. */
function claimsOfOthers(manifests: readonly AnyManifest[]): readonly Plain[] {
  const name = manifests.find(({ kind }) => kind === 'Config')?.spec?.storage?.pvc?.claim;
  const isOurs = manifests.some(({ kind, metadata }) => kind === 'PersistentVolumeClaim' && metadata.name === name);
  if (name === undefined || isOurs) return [];
  const spec = { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '100Gi' } } };
  const metadata = { name, namespace: 'openshift-image-registry', managedFields: [ownedBy('other', spec, 'Apply')] };
  return [liveObject('v1', 'PersistentVolumeClaim', metadata, { spec })];
}

/** What only the operator wrote. */
function without(value: Plain, applied: Plain): Plain {
  const entries = Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    const other = applied[key];
    if (other === undefined) return [[key, item]];
    if (!isMap(item) || !isMap(other)) return [];
    const rest = without(item, other);
    return Object.keys(rest).length > 0 ? [[key, rest]] : [];
  });
  return Object.fromEntries(entries);
}

const isMap = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
