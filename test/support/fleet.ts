/** Fleets and clusters written as YAML in a test: checked and built as a user's would be, in a folder of their own. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Inputs, NO_INPUTS } from '../../src/config/inputs';
import type { Finding } from '../../src/findings/finding';
import { checkFleet } from '../../src/fleet/check-fleet';
import { acknowledgedChanges } from '../../src/fleet/lock/check-lock';
import { modelsOf } from '../../src/fleet/models';
import { loadFleet } from '../../src/load/load-fleet';
import { readInputs } from '../../src/load/read-inputs';
import { buildManifests } from '../../src/manifests/build-manifests';
import type { Manifest } from '../../src/manifests/common/manifest';

/** A manifest with everything in it, to be picked apart. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into objects of any kind
export type AnyManifest = Manifest & Record<string, any>;

/** What a run of a fleet gives. */
export interface FleetRun {
  readonly findings: readonly Finding[];
  /** Codes of the findings, in the order of the file. */
  readonly codes: readonly string[];
  /** Objects by cluster; empty where an error stands in the way. */
  readonly manifests: Readonly<Record<string, readonly AnyManifest[]>>;
}

/** Inputs from this machine, on a day that never changes. */
export const testInputs = (): Inputs => ({ ...readInputs(), now: NO_INPUTS.now });

/** Checks a whole fleet and builds it where nothing is wrong. */
export function runFleet(yaml: string, inputs: Inputs = testInputs()): FleetRun {
  folder ??= mkdtempSync(join(tmpdir(), 'fleet-'));
  const file = join(folder, 'fleet.yaml');
  writeFileSync(file, dedent(yaml));
  const loaded = loadFleet(file);
  const states = [...inputs.states, ...acknowledgedChanges(loaded.root?.acknowledge)];
  const checked = checkFleet(loaded, { ...inputs, states });
  const broken = checked.findings.some(({ severity }) => severity === 'error');
  const models = broken ? [] : [...modelsOf(checked, [])];
  return {
    findings: checked.findings,
    codes: checked.findings.map(({ code }) => code),
    manifests: Object.fromEntries(models.map(model => [model.name, buildManifests(model) as AnyManifest[]])),
  };
}

/** One folder for all fleets of a test file: making and removing one for each took longer than the checks. */
let folder: string | undefined;
afterAll(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
});

/** The settings of one cluster in a fleet of its own; name and version are filled in where they are not said. */
export function asFleet(cluster: string): string {
  const settings = parse(dedent(cluster)) as object;
  return JSON.stringify({ clusters: [{ name: 'example', openshift: '4.14', ...settings }] });
}

/** Runs one cluster. */
export const runCluster = (cluster: string, inputs?: Inputs): FleetRun => runFleet(asFleet(cluster), inputs);

/** The objects of one cluster that is in order; errors fail the test with their text. */
export function objectsOf(cluster: string, inputs?: Inputs): readonly AnyManifest[] {
  const { findings, manifests } = runCluster(cluster, inputs);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ code, what }) => `${code}: ${what}`);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return Object.values(manifests)[0] ?? [];
}

/** The one object of the kind (and the name, where several share a kind). */
export function objectOf(objects: readonly AnyManifest[], kind: string, name?: string): AnyManifest {
  const found = objects.filter(object => object.kind === kind && (name === undefined || object.metadata.name === name));
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(`${found.length} objects of kind ${kind} among ${objects.map(object => object.kind).join(', ')}`);
  }
  return only;
}

/** Takes away the indentation that all lines share. */
export function dedent(text: string): string {
  const lines = text.replace(/^\n/, '').split('\n');
  const indents = lines.filter(line => line.trim() !== '').map(line => /^ */.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents);
  return lines.map(line => line.slice(Number.isFinite(shared) ? shared : 0)).join('\n');
}
