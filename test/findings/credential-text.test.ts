/** What is taken for a credential, and what is only long. */

import { looksLikeCredential } from '../../src/findings/credential-text';

test.each<[string, boolean]>([
  ['AKIAIOSFODNN7EXAMPLE', true],
  ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', true],
  [
    `${Buffer.alloc(64, 7)
      .toString('base64')
      .replace(/./g, (_, index) => 'aB3x'[index % 4] ?? '')}`,
    true,
  ],
  ['-----BEGIN PRIVATE KEY-----', true],
  ['{"auths": {}}', true],
  ['REGISTRY_STORAGE_S3_ACCESSKEY', false],
  ['secret/data/teams/Platform1/registry/prod-eu-west-1', false],
  ['/builds/Platform1/registry/secrets/production/key.json', false],
  ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-AbCd12', false],
  ['2f1c8a1e-7b1d-4b52-9d0f-8a1b2c3d4e5f', false],
])('%s looks like a credential: %s', (text, expected) => {
  expect(looksLikeCredential(text)).toBe(expected);
});
