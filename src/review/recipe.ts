/** How to copy the images when the registry moves: the steps, with this cluster's names. */

import { quote } from '../values/shell-word';
import type { Change, Step } from './change';
import { textAt } from './compare/paths';
import { backendsOf } from './rules/storage';

/** Codes of changes that leave images behind. */
const MOVES: ReadonlySet<string> = new Set(['images-moved', 'storage-name-dropped', 'images-in-pods']);

/** Where images are, as an argument of rclone, and what to set up before. */
interface Place {
  readonly backend: string;
  /** `remote:bucket`, or a folder of a pod. */
  readonly target: string;
  readonly words: string;
}

/** Fields that name the place within a backend, in the order of an rclone path. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  s3: ['bucket'],
  gcs: ['bucket'],
  azure: ['container'],
  swift: ['container'],
  ibmcos: ['bucket'],
  oss: ['bucket'],
};

const WORDS: Readonly<Record<string, readonly string[]>> = {
  s3: ['bucket', 'regionEndpoint', 'region'],
  azure: ['accountName', 'container'],
  pvc: ['claim'],
  swift: ['container', 'authURL'],
};

/** The steps for a change that leaves images behind; undefined for every other one. */
export function recipeFor(change: Change, before: unknown, after: unknown): readonly Step[] | undefined {
  if (change.kind !== 'Config' || !MOVES.has(change.code)) return undefined;
  const [from, to] = [placeOf(before, 'old'), placeOf(after, 'new')];
  if (from === undefined || to === undefined || [from.backend, to.backend].includes('emptyDir')) return undefined;
  return [
    {
      say: `leave this change out; set registry.readOnly: true${on(change)}, sync, and wait for the pods: pushes are refused until the last step`,
    },
    { ...copy(from, to), say: `copy from ${from.words} to ${to.words}${copy(from, to).say}` },
    { say: 'copy a second time: nothing must be left to copy' },
    { say: 'merge this change together with readOnly removed, and sync' },
    { say: 'pull an image that was pushed before the move, and only then delete the old storage' },
  ];
}

const on = ({ cluster }: Change): string => (cluster === undefined ? '' : ` on ${cluster}`);

function placeOf(config: unknown, remote: string): Place | undefined {
  const [backend, ...more] = backendsOf(config);
  if (backend === undefined || more.length > 0) return undefined;
  const at = (key: string): string | undefined => textAt(config, 'spec', 'storage', backend, key);
  const names = (NAMES[backend] ?? []).map(at).filter(name => name !== undefined);
  const words = (WORDS[backend] ?? NAMES[backend] ?? []).flatMap(key => {
    const value = at(key);
    return value === undefined ? [] : [`${key} ${value}`];
  });
  const named = words.length === 0 ? 'the storage that the operator created' : words.join(', ');
  return {
    backend,
    target: `${remote}:${names.length === 0 ? 'NAME' : names.join('/')}`,
    words: `${backend} (${named})`,
  };
}

/** Volumes are copied from inside a pod, other storage from anywhere. */
function copy(from: Place, to: Place): Step {
  const [old, now] = [quote(from.target), quote(to.target)];
  if (from.backend === 'pvc' && to.backend === 'pvc') {
    const where = ', in a pod that mounts both; scale the registry to 0 if they are ReadWriteOnce';
    return { say: where, run: 'rsync -a --delete /old/ /new/' };
  }
  if (from.backend === 'pvc') {
    const fetch = 'oc -n openshift-image-registry rsync deploy/image-registry:/registry/ ./registry/';
    return { say: '', run: `${fetch} && rclone sync ./registry ${now}` };
  }
  if (to.backend === 'pvc') {
    return { say: ', in a pod that mounts the new claim at /registry', run: `rclone sync ${old} /registry` };
  }
  return { say: '', run: `rclone sync --fast-list ${old} ${now}` };
}
