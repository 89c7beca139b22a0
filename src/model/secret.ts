/** A credential on its way from the environment or a file into a Secret. Nothing that prints or serialises shows it. */

import { inspect } from 'node:util';

const HIDDEN = '[hidden]';

/** A value that must not be seen. */
export class Secret {
  readonly #value: string;

  public constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one place that writes it. */
  public reveal(): string {
    return this.#value;
  }

  public toString(): string {
    return HIDDEN;
  }

  public toJSON(): string {
    return HIDDEN;
  }

  public [inspect.custom](): string {
    return HIDDEN;
  }
}
