/** What the configuration refers to outside itself: PEM files, and the values of plain Secrets. */

/** Reads a file or an environment variable; undefined where there is none. */
export interface Inputs {
  readonly file: (path: string) => string | undefined;
  readonly env: (name: string) => string | undefined;
}

/** Nothing can be read; for tests and for configurations that refer to nothing. */
export const NO_INPUTS: Inputs = { file: () => undefined, env: () => undefined };
