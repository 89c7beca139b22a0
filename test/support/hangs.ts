/** After this time, in milliseconds, a program is taken to hang: no limit of anything, even on the slowest machine. */
export const HANGS_MS = 1_800_000;
