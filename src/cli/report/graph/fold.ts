/** Objects to boxes: small parts join the object they belong to, and many of one kind become one box. */

import { shownText } from '../../../findings/shown';
import type { Manifest } from '../../../manifests/common/manifest';
import type { GraphNode, Tone } from './node';

const PERMISSIONS = 'Permissions';

/** Kinds that only permit something; those of one wave are one box. */
const PERMITTING: ReadonlySet<string> = new Set([
  ...['ServiceAccount', 'Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'],
]);

/** API groups of operators that create buckets and accounts, and a name for their objects together. */
const MAKERS: Readonly<Record<string, string>> = {
  's3.services.k8s.aws': 'Bucket by ACK',
  's3.aws.upbound.io': 'Bucket by Crossplane',
  's3.aws.m.upbound.io': 'Bucket by Crossplane',
  'storage.cnrm.cloud.google.com': 'Bucket by Config Connector',
  'storage.azure.com': 'Account by Azure operator',
};

/** Titles of boxes that create the storage. */
export const PROVISIONED: ReadonlySet<string> = new Set(Object.values(MAKERS));

/** Colours by kind; all others are `other`. */
const TONES: Readonly<Record<string, Tone>> = {
  Config: 'registry',
  ...toneOf('storage', 'PersistentVolumeClaim', 'PersistentVolume', 'StorageClass', 'ObjectBucketClaim'),
  ...toneOf('storage', 'BucketClass', 'BackingStore', ...PROVISIONED),
  ...toneOf('secret', 'Secret', 'ExternalSecret', 'SealedSecret', 'SecretStore', 'Certificate'),
  ...toneOf('job', 'Job', 'CronJob', 'ConfigurationPolicy'),
};

function toneOf(tone: Tone, ...titles: readonly string[]): Readonly<Record<string, Tone>> {
  return Object.fromEntries(titles.map(title => [title, tone]));
}

/** Objects of one kind in one wave that are still boxes of their own. */
const APART = 2;

const WAVE = 'argocd.argoproj.io/sync-wave';

/** The boxes, and where each object went, by their positions. */
export function foldObjects(manifests: readonly Manifest[]): {
  readonly nodes: readonly GraphNode[];
  readonly boxOf: (object: number) => number;
} {
  const kinds = new Map<string, number>();
  const keys = manifests.map(manifest => `${waveOf(manifest)} ${titleOf(manifest)}`);
  for (const key of keys) kinds.set(key, (kinds.get(key) ?? 0) + 1);
  const boxes = new Map<string, Manifest[]>();
  const own = manifests.map((manifest, index) => {
    const key = keys[index] ?? '';
    const alone = titleOf(manifest) === manifest.kind && (kinds.get(key) ?? 0) <= APART;
    const box = alone ? `${key} ${index}` : key;
    boxes.set(box, [...(boxes.get(box) ?? []), manifest]);
    return box;
  });
  const positions = new Map([...boxes.keys()].map((box, position) => [box, position]));
  return {
    nodes: [...boxes.values()].map(nodeOf),
    boxOf: object => positions.get(own[object] ?? '') ?? -1,
  };
}

/** Kinds that mean little by themselves. */
const WORDS: Readonly<Record<string, string>> = { Config: 'Registry (Config)' };

const titleOf = ({ apiVersion, kind }: Manifest): string =>
  (PERMITTING.has(kind) ? PERMISSIONS : undefined) ?? MAKERS[apiVersion.split('/')[0] ?? ''] ?? kind;

function nodeOf(manifests: readonly Manifest[]): GraphNode {
  const [first] = manifests as readonly [Manifest, ...Manifest[]];
  const title = titleOf(first);
  const named = manifests.length === 1 || PROVISIONED.has(title);
  const name = named ? first.metadata.name : `${manifests.length} objects`;
  return { tone: TONES[title] ?? 'other', title: WORDS[title] ?? title, name: shownText(name), when: waveOf(first) };
}

/** The wave of an object; without the annotation Argo CD uses 0. */
function waveOf({ metadata }: Manifest): number {
  const { annotations } = metadata as { readonly annotations?: Readonly<Record<string, string>> };
  return Number(annotations?.[WAVE] ?? 0);
}
