/** A cluster leaves the fleet: whoever deletes its Application, and however, its images stay. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { argocdManifests } from '../../src/argocd/argocd-manifests';
import { EmittedKinds } from '../../src/argocd/emitted-kinds';
import type { ArgoCd } from '../../src/config/shape/argocd';
import { type Annotated, afterLeavingGit, goesWithApplication } from '../support/argo-sync';
import { type AnyManifest, runFleet } from '../support/fleet';
import { readOutput, sectionOf } from '../support/output-check';

const ROOT = join(__dirname, '..', '..');
const FOLDERS = ['dist', ...readdirSync(join(ROOT, 'test', 'examples')).map(name => `test/examples/${name}/expected`)];

/** All that may ever go with an Application; none of it holds images, leads to them or belongs to others. */
const MAY_GO = [
  'Certificate',
  'ClusterRole',
  'ClusterRoleBinding',
  'ConfigMap',
  'CronJob',
  'Job',
  'Role',
  'RoleBinding',
  'SecretStore',
  'ServiceAccount',
  'ServiceMonitor',
  'ConfigurationPolicy',
];

const objects = FOLDERS.flatMap(folder =>
  readOutput(join(ROOT, folder))
    .filter(({ file }) => sectionOf(file).startsWith('clusters/'))
    .map(({ file, object }) => ({ file: `${folder}/${file}`, object: object as AnyManifest & Annotated })),
);

test('in all examples, only what holds no images can be deleted by Argo CD, even with the Application and all it has', () => {
  const going = objects.filter(({ object }) => goesWithApplication(object) || afterLeavingGit(object).deleted);
  expect(going.filter(({ object }) => !MAY_GO.includes(object.kind)).map(({ file }) => file)).toEqual([]);
  expect(objects.length - going.length).toBeGreaterThan(50);
});

const A = { name: 'a', platform: 'aws', openshift: '4.14' };
const B = { name: 'b', platform: 'baremetal', openshift: '4.14', storage: { pvc: { accessModes: ['ReadWriteMany'] } } };

/** Argo CD's objects for these clusters. */
function argocd(generator: ArgoCd['generator'], ...clusters: object[]): readonly AnyManifest[] {
  const emitted = new EmittedKinds();
  for (const [cluster, manifests] of Object.entries(runFleet(JSON.stringify({ clusters })).manifests)) {
    for (const manifest of manifests) emitted.add(cluster, manifest);
  }
  return argocdManifests({ repoURL: 'https://git.example.com/r.git', generator }, emitted) as AnyManifest[];
}

describe.each(['gitDirectories', 'list', 'applications'] as const)('%s', generator => {
  const [before, after] = [argocd(generator, A, B), argocd(generator, A)];

  test('the Application of a cluster that left is deleted by nobody but people, or takes nothing along', () => {
    const gone = before.filter(
      ({ kind, metadata }) => !after.some(other => other.kind === kind && other.metadata.name === metadata.name),
    );
    // an Application without a finalizer leaves behind all that it synced
    expect(gone.map(({ kind }) => kind)).toEqual(generator === 'applications' ? ['Application'] : []);
    for (const { metadata } of [...before, ...after]) expect(metadata).not.toHaveProperty('finalizers');
  });

  test('neither the set nor its Applications take the objects of a cluster along', () => {
    for (const { spec } of [...before, ...after].filter(({ kind }) => kind === 'ApplicationSet')) {
      expect(spec.syncPolicy).toEqual({ preserveResourcesOnDeletion: true, applicationsSync: 'create-update' });
      expect(spec.template.metadata).not.toHaveProperty('finalizers');
    }
  });

  test('nothing of the cluster that stays changes', () => {
    const ofA = (all: readonly AnyManifest[]): unknown =>
      all.find(({ metadata }) => metadata.name === 'image-registry-a');
    expect(ofA(after)).toEqual(ofA(before));
  });
});
