/** What holds for every cluster: adopting what was synthesized gives the same manifests again. */

import { join } from 'node:path';
import fc from 'fast-check';
import type { Adopted } from '../../src/adopt/adopt';
import { NO_INPUTS } from '../../src/config/inputs';
import type { Cluster } from '../../src/config/shape/cluster';
import { checkFleet } from '../../src/fleet/check-fleet';
import { modelsOf } from '../../src/fleet/models';
import { loadFleet } from '../../src/load/load-fleet';
import { buildManifests } from '../../src/manifests/build-manifests';
import type { RegistryModel } from '../../src/model/model';
import { resolve } from '../../src/model/resolve';
import { exampleInputs } from '../support/example-inputs';
import type { AnyManifest } from '../support/fleet';
import { adoptText, dumpOf, filesOf, synced } from '../support/live-cluster';
import { EXAMPLES, mutated } from '../support/mutations';

const USER_SECRET = 'image-registry-private-configuration-user';

/** What of a cluster is compared: the objects that hold its images, and its settings. */
const KINDS = ['Config', 'ImagePruner', 'Image', 'PersistentVolumeClaim', 'PersistentVolume'];

/** What the operator fills in by itself where a pruner does not say it. */
const PRUNER = {
  keepTagRevisions: 3,
  successfulJobsHistoryLimit: 3,
  failedJobsHistoryLimit: 3,
  suspend: false,
  ignoreInvalidImageReferences: true,
  logLevel: 'Normal',
  schedule: '',
};

function specsOf(manifests: readonly AnyManifest[]): Readonly<Record<string, unknown>> {
  const found = manifests.filter(({ kind }) => KINDS.includes(kind));
  const specs = found.map(({ kind, metadata, spec }) => [`${kind} ${metadata.name}`, spec] as const);
  const pruner = found.find(({ kind }) => kind === 'ImagePruner')?.spec;
  return { ...Object.fromEntries(specs), 'ImagePruner cluster': { ...PRUNER, ...pruner } };
}

function adopted(model: RegistryModel, manifests: readonly AnyManifest[]): Adopted {
  const { bootstrapStorage } = model.config;
  const live = synced(manifests, { platform: model.platform, version: model.openshift, bootstrapStorage });
  return adoptText(
    dumpOf(live, model.credentials || model.bucketKeys ? [USER_SECRET, 'other'] : ['other']),
    model.name,
  );
}

/** Nothing to say of a cluster whose Config is not ours, or whose bucket only the cluster knows. */
function comparable(platform: string, manifests: readonly AnyManifest[]): boolean {
  const config = manifests.find(({ kind }) => kind === 'Config');
  const { s3 } = config?.spec?.storage ?? {};
  return platform !== 'rosa' && config !== undefined && (s3 === undefined || s3.bucket !== undefined);
}

/** The codes that stand against it, or the manifests of both. */
function roundTrip(model: RegistryModel): readonly string[] {
  const manifests = buildManifests(model) as AnyManifest[];
  if (!comparable(model.platform, manifests)) return [];
  const { entry, findings } = adopted(model, manifests);
  // A dump does not say what a fleet has accepted.
  const accepted = (model.config.accept ?? []).map(({ code }) => code);
  const errors = findings.filter(({ code, severity }) => severity === 'error' && !accepted.includes(code));
  if (entry === undefined) return errors.map(({ code, what }) => `${code}: ${what}`);
  const again = buildManifests(resolve(entry as unknown as Cluster)) as AnyManifest[];
  expect(specsOf(again)).toEqual(specsOf(manifests));
  return [];
}

test.each(modelsIn(join(__dirname, '..', '..', 'fleet.yaml')).map(model => [model.name, model] as const))(
  '%s of the example fleet is adopted as it is',
  (_, model) => {
    expect(roundTrip(model)).toEqual([]);
  },
);

function modelsIn(file: string): readonly RegistryModel[] {
  return [...modelsOf(checkFleet(loadFleet(file), exampleInputs()), [])];
}

const modelOf = (cluster: object): RegistryModel | undefined => {
  const loaded = loadFleet('fleet.yaml', filesOf({ 'fleet.yaml': JSON.stringify({ clusters: [cluster] }) }));
  const checked = checkFleet(loaded, { ...exampleInputs(), now: NO_INPUTS.now });
  return checked.findings.some(({ severity }) => severity === 'error') ? undefined : [...modelsOf(checked, [])][0];
};

test('any cluster: adopt(synth(x)) gives x up to defaults', () => {
  const tried = { yes: 0, no: 0 };
  const refused = new Map<string, number>();
  const seen = fc.oneof(fc.constantFrom(...EXAMPLES), mutated);
  fc.assert(
    fc.property(seen, cluster => {
      const model = modelOf(cluster);
      tried[model ? 'yes' : 'no'] += 1;
      if (model) for (const line of roundTrip(model)) refused.set(line, (refused.get(line) ?? 0) + 1);
    }),
    { seed: 7, numRuns: 150 },
  );
  expect(Object.fromEntries(refused)).toEqual({});
  expect(tried.yes).toBeGreaterThan(50);
});
