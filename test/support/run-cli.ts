/**
 * Runs `registry-gitops` within the test, a hundred times cheaper than a program of its own. What only a program has,
 * pipes, terminals and an exit status, is tested with `cli` of program.ts.
 */

import { format } from 'node:util';
import { run } from '../../src/cli/run';
import type { Ended, Environment } from './program';

/** Runs a command line in a folder, with nothing in the environment but what is given. */
export async function runCli(cwd: string, args: readonly string[], env: Environment = {}): Promise<Ended> {
  const before = { cwd: process.cwd(), env: process.env };
  const terminal = { stdout: process.stdout.isTTY, stderr: process.stderr.isTTY };
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map(name => {
    process[name].isTTY = false;
    return jest.spyOn(process[name], 'write').mockImplementation(chunk => {
      written[name] += String(chunk);
      return true;
    });
  });
  const errors = jest.spyOn(console, 'error').mockImplementation((...words) => {
    written.stderr += `${format(...words)}\n`;
  });
  const { PATH, HOME, XDG_CACHE_HOME } = before.env;
  process.env = { PATH, HOME, XDG_CACHE_HOME, ...env };
  process.chdir(cwd);
  try {
    return { status: await run(args), ...written };
  } finally {
    process.chdir(before.cwd);
    process.env = before.env;
    for (const spy of [...spies, errors]) spy.mockRestore();
    process.stdout.isTTY = terminal.stdout;
    process.stderr.isTTY = terminal.stderr;
  }
}
