/** What works on a cluster is never refused: at most a warning is raised. */

import { ROOT_PEM } from '../support/certificates';
import { runCluster, runFleet } from '../support/fleet';

/** Codes by severity, of one cluster. */
function found(yaml: string): { readonly errors: readonly string[]; readonly warnings: readonly string[] } {
  const { findings } = runCluster(yaml);
  const of = (wanted: string): readonly string[] => [
    ...new Set(findings.filter(({ severity }) => severity === wanted).map(({ code }) => code)),
  ];
  return { errors: of('error'), warnings: [...of('warning')].sort() };
}

const PEM = JSON.stringify(ROOT_PEM);
const NODE =
  '{required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [n0]}]}]}}';
const KEYS = 'credentials: {existingSecret: {}}';

test.each<[string, string, readonly string[]]>([
  [
    'a local volume ReadWriteMany on one node',
    `
    platform: none
    topology: single-node
    storage: {pvc: {accessModes: [ReadWriteMany], volume: {local: {path: /var/imageregistry}, nodeAffinity: ${NODE}}}}`,
    [],
  ],
  [
    'a local volume ReadWriteMany with one replica',
    `
    platform: baremetal
    registry: {replicas: 1}
    storage: {pvc: {accessModes: [ReadWriteMany], volume: {local: {path: /var/imageregistry}, nodeAffinity: ${NODE}}}}`,
    [],
  ],
  [
    'a class that administrators of Nutanix make by hand',
    `
    platform: nutanix
    topology: single-node
    storage: {pvc: {accessModes: [ReadWriteOnce], storageClass: {name: nutanix-volume, provisioner: csi.nutanix.com}}}`,
    [],
  ],
  [
    'a class named as on another platform',
    `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClass: {name: standard, provisioner: files.example.com}}}`,
    [],
  ],
  [
    'Azure Stack Hub',
    `
    platform: azure
    storage: {azure: {accountName: acme, container: images, cloudName: AzureStackCloud}}
    ${KEYS}`,
    [],
  ],
  [
    'a cloud in other letters',
    `
    platform: azure
    storage: {azure: {accountName: acme, container: images, cloudName: AZUREUSGOVERNMENTCLOUD}}
    ${KEYS}`,
    [],
  ],
  [
    'the claim of the Cinder procedure, with its annotation',
    `
    platform: openstack
    bootstrapStorage: pvc
    topology: single-node
    storage:
      pvc:
        claim: csi-pvc-imageregistry
        size: 20Gi
        accessModes: [ReadWriteOnce]
        storageClass: {name: custom-csi-storageclass, provisioner: cinder.csi.openstack.org}
        metadata: {annotations: {imageregistry.openshift.io: "true"}}`,
    ['OPERATOR_ANNOTATION', 'PVC_SIZE_MIN'],
  ],
  [
    'a ConfigMap with certificates that exists',
    `
    platform: vsphere
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}
    image: {additionalTrustedCA: {configMap: registry-config}}`,
    [],
  ],
  [
    'a Secret with one key more',
    `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}
    credentials:
      externalSecret:
        store: {name: vault}
        key: registry
        properties: {REGISTRY_STORAGE_S3_ACCESSKEY: id, REGISTRY_STORAGE_S3_SECRETKEY: secret, AWS_ACCESS_KEY_ID: id, note: n}`,
    ['CREDENTIALS_KEYS'],
  ],
  [
    'a small volume',
    `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files, size: 20Gi}}`,
    ['PVC_SIZE_MIN'],
  ],
  [
    'an isolated region of AWS with its own CA',
    `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: us-iso-east-1, encrypt: true, trustedCA: {pem: ${PEM}}}}
    ${KEYS}`,
    [],
  ],
  [
    'a gateway on a port of its own',
    `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "http://rook-ceph-rgw-my-store.rook-ceph.svc:8080"}}
    ${KEYS}`,
    ['RGW_ENDPOINT_PORT'],
  ],
  [
    'a bucket of the first years',
    `
    platform: aws
    storage: {s3: {bucket: Acme_Registry, region: us-east-1, encrypt: true}}
    ${KEYS}`,
    ['S3_BUCKET_NAME'],
  ],
  [
    'an image of another server, and a server with a path',
    `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}
    thirdParty:
      - server: quay.io/acme
        namespaces: [team-a]
        credentials: {existingSecret: {}}
        imageStreams:
          - {name: ruby, namespace: team-a, tags: [{name: a, from: "quay.io/acme/ruby:3", scheduled: true}]}
          - {name: perl, namespace: team-a, tags: [{name: a, from: "docker.io/lib/perl:5", scheduled: true}]}
      - {server: "*.example.com", namespaces: [team-a], credentials: {existingSecret: {}}}
      - {server: "https://index.docker.io/v1/", namespaces: [team-a], credentials: {existingSecret: {}}}`,
    ['IMAGESTREAM_SERVER'],
  ],
  [
    'a pruner without history',
    `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}
    pruner: {successfulJobsHistoryLimit: 0}`,
    ['PRUNER_HISTORY_MIN'],
  ],
  [
    'no replicas, with Recreate',
    `
    platform: baremetal
    registry: {replicas: 0, rolloutStrategy: Recreate}
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}`,
    ['REPLICAS_ZERO'],
  ],
  [
    'the log level by number',
    `
    platform: baremetal
    registry: {logging: 4}
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}`,
    ['LOGGING_REPLACED'],
  ],
  [
    'a right for nobody yet',
    `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}
    access: {viewers: [{project: team-a}]}`,
    ['ACCESS_NOBODY'],
  ],
  [
    'a SOCKS proxy, and a proxy without scheme',
    `
    platform: baremetal
    registry: {proxy: {http: "socks5://proxy.example.com:1080", https: "proxy.example.com:3128"}}
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}`,
    ['PROXY_URL'],
  ],
  [
    'CloudFront without scheme',
    `
    platform: aws
    storage:
      s3:
        bucket: acme-registry
        region: eu-west-1
        encrypt: true
        cloudFront: {baseURL: d111111abcdef8.cloudfront.net, keypairID: K2X, privateKey: {name: cdn, key: private.pem}}
    ${KEYS}`,
    [],
  ],
  [
    'Swift with a certificate that everybody trusts',
    `
    platform: openstack
    bootstrapStorage: swift
    storage: {swift: {container: registry}}
    registry: {disableRedirect: false}`,
    ['SWIFT_REDIRECT'],
  ],
  [
    'Removed on OpenStack, whatever the installer chose, where the claim is named',
    `
    platform: openstack
    registry: {managementState: Removed}
    storage: {pvc: {claim: mine, accessModes: [ReadWriteMany], storageClassName: files}}`,
    [],
  ],
  [
    'Removed with a claim on 4.5',
    `
    platform: vsphere
    openshift: "4.5"
    registry: {managementState: Removed}
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}`,
    [],
  ],
  ...[
    ['https://s3.amazonaws.com', 'eu-west-1'],
    ['https://s3.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['https://s3-eu-west-1.amazonaws.com', 'eu-west-1'],
    ['https://s3.dualstack.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['https://s3-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
    ['https://bucket.vpce-0a1b2c3d.s3.eu-west-1.vpce.amazonaws.com', 'eu-west-1'],
    ['https://s3.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    ['https://s3.xx-future-9.amazonaws.com', 'xx-future-9'],
  ].map(([endpoint, region]): [string, string, string[]] => [
    `the endpoint ${endpoint}`,
    `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: ${region}, encrypt: true, regionEndpoint: "${endpoint}"}}
    ${KEYS}`,
    [],
  ]),
  ...['arn:aws:kms:eu-west-1:111122223333:key/mrk-1', 'arn:aws:kms:eu-west-1:444455556666:alias/registry', 'mrk-1'].map(
    (key): [string, string, string[]] => [
      `the KMS key ${key}`,
      `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1, encrypt: true, keyID: "${key}"}}
    ${KEYS}`,
      [],
    ],
  ),
  ...[
    ['http://minio:9000', ['S3_ENDPOINT_IN_CLUSTER']],
    ['http://minio.minio:9000', ['S3_ENDPOINT_IN_CLUSTER']],
    ['http://rgw.openshift-storage', ['S3_ENDPOINT_IN_CLUSTER']],
    ['http://172.30.11.7:9000', ['S3_ENDPOINT_IN_CLUSTER']],
    ['http://172.31.11.7:9000', []],
    ['http://minio.acme', []],
    ['http://s3.xn--p1ai', []],
    ['http://minio.minio.svc:9000', []],
    ['http://[2001:db8::7]:9000', []],
  ].map(([endpoint, warnings]): [string, string, string[]] => [
    `the endpoint ${String(endpoint)}`,
    `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "${String(endpoint)}"}}
    ${KEYS}`,
    [...(warnings as string[])],
  ]),
  [
    'a Service with a short name that nobody is redirected to',
    `
    platform: baremetal
    registry: {disableRedirect: true}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "http://minio.minio:9000"}}
    ${KEYS}`,
    [],
  ],
  ...[
    ['0 0 31 2 *', ['PRUNER_NEVER_RUNS']],
    ['0 0 31 4,jun *', ['PRUNER_NEVER_RUNS']],
    ['0 0 30-31 2 *', ['PRUNER_NEVER_RUNS']],
    ['0 0 30/1 feb ?', ['PRUNER_NEVER_RUNS']],
    ['0 0 29 2 *', []],
    ['0 0 31 2 mon', []],
    ['0 0 31 */2 *', []],
    ['0 0 31 2 */2', []],
    ['0 0 28-31 2 *', []],
    ['0 0 */31 2 *', []],
    ['0 0 31 4-7 *', []],
    ['@monthly', []],
  ].map(([schedule, warnings]): [string, string, string[]] => [
    `the pruner at ${String(schedule)}`,
    `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}
    pruner: {schedule: "${String(schedule)}"}`,
    [...(warnings as string[])],
  ]),
  [
    'a source of images without a mirror yet',
    `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}
    image: {imageDigestMirrors: [{source: quay.io/acme, mirrors: []}]}`,
    ['MIRROR_EMPTY'],
  ],
])('%s', (_, yaml, warnings) => {
  expect(found(yaml)).toEqual({ errors: [], warnings: [...warnings].sort() });
});

test.each(['https://192.168.1.10:9000', 'https://10.0.0.1', 'https://s3.local', 'http://minio'])(
  'two plants may each have a store at %s',
  regionEndpoint => {
    const cluster = (name: string): object => ({
      name,
      platform: 'baremetal',
      openshift: '4.14',
      storage: { s3: { bucket: 'registry', region: 'us-east-1', regionEndpoint } },
      credentials: { existingSecret: {} },
    });
    const { findings } = runFleet(JSON.stringify({ clusters: [cluster('plant-1'), cluster('plant-2')] }));
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'STORAGE_SHARED', severity: 'warning', clusters: ['plant-2'] }),
    );
  },
);
