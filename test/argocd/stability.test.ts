/** What was applied stays in sync after the operator has written to it, for every backend and version. */

import type { Cluster } from '../../src/config/shape/cluster';
import { BACKENDS, type BackendName, hasDriver } from '../../src/facts/backends';
import { NEWEST_VERSION, OPENSHIFT_VERSIONS } from '../../src/facts/versions';
import { buildManifests } from '../../src/manifests/build-manifests';
import { resolve } from '../../src/model/resolve';
import { type AnyManifest, objectOf, objectsOf } from '../support/fleet';
import { known, OBJECT_STORES, samplesOf } from '../support/maximal';
import { operatorWrite } from '../support/operator-write';
import {
  applier,
  apply,
  at,
  type Fields,
  type LiveObject,
  leaves,
  update,
  type Value,
} from '../support/server-side-apply';

const ARGO = 'argocd-controller';
const OPERATOR = 'cluster-image-registry-operator';
const CA = 'trustedCA: {configMap: my-ca}';

interface Row {
  readonly cluster: string;
  readonly versions: readonly string[];
  readonly backend: BackendName;
}

const EVERY = ['4.6', '4.10', '4.14', '4.18', '4.22'];
const FROM_4_11 = ['4.14', '4.18', '4.22'];
const SECRET = 'credentials: {existingSecret: {}}';

