/** `registry-gitops init [DIR]`: a repository of your own, with everything that `npx cdk8s synth` needs. */

import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { NO_INPUTS } from '../../config/inputs';
import { shownText } from '../../findings/shown';
import { checkFleet } from '../../fleet/check-fleet';
import { DISK } from '../../load/files';
import { loadFleet } from '../../load/load-fleet';
import { ownPackage } from '../own-package';
import type { Arguments } from '../table/entry';
import { UsageError } from '../usage-error';
import { PIPELINE_CHOICES, PLATFORM_CHOICES, STORAGE_CHOICES } from './choices';
import { type FirstCluster, fleetText, usualStorage, withExamples } from './fleet-text';
import { nextSteps } from './next-steps';
import { type NewFile, repositoryFiles } from './repository';
import { writeNew } from './write-new';

/** Runs the command and returns its exit status. */
export function initCommand(args: Arguments): number {
  const folder = args.words[0] ?? '.';
  const platform = chosen(PLATFORM_CHOICES, args.text('platform')) ?? 'aws';
  const storage = chosen(STORAGE_CHOICES, args.text('storage')) ?? usualStorage(platform);
  const pipeline = chosen(PIPELINE_CHOICES, args.text('ci')) ?? 'github';
  const first: FirstCluster = { platform, storage, argocd: args.text('argocd') };
  const fleet = fleetText(first);
  refuseImpossible(fleet, first);
  const { source, packed } = sourceOf(args.text('package'), folder);
  const files = [...repositoryFiles({ fleet, pipeline, source, snapshotTest: args.flag('test') }), ...packed];
  writeNew(folder, files);
  for (const line of nextSteps(folder, files, first)) process.stdout.write(`${shownText(line)}\n`);
  return 0;
}

/** The choice of that name; an unknown name was refused already. */
const chosen = <Choice extends string>(choices: readonly Choice[], name: string | undefined): Choice | undefined =>
  choices.find(choice => choice === name);

/** What npm is to install, and what the repository needs for that. */
interface Source {
  readonly source: string;
  readonly packed: readonly NewFile[];
}

/**
 * This version, or what was asked for. A packed file becomes part of the repository: a clone of it in a pipeline, and the
 * image that is built in it, install from there. A folder is named from the new one.
 */
function sourceOf(source: string | undefined, folder: string): Source {
  if (source === undefined) return { source: ownPackage().manifest.version, packed: [] };
  const path = source.replace(/^file:/, '');
  const isPath = path !== source || /^\.{0,2}\//.test(path);
  if (!isPath) return { source, packed: [] };
  const state = statSync(path, { throwIfNoEntry: false });
  if (state === undefined) throw new UsageError(`--package: there is no file ${path}`);
  if (state.isDirectory()) {
    const named = isAbsolute(path) ? path : relative(resolve(folder), resolve(path));
    return { source: `file:${named}`, packed: [] };
  }
  const name = basename(path);
  const isHere = resolve(dirname(path)) === resolve(folder);
  const packed = (): NewFile => ({ path: name, text: readFileSync(path), about: 'this package, which npm installs' });
  return { source: `file:${name}`, packed: isHere ? [] : [packed()] };
}

/** Checks the fleet with the examples filled in: the rules know what cannot work. */
function refuseImpossible(fleet: string, { platform, storage }: FirstCluster): void {
  const loaded = loadFleet('fleet.yaml', { ...DISK, text: () => withExamples(fleet) });
  const error = checkFleet(loaded, NO_INPUTS).findings.find(({ severity }) => severity === 'error');
  if (error === undefined) return;
  if (error.path[0] === 'argocd') throw new UsageError(`--argocd: ${error.what}; ${error.fix}`);
  throw new UsageError(`--platform ${platform} with --storage ${storage} cannot work: ${error.what}`);
}
