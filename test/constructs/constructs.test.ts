import { App, Chart, Testing, YamlOutputType } from 'cdk8s';
import {
  AlibabaCloudImageRegistry,
  AwsImageRegistry,
  AzureImageRegistry,
  BareMetalImageRegistry,
  ExternalImageRegistry,
  GcpImageRegistry,
  IbmCloudImageRegistry,
  ImageRegistry,
  KubevirtImageRegistry,
  NutanixImageRegistry,
  OdfImageRegistry,
  OpenStackImageRegistry,
  OvirtImageRegistry,
  PlatformImageRegistry,
  type PlatformName,
  PlatformNoneImageRegistry,
  PowerVsImageRegistry,
  RosaImageRegistry,
  VSphereImageRegistry,
} from '../../src';
import { PLATFORMS } from '../../src/facts/platforms';
import { type AnyManifest, objectOf } from '../support/fleet';
import { ownErrors } from '../support/own-schema';

// Warnings have a test of their own.
process.env.REGISTRY_SEVERITY = 'error';

const openshift = '4.14';
const existingSecret = { existingSecret: {} } as const;
const pvc = { accessModes: ['ReadWriteMany'], storageClassName: 'shared' } as const;

/** Builds one construct in a chart of its own, whose namespace must not reach cluster-scoped objects. */
function build(define: (chart: Chart) => unknown): AnyManifest[] {
  const chart = new Chart(Testing.app(), 'Prod_EU', { namespace: 'somewhere-else' });
  define(chart);
  return Testing.synth(chart) as AnyManifest[];
}

const storageOf = (objects: readonly AnyManifest[]): unknown => objectOf(objects, 'Config').spec.storage;

/** The construct of every platform of the configuration: a platform without one does not compile. */
const CLASSES: Readonly<Record<PlatformName, new (chart: Chart, id: string, props: never) => ImageRegistry>> = {
  aws: AwsImageRegistry,
  gcp: GcpImageRegistry,
  azure: AzureImageRegistry,
  openstack: OpenStackImageRegistry,
  baremetal: BareMetalImageRegistry,
  vsphere: VSphereImageRegistry,
  nutanix: NutanixImageRegistry,
  ibmcloud: IbmCloudImageRegistry,
  powervs: PowerVsImageRegistry,
  alibabacloud: AlibabaCloudImageRegistry,
  ovirt: OvirtImageRegistry,
  kubevirt: KubevirtImageRegistry,
  external: ExternalImageRegistry,
  none: PlatformNoneImageRegistry,
  rosa: RosaImageRegistry,
};

describe('every platform has a construct', () => {
  test('the table has them all', () => {
    expect(Object.keys(CLASSES).sort()).toEqual(Object.keys(PLATFORMS).sort());
    expect(new Set(Object.values(CLASSES)).size).toBe(Object.keys(PLATFORMS).length);
  });

  test.each(Object.keys(PLATFORMS) as PlatformName[])('%s: a registry, with the Config where it is ours', platform => {
    const storage = platform === 'rosa' ? {} : { storage: { s3: { bucket: 'acme', region: 'eu-west-1' } } };
    const chart = new Chart(Testing.app(), 'prod');
    const registry = new CLASSES[platform](chart, 'registry', {
      openshift,
      credentials: undefined,
      ...storage,
    } as never);
    expect(registry).toBeInstanceOf(ImageRegistry);
    expect(registry.config?.kind).toBe(platform === 'rosa' ? undefined : 'Config');
    expect(registry instanceof PlatformImageRegistry).toBe(platform !== 'rosa');
    const twin = new ImageRegistry(new Chart(Testing.app(), 'prod'), 'registry', { openshift, platform, ...storage });
    expect(registry.findings).toEqual(twin.findings);
  });
});

