/** Models from the check of a fleet to its build. */

import type { RegistryModel } from '../model/model';
import { sharedWith } from '../values/shared-with';

/** Those of most fleets are kept as they are; a KiB or two each. */
const FEW = 1_000;

/** Models by position in the fleet. Clusters of a platform have most in common: all but a few share that, and take little. */
export class KeptModels {
  readonly #models = new Map<number, RegistryModel>();
  /** The last one of each platform. */
  readonly #last = new Map<string, RegistryModel>();

  /** Keeps it. */
  public keep(index: number, model: RegistryModel): void {
    const kept = this.#models.size < FEW ? model : sharedWith(model, this.#last.get(model.platform));
    this.#last.set(model.platform, kept);
    this.#models.set(index, kept);
  }

  /** Gives it away, where it is kept: a build needs each model once, and its memory afterwards. */
  public take(index: number): RegistryModel | undefined {
    const model = this.#models.get(index);
    this.#models.delete(index);
    return model;
  }
}
