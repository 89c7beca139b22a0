/** How each storage backend starts in a new fleet: what only its reader knows is CHANGE_ME, with an example beside it. */

import type { PlatformName } from '../../config/shape/cluster';
import { PLATFORMS } from '../../facts/platforms';
import type { StorageChoice } from './choices';

/** The lines of a backend, as YAML below the key of the cluster; an example follows its placeholder as a comment. */
interface Start {
  /** Below the key of the backend itself. */
  readonly storage: readonly string[];
  /** Settings of the cluster beside `storage`. */
  readonly beside?: readonly string[];
  /** Whether the operator needs a Secret for it. */
  readonly keys?: true;
}

const BUCKET = 'bucket: CHANGE_ME  # for example acme-registry-prod';
const CONTAINER = 'container: CHANGE_ME  # for example acme-registry-prod';
const BASE_DOMAIN = 'baseDomain: CHANGE_ME  # for example prod-1.example.com';

/** A Job copies the keys of the bucket claim, and the CA of the ingress operator, to the registry. */
const odfBucket: Start = {
  storage: ['bucketName: CHANGE_ME  # for example registry-prod-1', 'trustedCA: {ingressCA: true}'],
  beside: [BASE_DOMAIN, 'credentials:', '  bucketClaim: {job: {}}'],
};

const STARTS: Readonly<Record<StorageChoice, (platform: PlatformName) => Start>> = {
  s3: platform =>
    PLATFORMS[platform].ownCredentials === 's3'
      ? { storage: [BUCKET, 'region: CHANGE_ME  # for example eu-west-1'], keys: true }
      : {
          storage: [
            BUCKET,
            'region: us-east-1  # what most compatible stores take',
            'regionEndpoint: https://CHANGE_ME  # for example minio.example.com',
          ],
          keys: true,
        },
  gcs: () => ({ storage: [BUCKET, 'region: CHANGE_ME  # for example europe-west1'], keys: true }),
  azure: () => ({
    storage: ['accountName: CHANGE_ME  # for example acmeregistryprod', 'container: image-registry'],
    keys: true,
  }),
  swift: platform =>
    PLATFORMS[platform].ownCredentials === 'swift'
      ? {
          storage: [CONTAINER],
          beside: ['bootstrapStorage: swift  # what the installer chose; pvc where there is no Swift'],
        }
      : {
          storage: [
            CONTAINER,
            'authURL: https://CHANGE_ME/v3  # for example keystone.example.com:13000',
            'domain: Default',
            'tenant: CHANGE_ME  # the project, for example registry',
            'regionName: CHANGE_ME  # for example RegionOne',
          ],
          keys: true,
        },
  ibmcos: () => ({ storage: [BUCKET], keys: true }),
  oss: platform => ({
    storage: [
      BUCKET,
      'region: CHANGE_ME  # for example eu-central-1',
      ...(platform === 'alibabacloud' ? [] : ['endpointAccessibility: Public']),
    ],
    keys: true,
  }),
  pvc: platform => ({
    storage: [
      // The operator's own claim has the usual name there.
      ...(PLATFORMS[platform].bootstrap.includes('pvc') ? ['claim: registry-storage'] : []),
      'accessModes: [ReadWriteMany]  # a shared file system; ReadWriteOnce is a disk, for one pod',
      'storageClassName: CHANGE_ME  # for example shared-files',
      'size: 100Gi',
    ],
  }),
  emptyDir: () => ({ storage: [], beside: ['environment: non-production  # every restart of a pod loses the images'] }),
  'odf.rgw': () => odfBucket,
  'odf.noobaa': () => odfBucket,
  'odf.cephfs': () => ({ storage: ['claim: registry-storage', 'size: 100Gi'] }),
};

/** The lines of `storage` and of what belongs to it, as settings of a cluster. */
export function storageLines(platform: PlatformName, choice: StorageChoice): readonly string[] {
  const { storage, beside = [], keys } = STARTS[choice](platform);
  const path = choice.split('.');
  const opened = path.map((key, depth) => `${'  '.repeat(depth + 1)}${key}:`);
  const depth = '  '.repeat(path.length + 1);
  const lines = storage.length === 0 ? [`  ${choice}: {}`] : [...opened, ...storage.map(line => `${depth}${line}`)];
  const own = PLATFORMS[platform].ownCredentials === choice;
  return ['storage:', ...lines, ...beside, ...(keys && !own ? FROM_A_STORE : [])];
}

const FROM_A_STORE = [
  'credentials:',
  '  externalSecret:',
  '    store:',
  '      kind: ClusterSecretStore',
  '      name: CHANGE_ME  # for example vault',
  '    key: CHANGE_ME  # where the store has the keys, for example registry/prod-1',
];
