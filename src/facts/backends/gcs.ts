/** Google Cloud Storage. */

import { isPlainMap } from '../../config/plain-map';
import type { GcsStorage } from '../../config/shape/gcs';
import { parseJson, type ValueProblem } from '../../values/credential';
import { type BackendOf, bootstrap, byHand, type FieldsOf, fileKey, randomName } from './backend';

/** @see openshift/cluster-image-registry-operator pkg/storage/gcs/gcs.go; openshift/api ImageRegistryConfigStorageGCS */
export const gcs: BackendOf<GcsStorage, FieldsOf<GcsStorage>> = {
  title: 'Google Cloud Storage',
  driver: { first: '4.3' },
  platforms: 'any',
  fields: {
    bucket: bootstrap('registry-prod'),
    region: bootstrap('europe-west1'),
    projectID: bootstrap('acme'),
    keyID: byHand('projects/acme/locations/europe-west1/keyRings/r/cryptoKeys/k'),
  },
  secret: { keys: fileKey('REGISTRY_STORAGE_GCS_KEYFILE'), value: keyFileProblem },
  identity: { bucket: 'bucket' },
  shared: {
    named: ['bucket'],
    unnamed: {
      why: randomName('bucket'),
      source: 'operator pkg/storage/gcs/gcs.go CreateStorage',
    },
  },
  immutable: {},
  disableRedirect: false,
  ephemeral: false,
  settable: false,
  staysManaged: true,
  copy: { rclone: 'google cloud storage', path: ['bucket'] },
  example: { platform: 'gcp', storage: { bucket: 'registry', region: 'europe-west1' } },
};

/** @see https://pkg.go.dev/golang.org/x/oauth2/google */
const TYPES = [
  'service_account',
  'authorized_user',
  'external_account',
  'external_account_authorized_user',
  'impersonated_service_account',
];

function keyFileProblem(value: string): ValueProblem | undefined {
  const fix = 'give the JSON file of the service account, whole and unchanged';
  const json = parseJson(value);
  if (!isPlainMap(json)) return { what: 'is not a Google credential file: it is not a JSON object', fix };
  if (typeof json.type !== 'string' || json.type === '')
    return { what: 'is not a Google credential file: it has no "type"', fix };
  if (!TYPES.includes(json.type)) {
    return { what: 'is not a Google credential file: its "type" is unknown', fix: `use one of ${TYPES.join(', ')}` };
  }
  const missing = json.type === 'service_account' ? ['client_email', 'private_key'].filter(key => !json[key]) : [];
  return missing.length > 0 ? { what: `is a service account without ${missing.join(' and ')}`, fix } : undefined;
}
