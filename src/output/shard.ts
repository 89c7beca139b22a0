/** `--shard I/N`: several runs that make the output of one fleet, each in a folder of its own; together they are the whole. */

import { OutputError } from './output-error';
import { OWNER_FILE } from './owner-file';

/** Which run it is, from 1, and how many there are. */
export interface ShardNumber {
  readonly index: number;
  readonly count: number;
}

/**
 * The part of the output that one run makes. Clusters are dealt out by name, in turn; what belongs to one cluster goes with
 * it, and what they share is made by the first run. So every path has one writer, and only the owner file is in each folder.
 */
export class Shard {
  /** The clusters of this run, by name. */
  public readonly clusters: readonly string[];
  readonly #writers: ReadonlyMap<string, number>;

  public constructor(
    private readonly number: ShardNumber,
    all: readonly string[],
  ) {
    const sorted = [...all].sort();
    this.#writers = new Map(sorted.map((name, place) => [name, (place % number.count) + 1]));
    this.clusters = sorted.filter(name => this.has(name));
  }

  /** Whether this run makes what clusters share, and writes the lock. */
  public get isFirst(): boolean {
    return this.number.index === 1;
  }

  /** Whether this run makes the objects of a cluster. */
  public has(cluster: string): boolean {
    return this.#writers.get(cluster) === this.number.index;
  }

  /** Whether this run compares a file of the output: what no run makes is left over, and is reported by the first. */
  public compares(path: string): boolean {
    return (this.#writerOf(path) ?? 1) === this.number.index;
  }

  /**
   * Refuses a folder that holds what another run makes: it is the output of the whole fleet, or of that run, and would lose it.
   *
   * @throws OutputError
   */
  public refuseOthers(paths: Iterable<string>, named: string): void {
    const { index, count } = this.number;
    for (const path of paths) {
      const writer = this.#writerOf(path);
      if (path === OWNER_FILE || writer === undefined || writer === index) continue;
      throw new OutputError(
        `${named} holds ${JSON.stringify(path)} of shard ${writer}/${count}, which shard ${index}/${count} would remove; choose an empty folder for each shard: -o ${named.replace(/\/+$/, '')}-${index}`,
      );
    }
  }

  /** The run that makes a file; absent where its cluster is not in the fleet. */
  #writerOf(path: string): number | undefined {
    const [top, cluster = '', file] = path.split('/');
    const isOfCluster = (top === 'clusters' || top === 'rights') && file !== undefined;
    return isOfCluster ? this.#writers.get(cluster) : 1;
  }
}
