/**
 * Everything that can be configured, on any OpenShift version: each field reaches its object, and the API takes the
 * object. Generated classes drop what they do not know without a word; here it shows. Rules are left out, because no
 * sensible cluster says everything at once.
 */

import { definition } from '../../../src/config/schema';
import type { Cluster } from '../../../src/config/shape/cluster';
import { checkShape } from '../../../src/config/shape-check';
import { hasDriver } from '../../../src/facts/backends';
import { atLeast } from '../../../src/facts/versions';
import { buildManifests } from '../../../src/manifests/build-manifests';
import { resolve } from '../../../src/model/resolve';
import { type AnyManifest, objectOf } from '../../support/fleet';
import type { Fields } from '../../support/leaves';
import { asEmitted, hasKind, IMAGES, known, OBJECT_STORES, PRUNER, REGISTRY, samplesOf } from '../../support/maximal';
import { ownErrors } from '../../support/own-schema';

/** The objects of a cluster, each checked against the version's API. */
function build(openshift: string, settings: Fields): readonly AnyManifest[] {
  const { issues, value } = checkShape(definition('Cluster'), {
    name: 'maximal',
    platform: 'none',
    openshift,
    ...settings,
  });
  expect(issues).toEqual([]);
  const objects = buildManifests(resolve(value as Cluster)) as AnyManifest[];
  expect(objects.flatMap(object => ownErrors(object, openshift))).toEqual([]);
  return objects;
}

const registryOn = (version: string): Fields => {
  const { logging, ...registry } = REGISTRY;
  const fields = known('Config', registry, ['spec'], version);
  return atLeast(version, '4.6') ? fields : { ...fields, logging };
};

/** Tests of every field on these versions. */
export function testEveryField(versions: readonly string[]): void {
  describe.each(versions.map(version => [version]))('OpenShift %s', version => {
    test('registry and routes', () => {
      const registry = registryOn(version);
      const objects = build(version, {
        registry,
        routes: {
          default: true,
          custom: [{ name: 'public', hostname: 'registry.example.com', tls: { secretName: 'tls' } }],
        },
      });
      expect(objectOf(objects, 'Config').spec).toEqual({
        ...registry,
        defaultRoute: true,
        routes: [{ name: 'public', hostname: 'registry.example.com', secretName: 'tls' }],
      });
    });

    test.each(OBJECT_STORES.filter(backend => hasDriver(backend, version)))('storage.%s', backend => {
      const settings = known('Config', samplesOf(backend), ['spec', 'storage', backend], version);
      const managed = atLeast(version, '4.6') ? { managementState: 'Unmanaged' } : {};
      const objects = build(version, { storage: { ...managed, [backend]: settings } });
      expect(objectOf(objects, 'Config').spec.storage).toEqual({ ...managed, [backend]: asEmitted(settings) });
    });

    test('storage.pvc and storage.emptyDir', () => {
      const pvc = { claim: 'images', existing: true, accessModes: ['ReadWriteMany'] };
      expect(objectOf(build(version, { storage: { pvc } }), 'Config').spec.storage).toMatchObject({
        pvc: { claim: 'images' },
      });
      expect(objectOf(build(version, { storage: { emptyDir: {} } }), 'Config').spec.storage).toMatchObject({
        emptyDir: {},
      });
    });

    if (hasKind('ImagePruner', version)) {
      test('pruner', () => {
        const { keepYoungerThanDuration, ...rest } = PRUNER;
        const fields = known('ImagePruner', rest, ['spec'], version);
        const objects = build(version, { pruner: { ...fields, keepYoungerThanDuration } });
        const age = atLeast(version, '4.5') ? { keepYoungerThanDuration } : { keepYoungerThan: 168 * 3600e9 };
        expect(objectOf(objects, 'ImagePruner').spec).toEqual({ ...fields, ...age });
      });
    }

    test.each(Object.keys(IMAGES))('image: %s', name => {
      const fields = known('Image', IMAGES[name] as Fields, ['spec'], version);
      expect(objectOf(build(version, { image: fields }), 'Image').spec).toEqual(fields);
    });
  });
}