describe('platform constructs, without a fleet file', () => {
  test.each<[string, (chart: Chart) => unknown, object]>([
    [
      'AwsImageRegistry',
      chart =>
        new AwsImageRegistry(chart, 'registry', {
          openshift,
          storage: { s3: { bucket: 'acme', region: 'eu-west-1' } },
        }),
      {
        managementState: 'Unmanaged',
        s3: { bucket: 'acme', region: 'eu-west-1', trustedCA: { name: '' }, virtualHostedStyle: false },
      },
    ],
    [
      'GcpImageRegistry',
      chart =>
        new GcpImageRegistry(chart, 'registry', {
          openshift,
          storage: { gcs: { bucket: 'acme', region: 'europe-west1', projectID: 'prod' } },
        }),
      { managementState: 'Unmanaged', gcs: { bucket: 'acme', region: 'europe-west1', projectID: 'prod' } },
    ],
    [
      'AzureImageRegistry in Azure Government',
      chart =>
        new AzureImageRegistry(chart, 'registry', {
          openshift,
          storage: { azure: { accountName: 'acme', container: 'registry', cloudName: 'AzureUSGovernmentCloud' } },
          credentials: existingSecret,
        }),
      {
        managementState: 'Unmanaged',
        azure: { accountName: 'acme', container: 'registry', cloudName: 'AzureUSGovernmentCloud' },
      },
    ],
    [
      'OpenStackImageRegistry with Swift',
      chart =>
        new OpenStackImageRegistry(chart, 'registry', { openshift, storage: { swift: { container: 'registry' } } }),
      { managementState: 'Unmanaged', swift: { container: 'registry' } },
    ],
    [
      'BareMetalImageRegistry',
      chart => new BareMetalImageRegistry(chart, 'registry', { openshift, storage: { pvc } }),
      { managementState: 'Unmanaged', pvc: { claim: 'image-registry-storage' } },
    ],
    [
      'VSphereImageRegistry',
      chart => new VSphereImageRegistry(chart, 'registry', { openshift, storage: { pvc: { ...pvc, claim: 'mine' } } }),
      { managementState: 'Unmanaged', pvc: { claim: 'mine' } },
    ],
    [
      'NutanixImageRegistry',
      chart => new NutanixImageRegistry(chart, 'registry', { openshift, storage: { pvc } }),
      { managementState: 'Unmanaged', pvc: { claim: 'image-registry-storage' } },
    ],
    [
      'IbmCloudImageRegistry',
      chart => new IbmCloudImageRegistry(chart, 'registry', { openshift, storage: { ibmcos: { bucket: 'acme' } } }),
      { managementState: 'Unmanaged', ibmcos: { bucket: 'acme' } },
    ],
    [
      'AlibabaCloudImageRegistry',
      chart =>
        new AlibabaCloudImageRegistry(chart, 'registry', {
          openshift,
          storage: { oss: { bucket: 'acme', region: 'eu-central-1' } },
        }),
      {
        managementState: 'Unmanaged',
        oss: {
          bucket: 'acme',
          region: 'eu-central-1',
          encryption: { method: 'AES256' },
          endpointAccessibility: 'Internal',
        },
      },
    ],
    [
      'PlatformNoneImageRegistry',
      chart =>
        new PlatformNoneImageRegistry(chart, 'registry', {
          openshift,
          environment: 'non-production',
          storage: { emptyDir: {} },
        }),
      { managementState: 'Unmanaged', emptyDir: {} },
    ],
    [
      'OdfImageRegistry with NooBaa',
      chart =>
        new OdfImageRegistry(chart, 'registry', {
          openshift,
          platform: 'vsphere',
          baseDomain: 'prod.example.com',
          odf: { noobaa: { bucketName: 'acme' } },
          credentials: { bucketClaim: { externalSecret: {} } },
        }),
      {
        managementState: 'Unmanaged',
        s3: {
          bucket: 'acme',
          region: 'us-east-1',
          regionEndpoint: 'https://s3-openshift-storage.apps.prod.example.com',
          trustedCA: { name: '' },
          virtualHostedStyle: false,
        },
      },
    ],
  ])('%s', (_, define, storage) => {
    const objects = build(define);
    expect(storageOf(objects)).toEqual(storage);
    for (const object of objects) expect(ownErrors(object, openshift)).toEqual([]);
    expect(objectOf(objects, 'Config').metadata).toMatchObject({
      name: 'cluster',
      labels: { 'registry-gitops/cluster': 'prod-eu' },
    });
    expect(objectOf(objects, 'Config').metadata.namespace).toBeUndefined();
  });

  test('the rules of a fleet guard a construct: all errors at once, with its path', () => {
    const app = new App();
    new VSphereImageRegistry(new Chart(app, 'prod'), 'registry', {
      openshift,
      registry: { replicas: 2, rolloutStrategy: 'RollingUpdate' },
      storage: { pvc: { accessModes: ['ReadWriteOnce'], storageClassName: 'thin' } },
    });
    const synth = (): string => app.synthYaml();
    expect(synth).toThrow(/error\[PVC_RWO_REPLICAS\][\s\S]*prod\/registry \(registry\.replicas\)/);
    expect(synth).toThrow(/error\[PVC_RWO_STRATEGY\]/);
  });

  const aws = (chart: Chart, bucket: string): AwsImageRegistry =>
    new AwsImageRegistry(chart, bucket, { openshift, storage: { s3: { bucket, region: 'eu-west-1' } } });

  test('two registries in one chart are refused; in charts of their own they are not', () => {
    const together = new App();
    const chart = new Chart(together, 'prod');
    aws(chart, 'one');
    aws(chart, 'two');
    expect(() => together.synthYaml()).toThrow(/REGISTRY_TWICE\] prod\/one[\s\S]*at: {2}prod\/two/);
    const apart = new App();
    aws(new Chart(apart, 'a'), 'one');
    aws(new Chart(apart, 'b'), 'two');
    expect(apart.synthYaml()).toContain('bucket: two');
    const nested = new App();
    const outer = new Chart(nested, 'outer');
    aws(new Chart(outer, 'inner'), 'one');
    aws(outer, 'two');
    expect(nested.synthYaml()).toContain('bucket: two');
  });

  test.each([
    [YamlOutputType.FILE_PER_APP, true],
    [YamlOutputType.FILE_PER_RESOURCE, true],
    [YamlOutputType.FILE_PER_CHART, false],
    [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE, false],
  ])('output type %s: the files of two charts are shared, %s', (yamlOutputType, shared) => {
    const app = new App({ yamlOutputType });
    aws(new Chart(app, 'a'), 'one');
    aws(new Chart(app, 'b'), 'two');
    const synth = expect(() => app.synthYaml());
    if (shared) synth.toThrow('error[REGISTRY_TWICE]');
    else synth.not.toThrow();
  });

  test('an unknown property of an untyped program is an error too', () => {
    const app = new App();
    const untyped = { openshift, storage: { pvc }, registry: { replica: 2 } } as object;
    new BareMetalImageRegistry(new Chart(app, 'prod'), 'registry', untyped as never);
    expect(() => app.synthYaml()).toThrow(/did you mean "replicas"/);
  });
});
