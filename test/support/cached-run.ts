/** Runs `synth` with its cache, and the same without it on a copy: what people see and what is written must be the same. */

import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SynthCache } from '../../src/cli/synth-cache/synth-cache';
import { folderWith } from './files';
import { contentOf, type Ended, type Environment } from './program';
import { runCli } from './run-cli';

/** What a run showed and left: no seconds. */
export interface Result extends Ended {
  readonly files: Readonly<Record<string, string>>;
}

/** A run with the cache, whether nothing had to be done, and the same run without the cache. */
export interface Both {
  readonly isHit: boolean;
  readonly cached: Result;
  readonly plain: Result;
}

/** Runs both in a folder that holds `fleet.yaml`. */
export async function both(folder: string, args: readonly string[] = ['synth'], env: Environment = {}): Promise<Both> {
  const twin = join(folderWith(), 'twin');
  cpSync(folder, twin, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
  const find = jest.spyOn(SynthCache.prototype, 'find');
  try {
    const cached = await resultOf(folder, args, env);
    const isHit = find.mock.results.some(({ value }) => value !== undefined);
    find.mockClear();
    const plain = await resultOf(twin, [...args, '--no-cache'], env);
    if (find.mock.calls.length > 0) throw new Error('--no-cache looks into the cache');
    return { isHit, cached, plain };
  } finally {
    find.mockRestore();
    rmSync(twin, { recursive: true, force: true });
  }
}

async function resultOf(folder: string, args: readonly string[], env: Environment): Promise<Result> {
  const ended = await runCli(folder, args, env);
  return { ...ended, stderr: ended.stderr.replace(/\(\d+\.\d s\)/g, '(s)'), files: contentOf(folder) };
}
