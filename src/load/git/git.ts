/** Runs git to read what it stores; the work tree and the index are never changed. */

import { spawnSync } from 'node:child_process';

/** What git does not have, in one line with a fix. */
export class GitError extends Error {}

/** What git answered. */
export interface GitAnswer {
  readonly ok: boolean;
  readonly output: Buffer;
}

/**
 * Runs git in the working folder.
 *
 * @throws GitError if git cannot be run.
 */
export function askGit(args: readonly string[], input = ''): GitAnswer {
  const { status, stdout, error } = spawnSync('git', args, {
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
  });
  if (error !== undefined && status === null) throw new GitError('git cannot be run: install it, or add it to PATH');
  return { ok: status === 0, output: stdout ?? Buffer.alloc(0) };
}

/** The first line of an answer; undefined if git failed. */
export function askLine(args: readonly string[]): string | undefined {
  const { ok, output } = askGit(args);
  return ok ? output.toString('utf8').split('\n', 1)[0] : undefined;
}
