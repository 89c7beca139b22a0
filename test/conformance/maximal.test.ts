/**
 * Everything a cluster can say, on every OpenShift version, against the real CRDs: each field that the version's own API
 * has reaches its object with its value, and the API takes the object. What a version has is read from its CRD alone.
 */

import { definition } from '../../src/config/schema';
import type { Cluster } from '../../src/config/shape/cluster';
import { checkShape } from '../../src/config/shape-check';
import { hasDriver } from '../../src/facts/backends';
import { atLeast, OPENSHIFT_VERSIONS } from '../../src/facts/versions';
import { buildManifests } from '../../src/manifests/build-manifests';
import { resolve } from '../../src/model/resolve';
import { type AnyManifest, objectOf } from '../support/fleet';
import type { Fields } from '../support/leaves';
import { asEmitted, IMAGES, OBJECT_STORES, PRUNER, REGISTRY, samplesOf } from '../support/maximal';
import { outputErrors } from '../support/output-check';
import { referenceCrd } from '../support/reference';
import type { Schema } from '../support/structural-schema';

const CONFIG = 'imageregistry.operator.openshift.io/v1';

/** The schema of a kind's spec in the CRD of the version; absent where it has no such kind. */
function specOf(apiVersion: string, kind: string, version: string): Schema | undefined {
  const crd = referenceCrd(apiVersion, kind, version);
  return crd?.versions.get(apiVersion.split('/')[1] ?? '')?.properties?.spec;
}

/** The value without the fields the schema does not have. */
function cut(value: unknown, schema: Schema): unknown {
  const { properties, items } = schema;
  if (Array.isArray(value)) return items === undefined ? value : value.map(item => cut(item, items));
  if (typeof value !== 'object' || value === null || properties === undefined) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => {
      const below = properties[key];
      return below === undefined ? [] : [[key, cut(child, below)]];
    }),
  );
}

/** A cluster's objects, none of which the API would refuse or cut. Rules stay out: nobody says all of it at once. */
function build(openshift: string, settings: Fields): readonly AnyManifest[] {
  const cluster = { name: 'maximal', platform: 'none', openshift, ...settings };
  const { issues, value } = checkShape(definition('Cluster'), cluster);
  expect(issues).toEqual([]);
  const objects = buildManifests(resolve(value as Cluster)) as AnyManifest[];
  expect(
    outputErrors(
      objects.map(object => ({ file: object.kind, object })),
      openshift,
    ),
  ).toEqual([]);
  return objects;
}

const kindsOf = (objects: readonly AnyManifest[]): readonly string[] => objects.map(({ kind }) => kind).sort();

