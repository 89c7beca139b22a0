/** A project that has this package installed, without npm: what it needs is built, and found as a user's program finds it. */

import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BUILT } from './build';
import { type Ended, runProgram } from './program';

const ROOT = join(__dirname, '..', '..');
/** Below our own node_modules, where cdk8s is found. */
const HOME = join(ROOT, 'node_modules', '.cache', 'registry-gitops');

/** A folder with a copy of the files of another one. */
export function projectLike(folder: string): string {
  mkdirSync(HOME, { recursive: true });
  const project = mkdtempSync(join(HOME, 'project-'));
  made.push(project);
  cpSync(folder, project, { recursive: true });
  const installed = join(project, 'node_modules', 'cdk8s-openshift-registry');
  mkdirSync(installed, { recursive: true });
  symlinkSync(BUILT, join(installed, 'lib'));
  for (const name of ['package.json', 'schema']) symlinkSync(join(ROOT, name), join(installed, name));
  return project;
}

/** Runs `cdk8s synth` there, as npx would. */
export const cdk8sSynth = (project: string): Ended =>
  runProgram(['cdk8s', 'synth', '--no-check-upgrade'], project, {
    PATH: [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  });

const made: string[] = [];
afterAll(() => {
  for (const project of made.splice(0)) rmSync(project, { recursive: true, force: true });
});
