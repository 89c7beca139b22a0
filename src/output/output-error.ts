/** What stands in the way of the output, in one line for people. */

/** The output cannot be made, or its folder cannot be used. */
export class OutputError extends Error {}

/** An error of the file system as an OutputError; others are mistakes of ours and stay what they are. */
export function asOutputError(target: string, error: unknown): unknown {
  const { syscall, message } = error as NodeJS.ErrnoException;
  return syscall === undefined ? error : new OutputError(`${target} cannot be written: ${message}`);
}