describe('the maximal configuration', () => {
  describe.each(OPENSHIFT_VERSIONS.map(version => [version]))('OpenShift %s', version => {
    const spec = specOf(CONFIG, 'Config', version) ?? {};
    const storage = spec.properties?.storage?.properties ?? {};
    const owner = storage.managementState === undefined ? {} : { managementState: 'Unmanaged' };

    test('registry and routes', () => {
      const { logging, ...others } = cut(REGISTRY, spec) as Fields;
      // the number of 4.3 to 4.5 became a word
      const registry = spec.required?.includes('logging') ? { ...others, logging } : others;
      const objects = build(version, {
        registry,
        routes: { default: true, custom: [{ name: 'a', hostname: 'r.example.com', tls: { secretName: 'tls' } }] },
      });
      expect(objectOf(objects, 'Config').spec).toEqual({
        ...registry,
        defaultRoute: true,
        routes: [{ name: 'a', hostname: 'r.example.com', secretName: 'tls' }],
      });
    });

    const backends = OBJECT_STORES.filter(name => storage[name] && hasDriver(name, version));
    test.each(backends)('storage.%s', backend => {
      const schema = storage[backend] as Schema;
      const fields = cut(asEmitted(samplesOf(backend)), schema) as Fields;
      const { trustedCA, ...others } = fields;
      const settings = trustedCA === undefined ? others : { ...others, trustedCA: samplesOf(backend).trustedCA };
      const objects = build(version, { storage: { ...owner, [backend]: settings } });
      expect(objectOf(objects, 'Config').spec.storage).toEqual({ ...owner, [backend]: fields });
    });

    test.each<[string, object, object]>([
      ['pvc', { claim: 'images', existing: true, accessModes: ['ReadWriteMany'] }, { claim: 'images' }],
      ['emptyDir', {}, {}],
    ])('storage.%s', (backend, said, expected) => {
      const objects = build(version, { storage: { [backend]: said } });
      expect(objectOf(objects, 'Config').spec.storage).toMatchObject({ [backend]: expected });
    });

    const pruner = specOf(CONFIG, 'ImagePruner', version);
    test('pruner', () => {
      if (pruner === undefined) {
        expect(version).toBe('4.3');
        return;
      }
      const fields = cut(PRUNER, pruner) as Fields;
      const old = pruner.properties?.keepYoungerThanDuration === undefined;
      const objects = build(version, { pruner: { ...fields, keepYoungerThanDuration: '168h' } });
      expect(objectOf(objects, 'ImagePruner').spec).toEqual(
        old ? { ...fields, keepYoungerThan: 168 * 3600e9 } : fields,
      );
    });

    test.each(Object.keys(IMAGES))('image: %s', name => {
      const schema = specOf('config.openshift.io/v1', 'Image', version) ?? {};
      const fields = cut(IMAGES[name], schema) as Fields;
      expect(Object.keys(fields).length).toBeGreaterThan(0);
      expect(objectOf(build(version, { image: fields }), 'Image').spec).toEqual(fields);
    });

    test('mirrors', () => {
      const sets = atLeast(version, '4.13');
      const mirror = { source: 'quay.io/a', mirrors: ['m.example.com/a', 'n.example.com/a'] };
      const never = { ...mirror, mirrorSourcePolicy: 'NeverContactSource' };
      const image = sets ? { imageDigestMirrors: [never], imageTagMirrors: [never] } : { imageDigestMirrors: [mirror] };
      const objects = build(version, { image });
      if (!sets) {
        expect(objectOf(objects, 'ImageContentSourcePolicy').spec).toEqual({ repositoryDigestMirrors: [mirror] });
        return;
      }
      expect(objectOf(objects, 'ImageDigestMirrorSet').spec).toEqual({ imageDigestMirrors: [never] });
      expect(objectOf(objects, 'ImageTagMirrorSet').spec).toEqual({ imageTagMirrors: [never] });
    });

    test('access and metrics', () => {
      const entry = [{ project: 'team-a', users: ['ann'], groups: ['devs'], serviceAccounts: ['ci/builder'] }];
      const access = {
        viewers: entry,
        editors: entry,
        imageBuilders: entry,
        metrics: [{ user: 'p' }],
        serviceMonitor: true,
      };
      const objects = build(version, { access });
      expect(kindsOf(objects)).toEqual([
        'ClusterRole',
        'ClusterRoleBinding',
        'Config',
        'RoleBinding',
        'RoleBinding',
        'RoleBinding',
        'ServiceMonitor',
      ]);
      for (const { subjects } of objects.filter(({ kind }) => kind === 'RoleBinding')) expect(subjects).toHaveLength(3);
    });

    test('ROSA: the pruner and access alone', () => {
      const objects = build(version, {
        platform: 'rosa',
        ...(pruner === undefined ? {} : { pruner: { schedule: '0 2 * * *' } }),
        access: { viewers: [{ project: 'team-a', users: ['ann'] }] },
      });
      expect(kindsOf(objects)).toEqual(pruner === undefined ? ['RoleBinding'] : ['ImagePruner', 'RoleBinding']);
    });

    const S3 = { bucket: 'registry-prod', region: 'eu-west-1', encrypt: true, keyID: 'alias/registry' };
    test.each<[string, Fields, string, string]>([
      ['ack', { s3: { ...S3, provision: { ack: {} } } }, 'Bucket', 'services.k8s.aws/deletion-policy=retain'],
      ['crossplane', { s3: { ...S3, provision: { crossplane: {} } } }, 'Bucket', 'deletionPolicy=Orphan'],
      [
        'crossplane, namespaced',
        { s3: { ...S3, provision: { crossplane: { group: 's3.aws.m.upbound.io' } } } },
        'Bucket',
        'managementPolicies=["Observe","Create","Update","LateInitialize"]',
      ],
      [
        'configConnector',
        { gcs: { bucket: 'b-reg', region: 'eu', projectID: 'acme', keyID: 'k', provision: { configConnector: {} } } },
        'StorageBucket',
        'cnrm.cloud.google.com/deletion-policy=abandon',
      ],
      [
        'azureServiceOperator',
        {
          azure: {
            accountName: 'acmeregistry',
            container: 'images',
            provision: { azureServiceOperator: { resourceGroup: 'rg', location: 'westeurope' } },
          },
        },
        'StorageAccount',
        'serviceoperator.azure.com/reconcile-policy=detach-on-delete',
      ],
    ])('provision: %s keeps what it made', (_name, said, kind, keeps) => {
      const objects = build(version, { storage: said });
      const { metadata, spec: made } = objectOf(objects, kind);
      const { annotations = {} } = metadata as { readonly annotations?: Readonly<Record<string, string>> };
      const told = Object.entries({ ...annotations, ...made }).map(
        ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
      );
      expect(told).toContain(keeps);
      expect(annotations['argocd.argoproj.io/sync-options']).toContain('Prune=false,Delete=false');
    });
  });
});
