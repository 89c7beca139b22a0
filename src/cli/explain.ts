/** `registry-gitops explain CODE`: one finding, in full. */

import { suggestion } from '../config/nearest';
import { LIST, TEXTS } from './explained';
import type { Arguments } from './table/entry';
import { UsageError } from './usage-error';

/** Runs the command and returns its exit status. */
export function explainCommand({ words: [code] }: Arguments): number {
  const text = code === undefined ? LIST : explain(code);
  if (text === undefined) throw new UsageError(unknownCode(code ?? ''));
  process.stdout.write(`${text}\n`);
  return 0;
}

/** The text of a code in whatever case it is written, or undefined where no finding has it. */
export function explain(code: string): string | undefined {
  const name = code.trim().toUpperCase().replace(/-/g, '_');
  return Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
}

/** The message for a code that does not exist. */
export function unknownCode(code: string): string {
  const meant = suggestion(code.trim().toUpperCase(), Object.keys(TEXTS));
  return `there is no finding "${code}".${meant} registry-gitops explain lists all of them`;
}
