/** Models from the check of a fleet to its build. */

import type { RegistryModel } from '../model/model';

/** Each takes a KiB or two: of a large fleet all would be a tenth of the memory of the run. */
const MOST = 2_000;

/** Models by position in the fleet: all of most fleets, and some of the largest. */
export class KeptModels {
  readonly #models = new Map<number, RegistryModel>();

  /** Keeps it, unless there are too many. */
  public keep(index: number, model: RegistryModel): void {
    if (this.#models.size < MOST) this.#models.set(index, model);
  }

  /** Gives it away, where it is kept: a build needs each model once, and its memory afterwards. */
  public take(index: number): RegistryModel | undefined {
    const model = this.#models.get(index);
    this.#models.delete(index);
    return model;
  }
}
