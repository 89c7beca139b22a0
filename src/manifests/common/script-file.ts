/** Scripts that are files of their own beside the module that uses them, so that other tools can check them. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of a script file. It is read at the first call, once, not when the module is loaded.
 *
 * @param folder the folder of the module, `__dirname`: `src/...`, or `lib/src/...` where the build has copied the file
 * @param name the file's name, such as `takeover.sh`
 * @throws the error of the file system, if a build has left the file out
 */
export function scriptFile(folder: string, name: string): () => string {
  let text: string | undefined;
  return () => {
    text ??= readFileSync(join(folder, name), 'utf8');
    return text;
  };
}
