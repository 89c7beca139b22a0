/** `--shard I/N` of `synth`, read and refused. */

import type { ShardNumber } from '../output/shard';
import type { Arguments } from './table/entry';
import { UsageError } from './usage-error';

const FORM = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/;

/** What to type instead of another option beside `--shard`. */
const BESIDE: readonly (readonly [option: string, instead: string])[] = [
  ['cluster', 'a shard is a part of the whole fleet: synth --shard I/N without --cluster'],
  ['stdout', 'the stream is written by one run: synth --stdout --all, or synth --shard I/N -o DIR'],
  ['plugin', 'the stream is written by one run: synth --plugin, or synth --shard I/N -o DIR'],
];

/**
 * The part that is asked for; absent where it is the whole.
 *
 * @throws UsageError for a number that no part has, and beside options that name a part of their own.
 */
export function shardNumberOf(args: Arguments): ShardNumber | undefined {
  const text = args.text('shard');
  if (text === undefined) return undefined;
  const [option, instead] = BESIDE.find(([other]) => args.flag(other)) ?? [];
  if (option !== undefined) throw new UsageError(`--shard and --${option} exclude each other; ${instead}`);
  const [, index, count] = FORM.exec(text)?.map(Number) ?? [];
  if (index === undefined || count === undefined || index > count) {
    throw new UsageError(`there is no shard "${text}": --shard 1/3 is the first of three, --shard 3/3 the last`);
  }
  return { index, count };
}