/** Backends, sparse and full, in forms that are not canonical where there are such. */
const ROWS: Readonly<Record<string, Row>> = {
  's3, sparse': {
    cluster: `{platform: baremetal, ${SECRET}, storage: {s3: {bucket: acme-registry, region: eu-west-1, regionEndpoint: "https://s3.example.com"}}}`,
    versions: ['4.4', '4.5', ...EVERY],
    backend: 's3',
  },
  's3, full': {
    cluster: `{platform: aws, ${SECRET}, storage: {s3: {bucket: acme-registry, region: eu-west-1, encrypt: true, keyID: "arn:aws:kms:eu-west-1:1:key/k",
      regionEndpoint: "https://s3.example.com", virtualHostedStyle: true, ${CA},
      cloudFront: {baseURL: "https://d.cloudfront.net/", keypairID: K, duration: 90s, privateKey: {name: n, key: k}}}}}`,
    versions: FROM_4_11,
    backend: 's3',
  },
  's3, CloudFront on old releases': {
    cluster: `{platform: aws, ${SECRET}, storage: {s3: {bucket: acme-registry, region: eu-west-1, encrypt: true,
      cloudFront: {baseURL: "https://d.cloudfront.net/", keypairID: K, duration: 1h0.0s, privateKey: {name: n, key: k}}}}}`,
    versions: ['4.3', '4.6', '4.10'],
    backend: 's3',
  },
  's3, chunks': {
    cluster: `{platform: aws, ${SECRET}, storage: {s3: {bucket: acme-registry, region: eu-west-1, chunkSizeMiB: 100}}}`,
    versions: ['4.18', NEWEST_VERSION],
    backend: 's3',
  },
  'gcs, a key of KMS': {
    cluster: `{platform: gcp, ${SECRET}, storage: {gcs: {bucket: acme-registry, region: eu, projectID: acme, keyID: projects/acme/locations/eu/keyRings/r/cryptoKeys/k}}}`,
    versions: ['4.3', ...EVERY, NEWEST_VERSION],
    backend: 'gcs',
  },
  'azure, internal': {
    cluster: `{platform: azure, ${SECRET}, storage: {azure: {accountName: acmeregistry, container: registry,
      networkAccess: {type: Internal, internal: {vnetName: vnet, subnetName: subnet, networkResourceGroupName: group, privateEndpointName: endpoint}}}}}`,
    versions: ['4.15', '4.18', NEWEST_VERSION],
    backend: 'azure',
  },
  'swift, full': {
    cluster: `{platform: openstack, ${SECRET}, storage: {swift: {container: registry, authURL: "https://keystone.example.com/v3", authVersion: "3",
      domain: Default, tenant: acme, regionName: RegionOne}}}`,
    versions: ['4.3', ...EVERY, NEWEST_VERSION],
    backend: 'swift',
  },
  'oss, encrypted': {
    cluster: `{platform: alibabacloud, storage: {oss: {bucket: acme-registry, region: eu-central-1, endpointAccessibility: Public,
      encryption: {method: KMS, kms: {keyID: k}}}}}`,
    versions: ['4.10', '4.16'],
    backend: 'oss',
  },
  'pvc on the first and the last release': {
    cluster: '{platform: baremetal, storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}}',
    versions: ['4.3', '5.0', NEWEST_VERSION],
    backend: 'pvc',
  },
  gcs: {
    cluster: `{platform: gcp, ${SECRET}, storage: {gcs: {bucket: acme-registry, region: europe-west1, projectID: acme-prod}}}`,
    versions: EVERY,
    backend: 'gcs',
  },
  azure: {
    cluster: `{platform: azure, ${SECRET}, storage: {azure: {accountName: acmeregistry, container: registry}}}`,
    versions: EVERY,
    backend: 'azure',
  },
  'azure, another cloud': {
    cluster: `{platform: azure, ${SECRET}, storage: {azure: {accountName: acmeregistry, container: registry, cloudName: AzureUSGovernmentCloud}}}`,
    versions: EVERY,
    backend: 'azure',
  },
  swift: {
    cluster: '{platform: openstack, storage: {swift: {container: registry, regionName: RegionOne}}}',
    versions: EVERY,
    backend: 'swift',
  },
  ibmcos: {
    cluster: `{platform: ibmcloud, storage: {ibmcos: {bucket: acme-registry, location: eu-de, resourceGroupName: infra,
      serviceInstanceCRN: "crn:v1:a:b:cloud-object-storage:c:d:e::",
      resourceKeyCRN: "crn:v1:a:b:cloud-object-storage:c:d:e:resource-key:f"}}}`,
    versions: FROM_4_11,
    backend: 'ibmcos',
  },
  oss: {
    cluster: '{platform: alibabacloud, storage: {oss: {bucket: acme-registry, region: eu-central-1}}}',
    versions: ['4.10', '4.14'],
    backend: 'oss',
  },
  'pvc, shared': {
    cluster: '{platform: vsphere, storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}}',
    versions: ['4.4', '4.5', ...EVERY],
    backend: 'pvc',
  },
  'pvc, one writer': {
    cluster: '{platform: vsphere, storage: {pvc: {accessModes: [ReadWriteOnce], storageClassName: thin}}}',
    versions: EVERY,
    backend: 'pvc',
  },
  emptyDir: {
    cluster: '{platform: none, environment: non-production, storage: {emptyDir: {}}}',
    versions: EVERY,
    backend: 'emptyDir',
  },
  'odf.rgw': {
    cluster: `{platform: baremetal, baseDomain: a.example.com, storage: {odf: {rgw: {bucketName: acme-registry, ${CA}}}}, credentials: {bucketClaim: {externalSecret: {}}}}`,
    versions: FROM_4_11,
    backend: 's3',
  },
  'odf.noobaa': {
    cluster: `{platform: vsphere, baseDomain: a.example.com, storage: {odf: {noobaa: {bucketName: acme-registry, ${CA}}}}, credentials: {bucketClaim: {externalSecret: {}}}}`,
    versions: FROM_4_11,
    backend: 's3',
  },
  'odf.cephfs': {
    cluster: '{platform: vsphere, storage: {odf: {cephfs: {}}}}',
    versions: FROM_4_11,
    backend: 'pvc',
  },
  'every setting of the registry': {
    cluster: `{platform: none, storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}},
      routes: {default: true, custom: [{name: a, hostname: a.example.com, tls: {secretName: s}}, {name: b, hostname: b.example.com}]},
      registry: {logLevel: Debug, operatorLogLevel: Trace, readOnly: true, disableRedirect: true, proxy: {http: "http://p:1"},
        requests: {read: {maxRunning: 10, maxInQueue: 20, maxWaitInQueue: 60s}, write: {maxRunning: 0}},
        resources: {requests: {cpu: "0.1", memory: 1024Mi}, limits: {cpu: "2000m"}},
        nodeSelector: {a: b}, tolerations: [{key: k, operator: Exists}],
        topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {docker-registry: default}}}]}}`,
    versions: FROM_4_11,
    backend: 'pvc',
  },
};

