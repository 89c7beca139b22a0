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
  why: 'the operator fills in region and project from the cluster, and overwrites the project that git has',
  fix: 'set storage.gcs.region',
  source: `${OPERATOR} UpdateEffectiveConfig`,
  bad: example('{bucket: acme-registry, region: "", projectID: acme-prod}'),
  good: VALID,
});

const projectMissing: Rule = {
  code: 'GCS_PROJECT_MISSING',
  severity: 'info',
  title: 'the project of the GCS bucket is not set',
  why: "if the operator has to create the bucket, it uses the cluster's own project",
  fix: 'set storage.gcs.projectID',
  source: `${OPERATOR} CreateStorage`,
  bad: example('{bucket: acme-registry, region: europe-west1}'),
  good: VALID,
  check: ({ config: { storage } }) =>
    hitIf(storage?.gcs !== undefined && !storage.gcs.projectID, () => ({
      path: ['storage', 'gcs', 'projectID'],
      what: `the project of bucket "${storage?.gcs?.bucket ?? ''}" is not set`,
    })),
};

const bucketName: Rule = {
  code: 'GCS_BUCKET_NAME',
  severity: 'error',
  title: 'the bucket name is not valid in Google Cloud Storage',
  why: 'every request to the store fails, and the registry does not start',
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
  if (name.length < 3 || name.length > longest) return `must have 3 to ${longest} characters, not ${name.length}`;
  if (!/^[a-z0-9]([a-z0-9._-]*[a-z0-9])$/.test(name)) {
    return 'must contain only a-z, 0-9, dots, dashes and underscores, and begin and end with a letter or digit';
  }
  if (isAddress(name)) return 'must not look like an IP address';
  return name.startsWith('goog') || name.includes('google')
    ? 'must not contain "google" or begin with "goog"'
    : undefined;
}

const keyIgnored: Rule = {
  code: 'GCS_KEYID_IGNORED',
  severity: 'warning',
  title: 'keyID has no effect on an existing bucket',
  why: 'the operator sets the key only on a bucket it creates: images in this one are not encrypted with it',
  fix: 'set the key on the bucket, with "gcloud storage buckets update gs://BUCKET --default-encryption-key=KEY", and remove keyID; or add provision',
  source: `${OPERATOR} CreateStorage`,
  bad: example(
    '{bucket: acme-registry, region: europe-west1, projectID: p, keyID: projects/p/locations/l/keyRings/r/cryptoKeys/k}',
  ),
  good: VALID,
  check: ({ config: { storage } }) =>
    hitIf(Boolean(storage?.gcs?.keyID) && storage?.gcs?.provision === undefined, () => ({
      path: ['storage', 'gcs', 'keyID'],
      what: `keyID has no effect on bucket "${storage?.gcs?.bucket ?? ''}", which is not created here`,
    })),
};

const unmanaged: Rule = {
  code: 'GCS_BUCKET_UNMANAGED',
  severity: 'info',
  title: 'the bucket is not managed here',
  why: 'the operator never configures Unmanaged storage: a public bucket exposes every image, and without a lifecycle rule aborted uploads pile up',
  fix: 'run "gcloud storage buckets update gs://BUCKET --public-access-prevention --lifecycle-file=FILE" with an AbortIncompleteMultipartUpload rule of age 1 and accept this, or add provision',
  source: 'OpenShift documentation, configuring the registry for GCP user-provisioned infrastructure',
  bad: VALID,
  good: PROVISIONED,
  check: ({ config: { storage } }) =>
    hitIf(storage?.gcs !== undefined && storage.gcs.provision === undefined, () => ({
      path: ['storage', 'gcs'],
      what: `bucket "${storage?.gcs?.bucket ?? ''}" is not managed here, so its public access and lifecycle are not checked`,
    })),
};

/** In the order they are listed in the documentation. */
export const GCS_RULES: readonly Rule[] = [regionRequired, projectMissing, bucketName, keyIgnored, unmanaged];
