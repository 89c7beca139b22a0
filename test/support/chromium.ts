/**
 * A Chromium for tests of what a browser shows, if this machine has one: $CHROMIUM, or the first on PATH. Such tests are
 * slow (`*.slow.test.ts`), and say so where they are skipped:
 *
 *     describeWithChromium('the report', chromium => test('...', () => runProgram([chromium, ...HEADLESS, url], folder)));
 */

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Options with which it runs anywhere: without a display, as root, in a container with little shared memory. */
export const HEADLESS: readonly string[] = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/** The program, or undefined if it is not installed. */
export function findChromium(env: Readonly<Record<string, string | undefined>> = process.env): string | undefined {
  const { CHROMIUM, PATH = '' } = env;
  if (CHROMIUM) return CHROMIUM;
  const folders = PATH.split(delimiter).filter(folder => folder !== '');
  return NAMES.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Like `describe`, but skips, with a line on standard error that says so, where there is no Chromium. */
export function describeWithChromium(name: string, suite: (chromium: string) => void): void {
  const chromium = findChromium();
  if (chromium !== undefined) {
    describe(name, () => suite(chromium));
    return;
  }
  process.stderr.write(`skipped: ${name}: no Chromium (install one, or set CHROMIUM to its path)\n`);
  describe.skip(name, () => suite(''));
}
