/** `storage.gcs`: a bucket of Google Cloud Storage. */

import { isAddress } from '../../../values/url';
import { requiredValue } from '../../required-value';
import { hitIf, type Rule } from '../../rule';

/** A cluster with this bucket. */
const example = (gcs: string): string => `
    platform: gcp
    storage: {gcs: ${gcs}}`;

const VALID = example('{bucket: acme-registry, region: europe-west1, projectID: acme-prod}');
const PROVISIONED = example(
  '{bucket: acme-registry, region: europe-west1, projectID: acme-prod, provision: {configConnector: {}}}',
);
const OPERATOR = 'operator pkg/storage/gcs/gcs.go';

const regionRequired = requiredValue(['storage', 'gcs', 'region'], {
  code: 'GCS_REGION_REQUIRED',
  title: 'the region of the GCS bucket is empty',
  why: "the operator fills in region and project from the cluster, and overwrites git's project",
  fix: 'write storage.gcs.region',
  source: `${OPERATOR} UpdateEffectiveConfig`,
  bad: example('{bucket: acme-registry, region: "", projectID: acme-prod}'),
  good: VALID,
});

const projectUnsaid: Rule = {
  code: 'GCS_PROJECT_UNSAID',
  severity: 'info',
  title: 'the project of the GCS bucket is not said',
  why: "the operator takes the cluster's own project, should it have to make the bucket",
  fix: 'write storage.gcs.projectID',
  source: `${OPERATOR} CreateStorage`,
  bad: example('{bucket: acme-registry, region: europe-west1}'),
  good: VALID,
  check: ({ config: { storage } }) =>
    hitIf(storage?.gcs !== undefined && !storage.gcs.projectID, () => ({
      path: ['storage', 'gcs', 'projectID'],
      what: 'projectID is not said',
    })),
};

const bucketName: Rule = {
  code: 'GCS_BUCKET_NAME',
  severity: 'error',
  title: 'Google Cloud Storage cannot have a bucket of this name',
  why: 'every call to the store fails, and the registry does not start',
  fix: 'write the name of the bucket as Google shows it, without gs://',
  source: 'https://cloud.google.com/storage/docs/buckets#naming',
  bad: example('{bucket: "gs://acme-registry", region: europe-west1, projectID: acme-prod}'),
  good: VALID,
  check: ({ config: { storage } }) => {
    const bucket = storage?.gcs?.bucket;
    const problem = bucket ? nameProblem(bucket) : undefined;
    return hitIf(problem !== undefined, () => ({
      path: ['storage', 'gcs', 'bucket'],
      what: `bucket "${bucket}" ${problem}`,
    }));
  },
};

function nameProblem(name: string): string | undefined {
  const longest = name.includes('.') ? 222 : 63;
  if (name.length < 3 || name.length > longest) return `has ${name.length} characters, not 3 to ${longest}`;
  if (!/^[a-z0-9]([a-z0-9._-]*[a-z0-9])$/.test(name)) {
    return 'is not made of a-z, 0-9, dots, dashes and underscores, with a letter or digit at both ends';
  }
  if (isAddress(name)) return 'looks like an IP address';
  return name.startsWith('goog') || name.includes('google') ? 'uses a name Google keeps for itself' : undefined;
}

const keyIgnored: Rule = {
  code: 'GCS_KEYID_IGNORED',
  severity: 'warning',
  title: 'keyID has no effect on a bucket that exists',
  why: 'the operator encrypts with the key only what it makes itself',
  fix: 'set the key on the bucket, with "gcloud storage buckets update gs://BUCKET --default-encryption-key=KEY", and remove keyID; or add provision',
  source: `${OPERATOR} CreateStorage`,
  bad: example(
    '{bucket: acme-registry, region: europe-west1, projectID: p, keyID: projects/p/locations/l/keyRings/r/cryptoKeys/k}',
  ),
  good: VALID,
  check: ({ config: { storage } }) =>
    hitIf(Boolean(storage?.gcs?.keyID) && storage?.gcs?.provision === undefined, () => ({
      path: ['storage', 'gcs', 'keyID'],
      what: 'keyID is set, and the bucket is made elsewhere',
    })),
};

const prerequisites: Rule = {
  code: 'GCS_BUCKET_PREREQUISITES',
  severity: 'warning',
  title: 'nobody here looks after the bucket',
  why: 'the operator leaves Unmanaged storage alone: whether the bucket is closed to the public, and whether uploads that broke off are ever removed, is for its owner',
  fix: 'run "gcloud storage buckets update gs://BUCKET --public-access-prevention --lifecycle-file=FILE" with a rule AbortIncompleteMultipartUpload of age 1, and accept this; or add provision',
  source: 'OpenShift documentation, configuring the registry for GCP user-provisioned infrastructure',
  bad: VALID,
  good: PROVISIONED,
  check: ({ config: { storage } }) =>
    hitIf(storage?.gcs !== undefined && storage.gcs.provision === undefined, () => ({
      path: ['storage', 'gcs'],
      what: `bucket "${storage?.gcs?.bucket ?? ''}" is made and configured elsewhere`,
    })),
};

/** In the order they are listed in the documentation. */
export const GCS_RULES: readonly Rule[] = [regionRequired, projectUnsaid, bucketName, keyIgnored, prerequisites];
