/** Every emitted object is one that the API server of its cluster's OpenShift version takes as it is. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NEWEST_VERSION, OPENSHIFT_VERSIONS } from '../../src/facts/versions';
import { versionsOf } from '../support/fleet-versions';
import { type Emitted, outputErrors, readOutput, sectionOf } from '../support/output-check';

const ROOT = join(__dirname, '..', '..');
const EXAMPLES = join(ROOT, 'test', 'examples');

interface Output {
  readonly name: string;
  readonly fleetFile: string;
  readonly folder: string;
}

const outputs: readonly Output[] = [
  { name: 'dist', fleetFile: join(ROOT, 'fleet.yaml'), folder: join(ROOT, 'dist') },
  ...(existsSync(EXAMPLES) ? readdirSync(EXAMPLES).sort() : []).map(name => ({
    name,
    fleetFile: join(EXAMPLES, name, 'fleet.yaml'),
    folder: join(EXAMPLES, name, 'expected'),
  })),
].filter(({ fleetFile, folder }) => existsSync(fleetFile) && existsSync(folder));

/** The output's objects by section, each with the version to check it against. */
function sections({ fleetFile, folder }: Output): readonly (readonly [string, readonly Emitted[], string])[] {
  const versions = versionsOf(fleetFile);
  const emitted = readOutput(folder);
  return [...new Set(emitted.map(({ file }) => sectionOf(file)))].map(section => {
    const cluster = section.startsWith('clusters/') ? section.slice('clusters/'.length) : undefined;
    // Hub and Argo CD objects belong to no cluster; none of their kinds differs by OpenShift version.
    const version =
      cluster === undefined ? NEWEST_VERSION : (versions.get(cluster) ?? `unknown, ${cluster} is in no fleet`);
    return [section, emitted.filter(({ file }) => sectionOf(file) === section), version] as const;
  });
}

describe('emitted objects', () => {
  for (const output of outputs) {
    test.each(sections(output))(`${output.name}: %s`, (_section, emitted, version) => {
      expect(OPENSHIFT_VERSIONS).toContain(version);
      expect(outputErrors(emitted, version)).toEqual([]);
    });
  }

  test.each<[string, object, string]>([
    ['an unknown kind', { apiVersion: 'example.com/v1', kind: 'Thing' }, 'no schema for example.com/v1 Thing'],
    [
      'a field of a later version',
      config({ pvc: {}, s3: { chunkSizeMiB: 5 } }),
      'spec.storage.s3: unknown field "chunkSizeMiB"',
    ],
    ['a missing namespace', claim({}), 'metadata: has no namespace'],
  ])('fails on %s', (_name, object, error) => {
    expect(outputErrors([{ file: 'x.yaml', object }], '4.14')).toContain(`x.yaml: ${error}`);
  });

  test('passes what is right', () => {
    const objects = [config({ pvc: { claim: 'a' } }), claim({ namespace: 'openshift-image-registry' })];
    expect(
      outputErrors(
        objects.map(object => ({ file: 'x.yaml', object })),
        '4.14',
      ),
    ).toEqual([]);
  });
});

function config(storage: object): object {
  const spec = { managementState: 'Managed', replicas: 1, storage };
  return { apiVersion: 'imageregistry.operator.openshift.io/v1', kind: 'Config', metadata: { name: 'cluster' }, spec };
}

function claim(metadata: object): object {
  const spec = { storageClassName: 'a', bucketName: 'b' };
  return {
    apiVersion: 'objectbucket.io/v1alpha1',
    kind: 'ObjectBucketClaim',
    metadata: { name: 'a', ...metadata },
    spec,
  };
}
