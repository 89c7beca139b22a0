/** The cluster's own cloud credentials, keys or a role of STS alike: what they do not allow. */

import { hitIf, type Rule } from '../rule';

const s3 = (more: string, credentials = ''): string => `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1, encrypt: true${more}}}${credentials}`;

const KEY = ', keyID: "arn:aws:kms:eu-west-1:111122223333:key/k"';

const keyRights: Rule = {
  code: 'CLOUD_IDENTITY_KMS',
  severity: 'warning',
  title: "the cluster's own cloud credentials have no permissions on the KMS key",
  why: "the operator's CredentialsRequest asks for S3 permissions only: unless the policy of the key allows the role, every push and pull fails with AccessDenied",
  fix: "allow kms:GenerateDataKey and kms:Decrypt on the key for the registry's role or user, in the policy of the key or of the role, and accept this; or add credentials with these permissions",
  source: 'operator manifests/01-registry-credentials-request.yaml; Amazon S3 user guide, SSE-KMS permissions',
  bad: s3(KEY),
  good: s3(
    KEY,
    `
    credentials: {externalSecret: {store: {name: vault}, key: registry}}`,
  ),
  check: ({ config: { credentials }, model: { storage } }) => {
    const { keyID } = storage?.backend === 's3' ? storage.fields : {};
    return hitIf(Boolean(keyID) && storage?.bucketClaim === undefined && credentials === undefined, () => ({
      path: [...(storage?.path ?? []), 'keyID'],
      what: "keyID is set, but the cluster's own credentials have no permissions on the KMS key",
    }));
  },
};

/** In the order they are listed in the documentation. */
export const CLOUD_IDENTITY_RULES: readonly Rule[] = [keyRights];
