/** The program git, asked for what it stores; the work tree and the index are never touched. */

import { spawnSync } from 'node:child_process';

/** What git was asked for and does not have, in one line with what would help. */
export class GitError extends Error {}

/** What git answered. */
export interface GitAnswer {
  readonly ok: boolean;
  readonly output: Buffer;
}

/**
 * Runs git in the working folder.
 *
 * @throws GitError where there is no git.
 */
export function askGit(args: readonly string[], input = ''): GitAnswer {
  const { status, stdout, error } = spawnSync('git', args, {
    input,
    maxBuffer: Number.POSITIVE_INFINITY,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' },
  });
  if (error !== undefined && status === null) throw new GitError('git is not installed, or cannot be run');
  return { ok: status === 0, output: stdout ?? Buffer.alloc(0) };
}

/** The first line of an answer; undefined where git had none. */
export function askLine(args: readonly string[]): string | undefined {
  const { ok, output } = askGit(args);
  return ok ? output.toString('utf8').split('\n', 1)[0] : undefined;
}
