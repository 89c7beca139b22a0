/** What the configuration refers to outside itself: PEM files, the values of plain Secrets, and the day of the check. */

/** Reads a file or an environment variable; undefined where there is none. */
export interface Inputs {
  /** When the check is made; certificates are measured by it, nothing that is written is. */
  readonly now: Date;
  readonly file: (path: string) => string | undefined;
  readonly env: (name: string) => string | undefined;
}

/** Nothing can be read, on a day that never changes; for tests and for configurations that refer to nothing. */
export const NO_INPUTS: Inputs = {
  now: new Date('2025-01-01T00:00:00Z'),
  file: () => undefined,
  env: () => undefined,
};