/** Every object store with everything that can be said, on its first and its last version; rules are left out. */
const MAXIMAL = OBJECT_STORES.flatMap(backend => {
  const versions = OPENSHIFT_VERSIONS.filter(version => hasDriver(backend, version));
  return [versions[0] ?? '', versions.at(-1) ?? ''].map(version => {
    const storage = { [backend]: known('Config', samplesOf(backend), ['spec', 'storage', backend], version) };
    const { platform } = BACKENDS[backend].example;
    const cluster: Cluster = { name: 'maximal', platform, openshift: version, storage };
    const objects = buildManifests(resolve(cluster)) as readonly AnyManifest[];
    const config = objectOf(objects, 'Config') as unknown as Fields;
    return [`${backend}, everything, on ${version}`, { config, version, backend }] as const;
  });
});

const CASES = Object.entries(ROWS).flatMap(([name, { cluster, versions, backend }]) =>
  versions.map(version => [`${name} on ${version}`, { config: configOf(cluster, version), version, backend }] as const),
);

function configOf(cluster: string, version: string): Fields {
  const objects = objectsOf(cluster.replace('{', `{openshift: "${version}", `));
  return objectOf(objects as readonly AnyManifest[], 'Config') as unknown as Fields;
}

/** Defaults of the CRD; the API server adds them to what is applied, so they are the applier's. */
function defaulted(config: Fields, version: string): Fields {
  const spec = { ...(config.spec as Fields) };
  const storage = { ...(spec.storage as Fields) };
  if (storage.azure !== undefined && Number(version.slice(2)) >= 15) {
    storage.azure = { networkAccess: { type: 'External' }, ...(storage.azure as Fields) };
  }
  return {
    ...config,
    spec: { logLevel: 'Normal', operatorLogLevel: 'Normal', ...spec, ...(spec.storage ? { storage } : {}) },
  };
}

const argo = (live: LiveObject | undefined, config: Fields, version: string): LiveObject =>
  apply(live, ARGO, defaulted(config, version));
const operator = (live: LiveObject, version: string, platformDefault?: BackendName): LiveObject =>
  update(live, OPERATOR, operatorWrite(live.fields, { version, platformDefault }));
const ownedBy = (live: LiveObject): ReadonlySet<string> | undefined => live.owners.get(applier(ARGO));

/** What the installer's operator left on a platform. */
const BOOTSTRAP = {
  metadata: { name: 'cluster' },
  spec: { managementState: 'Removed', replicas: 1, rolloutStrategy: 'RollingUpdate', storage: {} },
};

describe.each([...CASES, ...MAXIMAL])('%s', (_name, { config, version, backend }) => {
  const pvc: Fields = { ...config, spec: { ...(config.spec as Fields), storage: { pvc: { claim: 'other' } } } };

  test('the operator leaves every field we send, its value and its owner, as they are', () => {
    const applied = argo(undefined, config, version);
    const written = operator(applied, version);
    expect(ownedBy(written)).toEqual(ownedBy(applied));
    for (const [pointer, value] of leaves(defaulted(config, version))) {
      expect([pointer, at(written.fields, pointer)]).toEqual([pointer, value]);
    }
  });

  test('applying again changes nothing, however often both write', () => {
    const written = operator(argo(undefined, config, version), version);
    const again = argo(written, config, version);
    expect(again).toEqual(written);
    expect(operator(again, version).fields).toEqual(written.fields);
  });

  test('adopting what the installer left is as stable', () => {
    const bootstrapped = update({ fields: {}, owners: new Map() }, OPERATOR, BOOTSTRAP as unknown as Fields);
    const written = operator(argo(bootstrapped, config, version), version);
    expect(argo(written, config, version)).toEqual(written);
  });

  test('a later switch to another backend leaves nothing of this one', () => {
    const written = operator(argo(undefined, config, version), version);
    const switched = argo(written, pvc, version);
    const others = Object.keys(at(switched.fields, '/spec/storage') as object).filter(key => key !== 'managementState');
    expect(others).toEqual(['pvc']);
    expect(at(switched.fields, '/spec/storage/pvc')).toEqual({ claim: 'other' });
    expect(() => operator(switched, version)).not.toThrow();
  });

  test('the storage is told whole: the operator adds no field to a backend', () => {
    const written = operator(argo(undefined, config, version), version);
    const before = [...leaves(at(defaulted(config, version), `/spec/storage/${backend}`) as Value).keys()].sort();
    const after = [...leaves(at(written.fields, `/spec/storage/${backend}`) as Value).keys()].sort();
    expect(after).toEqual(before);
  });
});

