/** A change of where images live, in the words that a fleet acknowledges, and whether one is under way. */

/** What identifies a cluster's storage: backend, bucket or claim, account, endpoint. */
export type StorageIdentity = Readonly<Record<string, string>>;

/** What is remembered of a cluster that keeps the operator's own storage. */
export const OWN_STORAGE: StorageIdentity = { backend: 'platform' };

/** `s3 bucket=acme`: a line people can read and machines can compare. */
export function describeIdentity({ backend = '?', ...rest }: StorageIdentity): string {
  const parts = Object.keys(rest)
    .sort()
    .map(key => `${key}=${rest[key]}`);
  return [backend, ...parts].join(' ');
}

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

/** The change that led to where the cluster's images live now, if it is among these. */
export function changeUnderWay(
  cluster: string,
  now: StorageIdentity,
  changes: readonly string[],
): ChangeUnderWay | undefined {
  const [head, tail] = [`${cluster} moves from `, ` to ${describeIdentity(now)}`];
  const change = changes.find(text => text.startsWith(head) && text.endsWith(tail));
  const from = change?.slice(head.length).split(' ')[0];
  return change === undefined || from === undefined ? undefined : { change, from };
}
