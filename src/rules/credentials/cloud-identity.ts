/** The cluster's own cloud credentials, keys or a role of STS alike: what they do not come with. */

import { hitIf, type Rule } from '../rule';

const s3 = (more: string, credentials = ''): string => `
    platform: aws
    storage: {s3: {bucket: acme-registry, region: eu-west-1, encrypt: true${more}}}${credentials}`;

const KEY = ', keyID: "arn:aws:kms:eu-west-1:111122223333:key/k"';

const keyRights: Rule = {
  code: 'CLOUD_IDENTITY_KMS',
  severity: 'warning',
  title: "the cluster's own cloud credentials come without rights on the KMS key",
  why: "the request from which the operator's user or role is made names rights on S3 only: unless the policy of the key allows them, every push and pull fails with AccessDenied",
  fix: "allow kms:GenerateDataKey and kms:Decrypt on the key to the registry's role or user, in the policy of the key or of the role, and accept this; or add credentials that have these rights",
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
      what: 'keyID is set, and there are no credentials',
    }));
  },
};

/** In the order they are listed in the documentation. */
export const CLOUD_IDENTITY_RULES: readonly Rule[] = [keyRights];
