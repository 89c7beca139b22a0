/** How to copy the images when the registry moves: the steps, with this cluster's names. */

import { isPlainMap, type PlainMap } from '../config/plain-map';
import { identityOf, isBackend } from '../facts/backends';
import { COPY_POD, copyCommands, folderOf, type Place, placeOf, type Role } from '../facts/image-copy';
import { describeIdentity } from '../model/storage-change';
import { quote } from '../values/shell-word';
import type { Change, Step } from './change';
import { valueAt } from './compare/paths';
import { backendsOf } from './rules/storage';

/** Codes of changes that leave images behind. */
const MOVES: ReadonlySet<string> = new Set(['images-moved', 'storage-name-dropped', 'images-in-pods']);

/** A place, and how people name it. */
interface Side {
  readonly place: Place;
  readonly words: string;
}

/** The steps for a change that leaves images behind; undefined for every other one. */
export function recipeFor(change: Change, before: unknown, after: unknown): readonly Step[] | undefined {
  if (change.kind !== 'Config' || !MOVES.has(change.code)) return undefined;
  const [from, to] = [sideOf(before, 'old'), sideOf(after, 'new')];
  if (from === undefined || to === undefined) return undefined;
  return [
    {
      say: `leave this change out; set registry.readOnly: true${on(change)}, sync, and wait for the pods: pushes are refused until the last step`,
    },
    ...podFor(from.place, to.place, change.cluster),
    {
      say: `copy from ${from.words} to ${to.words}`,
      run: copyCommands(from.place, to.place).join(' && '),
    },
    { say: 'copy a second time: nothing must be left to copy' },
    { say: 'merge this change together with readOnly removed, and sync' },
    { say: 'pull an image that was pushed before the move, and only then delete the old storage' },
  ];
}

const on = ({ cluster }: Change): string => (cluster === undefined ? '' : ` on ${cluster}`);

function sideOf(config: unknown, role: Role): Side | undefined {
  const [backend, ...more] = backendsOf(config);
  if (backend === undefined || more.length > 0 || !isBackend(backend)) return undefined;
  const fields = valueAt(config, 'spec', 'storage', backend);
  const known: PlainMap = isPlainMap(fields) ? fields : {};
  const place = placeOf(backend, known, role);
  const identity = identityOf(backend, known);
  const isNamed = Object.keys(identity).length > 1;
  const words = isNamed ? describeIdentity(identity) : `the ${backend} storage that the operator created`;
  return place && { place, words };
}

/** Volumes are copied in a pod that mounts them. */
function podFor(from: Place, to: Place, cluster: string | undefined): readonly Step[] {
  const mounts = [
    ...(from.kind === 'claim' ? [`claim ${from.claim} at ${folderOf('old')}`] : []),
    ...(to.kind === 'claim' ? [`claim ${to.claim} at ${folderOf('new')}`] : []),
  ];
  if (mounts.length === 0) return [];
  const say = `create a pod ${COPY_POD} that mounts ${mounts.join(' and ')}; this prints one, with a name to replace`;
  return [{ say, run: `registry-gitops verify ${quote(cluster ?? 'CLUSTER')} --task migrate` }];
}