describe('each value that is said only for stability is needed', () => {
  const { cluster } = ROWS['s3, sparse'] as Row;
  const remainder = (remove: (s3: Record<string, Value>) => void): unknown => {
    const config = JSON.parse(JSON.stringify(configOf(cluster, '4.14')));
    remove(config.spec.storage.s3);
    const written = operator(argo(undefined, config, '4.14'), '4.14');
    const pvc = { ...config, spec: { ...config.spec, storage: { pvc: { claim: 'other' } } } };
    return at(argo(written, pvc, '4.14').fields, '/spec/storage/s3');
  };

  test('with both, nothing stays behind', () => {
    expect(remainder(() => undefined)).toBeUndefined();
  });

  test('without virtualHostedStyle it stays behind', () => {
    expect(remainder(s3 => delete s3.virtualHostedStyle)).toEqual({ virtualHostedStyle: false });
  });

  test('without trustedCA.name it stays behind', () => {
    expect(remainder(s3 => delete s3.trustedCA)).toEqual({ trustedCA: { name: '' } });
  });
});

describe('values the operator would rewrite', () => {
  const { cluster } = ROWS['every setting of the registry'] as Row;
  const driftOf = (change: (spec: Record<string, Value>) => void): readonly string[] => {
    const config = JSON.parse(JSON.stringify(configOf(cluster, '4.14')));
    change(config.spec);
    const applied = argo(undefined, config, '4.14');
    const written = operator(applied, '4.14');
    return [...leaves(config.spec).entries()]
      .filter(([pointer, value]) => JSON.stringify(at(written.fields, `/spec${pointer}`)) !== JSON.stringify(value))
      .map(([pointer]) => pointer);
  };

  test.each<[string, (spec: Record<string, Value>) => void, string[]]>([
    ['ours', () => undefined, []],
    ['a zero value', spec => Object.assign(spec, { readOnly: false }), ['/readOnly']],
    ['an empty list', spec => Object.assign(spec, { tolerations: [] }), ['/tolerations']],
    [
      'a duration in another form',
      spec => Object.assign(spec, { requests: { read: { maxWaitInQueue: '60s' } } }),
      ['/requests/read/maxWaitInQueue'],
    ],
    [
      'a quantity in another form',
      spec => Object.assign(spec, { resources: { requests: { memory: '1024Mi' } } }),
      ['/resources/requests/memory'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(driftOf(change)).toEqual(expected);
  });
});

describe('storage that the operator chose stays its own', () => {
  const platforms = { aws: 's3', gcp: 'gcs', azure: 'azure', ibmcloud: 'ibmcos' } as const;

  test.each(Object.entries(platforms))(
    '%s: leaving storage out is no difference and takes nothing away',
    (name, backend) => {
      const config = configOf(`{platform: ${name}}`, '4.14');
      expect(config.spec).not.toHaveProperty('storage');
      const installed = operator(
        update({ fields: {}, owners: new Map() }, OPERATOR, {
          ...(BOOTSTRAP as unknown as Fields),
          spec: {
            managementState: 'Managed',
            replicas: 2,
            rolloutStrategy: 'RollingUpdate',
            storage: { [backend]: {} },
          },
        }),
        '4.14',
        backend,
      );
      const adopted = argo(installed, config, '4.14');
      expect(at(adopted.fields, '/spec/storage')).toEqual(at(installed.fields, '/spec/storage'));
      expect([...(ownedBy(adopted) ?? [])].filter(pointer => pointer.startsWith('/spec/storage'))).toEqual([]);
      const written = operator(adopted, '4.14', backend);
      expect(argo(written, config, '4.14')).toEqual(written);
    },
  );

  test('what the operator fills on IBM Cloud stays behind: there the takeover job stands before another backend', () => {
    const sparse = configOf('{platform: ibmcloud, storage: {ibmcos: {bucket: acme-registry}}}', '4.14');
    const written = operator(argo(undefined, sparse, '4.14'), '4.14');
    expect(argo(written, sparse, '4.14')).toEqual(written);
    const pvc = { ...sparse, spec: { ...(sparse.spec as Fields), storage: { pvc: { claim: 'other' } } } };
    expect(Object.keys(at(argo(written, pvc, '4.14').fields, '/spec/storage') as object)).toContain('ibmcos');
  });
});
