import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import {
  AwsImageRegistry,
  AzureImageRegistry,
  BareMetalImageRegistry,
  ImageRegistry,
  OdfImageRegistry,
} from '../../src';
import { type AnyManifest, objectOf } from '../support/fleet';

// Warnings have a test of their own.
process.env.REGISTRY_SEVERITY = 'error';

const openshift = '4.14';
const s3 = { bucket: 'acme', region: 'eu-west-1' } as const;
const inChart = (): Chart => new Chart(Testing.app(), 'prod');
const objectsIn = (registry: ImageRegistry): AnyManifest[] => Testing.synth(Chart.of(registry)) as AnyManifest[];
const namesOf = (objects: readonly (ApiObject | undefined)[]): readonly (string | undefined)[] =>
  objects.map(object => object && `${object.kind} ${object.metadata.namespace ?? ''}/${object.name}`);

describe('what a registry makes is an attribute of it', () => {
  test('a claim, its volume and class', () => {
    const registry = new BareMetalImageRegistry(inChart(), 'registry', {
      openshift,
      storage: {
        pvc: {
          accessModes: ['ReadWriteMany'],
          storageClass: { name: 'static', provisioner: 'kubernetes.io/no-provisioner' },
          volume: { name: 'registry', nfs: { server: 'nfs.example.com', path: '/registry' } },
        },
      },
      pruner: { schedule: '0 2 * * *' },
    });
    expect(namesOf([registry.config, registry.claim, registry.volume, registry.storageClass, registry.pruner])).toEqual(
      [
        'Config /cluster',
        'PersistentVolumeClaim openshift-image-registry/image-registry-storage',
        'PersistentVolume /registry',
        'StorageClass /static',
        'ImagePruner /cluster',
      ],
    );
    expect(registry.claimName).toBe('image-registry-storage');
    expect(namesOf([registry.bucketClaim, registry.credentials, registry.image, registry.trustedCA])).toEqual(
      Array(4).fill(undefined),
    );
    expect(registry.credentialsSecretName).toBeUndefined();
  });

  test('a claim that exists has a name, and no object', () => {
    const pvc = { claim: 'theirs', existing: true, accessModes: ['ReadWriteMany'] } as const;
    const registry = new BareMetalImageRegistry(inChart(), 'registry', { openshift, storage: { pvc } });
    expect([registry.claim, registry.claimName]).toEqual([undefined, 'theirs']);
  });

  test('a bucket of OpenShift Data Foundation', () => {
    const registry = new OdfImageRegistry(inChart(), 'registry', {
      openshift,
      platform: 'vsphere',
      baseDomain: 'prod.example.com',
      odf: {
        noobaa: {
          bucketName: 'acme',
          backingStore: { name: 'pool', pvPool: { numVolumes: 3, resources: { requests: { storage: '100Gi' } } } },
          bucketClass: { name: 'registry' },
        },
      },
      credentials: { bucketClaim: { externalSecret: {} } },
    });
    expect(namesOf([registry.bucketClaim, registry.backingStore, registry.bucketClass])).toEqual([
      expect.stringContaining('ObjectBucketClaim openshift-image-registry/'),
      'BackingStore openshift-storage/pool',
      'BucketClass openshift-storage/registry',
    ]);
    expect(registry.credentialsSecretName).toBe('image-registry-private-configuration-user');
    expect(registry.claim).toBeUndefined();
  });

  test('credentials, CA, provisioned bucket, image settings, certificates and image streams', () => {
    const store = { kind: 'ClusterSecretStore', name: 'vault' } as const;
    const registry = new AwsImageRegistry(inChart(), 'registry', {
      openshift,
      baseDomain: 'prod.example.com',
      storage: { s3: { ...s3, trustedCA: { injectTrustedBundle: true }, provision: { ack: {} } } },
      credentials: { externalSecret: { store, key: 'registry' } },
      routes: {
        default: true,
        custom: [
          {
            name: 'public',
            hostname: 'registry.example.com',
            tls: { certificate: { issuerRef: { name: 'letsencrypt' } } },
          },
        ],
      },
      image: {
        registrySources: { insecureRegistries: ['old.example.com'] },
        imageTagMirrors: [{ source: 'quay.io/a', mirrors: ['mirror.example.com/a'] }],
      },
      thirdParty: [
        {
          server: 'quay.io',
          namespaces: ['openshift'],
          credentials: { externalSecret: { store, key: 'quay' } },
          imageStreams: [{ name: 'ruby', namespace: 'team-a', tags: [{ name: '3.1', from: 'quay.io/lib/ruby:3.1' }] }],
        },
      ],
    });
    const { credentials, trustedCA, provisioned, image, digestMirrors, tagMirrors } = registry;
    expect(namesOf([credentials, trustedCA, provisioned, image, digestMirrors, tagMirrors])).toEqual([
      'ExternalSecret openshift-image-registry/image-registry-private-configuration-user',
      'ConfigMap openshift-config/image-registry-s3-bundle',
      expect.stringMatching(/^Bucket .*\/acme$/),
      'Image /cluster',
      undefined,
      'ImageTagMirrorSet /image-registry-tag-mirrors',
    ]);
    expect(registry.trustedCAConfigMapName).toBe('image-registry-s3-bundle');
    expect(registry.externalHostnames).toEqual([
      'default-route-openshift-image-registry.apps.prod.example.com',
      'registry.example.com',
    ]);
    expect(registry.internalHostname).toBe('image-registry.openshift-image-registry.svc:5000');
    const { certificates, secrets, imageStreams } = registry;
    expect([...certificates, ...secrets, ...imageStreams].map(({ kind }) => kind)).toEqual([
      'Certificate',
      'ExternalSecret',
      'ImageStream',
    ]);
  });

  test('Azure: the account stands for the container in it', () => {
    const registry = new AzureImageRegistry(inChart(), 'registry', {
      openshift,
      storage: {
        azure: {
          accountName: 'acme',
          container: 'registry',
          provision: { azureServiceOperator: { resourceGroup: 'rg', location: 'westeurope' } },
        },
      },
      credentials: { existingSecret: {} },
    });
    expect(registry.provisioned?.kind).toBe('StorageAccount');
    expect([registry.credentials, registry.credentialsSecretName]).toEqual([
      undefined,
      'image-registry-private-configuration-user',
    ]);
  });

  test('every object of a registry is behind an attribute, but for what belongs to Jobs and permissions', () => {
    const registry = new AwsImageRegistry(inChart(), 'registry', { openshift, storage: { s3 } });
    const attributes = [registry.config];
    const others = registry.node
      .findAll()
      .filter(ApiObject.isApiObject)
      .filter(object => !attributes.includes(object));
    const JOBS = ['ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'Job', 'Namespace', 'ServiceAccount'];
    expect(others.map(({ kind }) => kind).filter(kind => !JOBS.includes(kind))).toEqual([]);
  });
});

test('a patch of the Config reaches the output and the patch that the takeover sends', () => {
  const pvc = { accessModes: ['ReadWriteMany' as const], storageClassName: 'efs-sc' };
  const registry = new AwsImageRegistry(inChart(), 'registry', { openshift, storage: { pvc } });
  registry.config.addJsonPatch(JsonPatch.replace('/spec/storage/pvc/claim', 'another'));
  const objects = objectsIn(registry);
  expect(objectOf(objects, 'Config').spec.storage.pvc.claim).toBe('another');
  const { env } = objectOf(objects, 'Job').spec.template.spec.containers[0];
  const patch = env.find(({ name }: { readonly name: string }) => name === 'PATCH').value;
  expect(JSON.parse(patch).spec.storage.pvc).toEqual({ claim: 'another' });
});

test('what cannot be understood is refused at synthesis, and no attribute or method fails before', () => {
  const app = new App();
  const untyped = { openshift, platform: 'awss' } as object;
  const registry = new ImageRegistry(new Chart(app, 'prod'), 'registry', untyped as never);
  registry.grantPull('team-a', { user: 'ann' });
  expect([registry.config, registry.claimName, registry.externalHostnames]).toEqual([undefined, undefined, []]);
  expect(() => app.synthYaml()).toThrow(/did you mean "aws"/);
});

test('each error is told without a count of its own', () => {
  const app = new App();
  new BareMetalImageRegistry(new Chart(app, 'prod'), 'registry', {
    openshift,
    registry: { replicas: 2, rolloutStrategy: 'RollingUpdate' },
    storage: { pvc: { accessModes: ['ReadWriteOnce'], storageClassName: 'thin' } },
    accept: [{ code: 'BLOCK_NOT_HA', reason: 'a test cluster' }],
  });
  expect(() => app.synthYaml()).toThrow(
    expect.not.objectContaining({ message: expect.stringMatching(/\d errors?\b/) }),
  );
});
