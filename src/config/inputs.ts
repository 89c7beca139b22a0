/** What is outside a cluster's configuration: PEM files, values of plain Secrets, the day, and what is acknowledged. */

/** Reads a file or an environment variable; undefined where it is not set. */
export interface Inputs {
  /** When the check is made; certificates are measured by it, nothing that is written is. */
  readonly now: Date;
  readonly file: (path: string) => string | undefined;
  readonly env: (name: string) => string | undefined;
  /** Acknowledged changes of where images live that have happened, or happen now, and still stand in the configuration. */
  readonly changes: readonly string[];
  /** Acknowledged sentences on dangerous states: those that last, and those that were not used yet. */
  readonly states: readonly string[];
}

/** Nothing can be read, on a day that never changes; for tests and for configurations that refer to nothing. */
export const NO_INPUTS: Inputs = {
  now: new Date('2025-01-01T00:00:00Z'),
  file: () => undefined,
  env: () => undefined,
  changes: [],
  states: [],
};
