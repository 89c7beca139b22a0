/** A change of where images live, in the words that a fleet acknowledges, and whether one is under way. */

import { sameEndpoint } from '../values/endpoint';

/** What identifies a cluster's storage: backend, bucket or claim, account, endpoint. */
export type StorageIdentity = Readonly<Record<string, string>>;

/** Names that stand for a backend where git names none: the operator's own storage, and none at all. */
export const OWN_STORAGE = { backend: 'platform' } as const;
export const NO_STORAGE = { backend: 'none' } as const;

/** `s3 bucket=acme`: a line people can read and machines can compare. The operator's own storage is its platform's. */
export function describeIdentity({ backend = '?', ...rest }: StorageIdentity): string {
  const parts = Object.keys(rest)
    .sort()
    .map(key => `${key}=${rest[key]}`);
  const own = backend === OWN_STORAGE.backend && rest.platform !== undefined;
  return (own ? parts.reverse() : [backend, ...parts]).join(' ');
}

/** Whether images are where they were, however that is written. What one of the two does not tell, is not compared. */
export function sameStorage(before: StorageIdentity, after: StorageIdentity): boolean {
  const others = before.existing !== undefined || after.existing !== undefined;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  keys.delete('existing');
  return [...keys].every(key => {
    const [was, is] = [before[key], after[key]];
    if (was === is) return true;
    if (was === undefined || is === undefined)
      return others || UNTOLD.includes(key) || (key === 'class' && before.backend === 'pvc' && was === undefined);
    return key === 'endpoint' && sameEndpoint(was, is);
  });
}

/** Parts of the operator's own storage that need not be shown. */
const UNTOLD: readonly string[] = ['platform', 'bootstrap'];

/** The change as the fleet acknowledges it. */
export const storageChange = (cluster: string, from: StorageIdentity, to: StorageIdentity): string =>
  `${startOfChange(cluster, from)}${describeIdentity(to)}`;

/** What every change of this cluster begins with that leaves this storage. */
export const startOfChange = (cluster: string, from: StorageIdentity): string =>
  `${cluster} moves from ${describeIdentity(from)} to `;

/** A change that is acknowledged, and not yet taken out of the configuration. */
export interface ChangeUnderWay {
  /** In the words of the acknowledgement. */
  readonly change: string;
  /** The backend that is left; `platform` for the operator's own storage. */
  readonly from: string;
}

/** The last change that led to where the cluster's images live now, if it is among these, which are in order. */
export function changeUnderWay(
  cluster: string,
  now: StorageIdentity,
  changes: readonly string[],
): ChangeUnderWay | undefined {
  if (changes.length === 0) return undefined;
  const [head, tail] = [`${cluster} moves from `, ` to ${describeIdentity(now)}`];
  const change = [...changes].reverse().find(text => text.startsWith(head) && text.endsWith(tail));
  const from = /^[^ =]*/.exec(change?.slice(head.length) ?? '')?.[0];
  return change === undefined || from === undefined ? undefined : { change, from };
}
