/** What blocks the output, in one line for people. */

/** The output cannot be made, or its folder cannot be used. */
export class OutputError extends Error {}

/** An error of the file system as an OutputError; others are mistakes of ours and stay what they are. */
export function asOutputError(target: string, error: unknown): unknown {
  const { syscall, code, message } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  const reason = WORDS.get(code ?? '');
  return new OutputError(`${target} cannot be written: ${reason === undefined ? message : `${reason} (${message})`}`);
}

/** What an error of the file system means for someone who writes a folder. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'your share of the disk is full'],
  ['EACCES', 'permission is denied'],
  ['EPERM', 'permission is denied'],
  ['EROFS', 'the file system is read-only'],
  ['EBUSY', 'it is a mount point or in use; choose a folder inside it with -o'],
  ['EXDEV', 'it is a mount point; choose a folder inside it with -o'],
  ['ENAMETOOLONG', 'a name is too long for the file system'],
]);
