/** Which acknowledgements are left: each entry of the configuration allows one change, once. */

/** The entries of a configuration, and those that were used before. */
export interface Ledger {
  /** Uses an entry for the change; false if none is left. */
  readonly take: (change: string) => boolean;
  /** Uses one entry for each change, or none at all. */
  readonly takeAll: (changes: readonly string[]) => boolean;
  /** Changes with an entry left. */
  readonly left: () => readonly string[];
  /** Whether an entry was used before, by its position. */
  readonly wasUsed: (index: number) => boolean;
  /** Whether an entry was used now, by its position. */
  readonly isUsed: (index: number) => boolean;
  /** What the lock records: used entries that the configuration still has, in the order of their use. */
  readonly used: () => readonly string[];
}

/** Opens the ledger; the same change may have several entries, one for each time that it happens. */
export function openLedger(entries: readonly string[], before: readonly string[]): Ledger {
  const usedBefore = new Set<number>();
  const remembered = before.filter(change => {
    const index = entries.findIndex((entry, position) => entry === change && !usedBefore.has(position));
    if (index >= 0) usedBefore.add(index);
    return index >= 0;
  });
  const usedNow = new Set<number>();
  const free = (change: string): number =>
    entries.findIndex((entry, index) => entry === change && !usedBefore.has(index) && !usedNow.has(index));
  const take = (change: string): boolean => {
    const index = free(change);
    if (index >= 0) usedNow.add(index);
    return index >= 0;
  };
  return {
    take,
    takeAll: changes => {
      const possible = changes.length > 0 && changes.every(change => free(change) >= 0);
      return possible && changes.every(take);
    },
    left: () => entries.filter((_, index) => !usedBefore.has(index) && !usedNow.has(index)),
    wasUsed: index => usedBefore.has(index),
    isUsed: index => usedNow.has(index),
    used: () => [...remembered, ...[...usedNow].map(index => entries[index] ?? '')],
  };
}
