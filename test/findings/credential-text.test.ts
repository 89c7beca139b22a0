/** What is taken for a credential and hidden, and what is a name, an id or a digest. */

import { credentialIn, hideCredentials, looksLikeCredential } from '../../src/findings/credential-text';
import { EXAMPLE_SEALED_VALUE } from '../../src/rules/credentials/sealed-secrets';
import { cpuSeconds } from '../support/cpu';
import { CREDENTIALS, markersOf, noise } from '../support/credentials';

describe.each(Object.entries(CREDENTIALS))('%s', (_, credential) => {
  test('is known', () => expect(credentialIn(credential)).toBeDefined());

  test.each(['VALUE', '"VALUE" is no name', "it's (VALUE), or so", 'a\nVALUE\nb', 'key=VALUE'])(
    'is hidden in %s',
    frame => {
      const hidden = hideCredentials(frame.replace('VALUE', () => credential));
      expect(hidden).toContain('[hidden]');
      for (const part of markersOf(credential)) expect(hidden).not.toContain(part);
    },
  );

  test('is hidden in JSON, whose quotes are escaped', () => {
    const hidden = hideCredentials(JSON.stringify({ value: credential }));
    for (const part of markersOf(credential)) expect(hidden).not.toContain(part);
  });
});

test.each<[string, string]>([
  ['userinfo after a slash that a path lost', 'sub/https:/ann:Hunter2pw@ca.example.com/ca.pem'],
  ['a password with an at sign and a slash', 'https://ann:p@ss/Hunter2pw@host.example.com'],
  ['a password in a query', 'https://host.example.com/x?password=Hunter2pw&y=1'],
])('hides %s', (_, text) => expect(hideCredentials(text)).not.toContain('Hunter2pw'));

test.each(['%s/x', 'x/%s', '%s-…', '"%s"', 'registry_%s'])('hides a key in hexadecimal in %j', frame => {
  const key = '0a1b2c3d'.repeat(8);
  expect(hideCredentials(frame.replace('%s', key))).not.toContain(key);
});

/** Short words are looked at for known prefixes alone; a space makes a text one that is looked at for everything. */
test('a short word has what is found in it with a space', () => {
  const more = ['npm_', 'xoxb-', 'LTAI', 'GOOG', 'glpat-', 'pypi-', 'hvs.', 's.', 'ya29.'].map(
    start => start + noise(40),
  );
  const words = [...Object.values(CREDENTIALS), ...more].flatMap(text =>
    [...Array(48).keys()].flatMap(start => [18, 24, 31].map(length => text.slice(start, start + length))),
  );
  const short = words.filter(word => word.length >= 18 && /^[\w./+,-]+$/.test(word));
  expect(short.filter(looksLikeCredential).length).toBeGreaterThan(10);
  for (const word of short) expect(`${hideCredentials(word)} `).toBe(hideCredentials(`${word} `));
});

/** Everything a field of the configuration may hold on purpose. */
const LEGITIMATE: readonly string[] = [
  ...['acme-registry-prod', 'Registry.Images_2019', 'acme-registry-4f9c2b7d1e8a6053', 'registry-prod-eu-west-1-an'],
  'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  'arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab',
  'arn:aws:kms:eu-west-1:111122223333:alias/Registry/Images-2024',
  'arn:aws:iam::111122223333:user/ann@example.com',
  'arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-AbCd12',
  'projects/acme-prod/locations/europe-west1/keyRings/Registry1/cryptoKeys/Images2024',
  'crn:v1:bluemix:public:cloud-object-storage:global:a/59bcbfa6ea2f006b4ed7094c1a08dcdd:1a0ec336-f391-4091-a6fb-5e084a4c56f4::',
  'crn:v1:bluemix:public:cloud-object-storage:global:a/59bcbfa6ea2f006b4ed7094c1a08dcdd:1a0ec336-f391-4091-a6fb-5e084a4c56f4:resource-key:f0c2a1d8-1b3c-4d5e-8f90-a1b2c3d4e5f6',
  '/subscriptions/8D10DA13-8125-4ba9-a717-bf7490507b3d/resourceGroups/Rg-Prod1/providers/Microsoft.Storage/storageAccounts/acme1',
  '8d10da13-8125-4ba9-a717-bf7490507b3d',
  '2F1C8A1E-7B1D-4B52-9D0F-8A1B2C3D4E5F',
  '6b2f3c4d5e6f708192a3b4c5d6e7f809',
  ...['K2JCJMDEHXQW5F', 'APKAEIBAERJR2EXAMPLE'],
  `registry.redhat.io/openshift4/ose-cli@sha256:${noise(64, '0a1b2c3d4e5f6978')}`,
  `quay.io/acme/tools:1.2@sha256:${noise(64, '0a1b2c3d4e5f6978')}`,
  `sha256:${noise(64, '0a1b2c3d4e5f6978')}`,
  `docker/registry/v2/blobs/sha256/0a/${noise(64, '0a1b2c3d4e5f6978')}/data`,
  `SHA256:${noise(43)}`,
  `sha256-${noise(43)}=`,
  noise(40, '0a1b2c3d4e5f6978'),
  '3D:5A:0B:91:7E:AA:42:1C:90:DD:EE:12:34:56:78:9A:BC:DE:F0:11',
  '0001-0009-openshift-storage-0000000000000001-0a1b2c3d-4e5f-11ee-9a3c-0a580a820a11',
  'pvc-0a1b2c3d-4e5f-11ee-9a3c-0a580a820a11',
  ...['openshift-storage.noobaa.io', 'ocs-storagecluster-ceph-rgw', 'kubernetes.io/no-provisioner'],
  'REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALSECRET',
  'EXAMPLE_REGISTRY_STORAGE_S3_SECRETKEY_PRODUCTION_EU_WEST_1',
  'secret/data/teams/Platform1/registry/prod-eu-west-1',
  '/builds/Platform1/registry/secrets/production/key.json',
  ...['git@git.example.com:platform/image-registry.git', 'https://git.example.com/platform/image-registry.git'],
  'ssh://git.example.com:2222/platform/registry.git',
  ...[
    'system:serviceaccount:ci:builder',
    'ann@example.com',
    'mailto:ann@example.com',
    'CN=Ann Example,OU=Dev,DC=example',
  ],
  'https://s3-openshift-storage.apps.odf.example.com:443/bucket',
  'http://proxy.example.com:3128',
  '.cluster.local,.svc,10.0.0.0/16,fd00:10:128::/56,169.254.169.254',
  'iqn.2001-04.com.example:storage.disk2.sys1.xyz',
  ...['0 2 * * *', '>=1.2.0 <2.0.0', 'release-4.14', 'refs/heads/Feature/ABC-1234-Long-Name-Of-A-Branch2'],
  'Basic authentication is used until the migration of 2027',
  'Bearer of the decision: platform team',
  'sk-bratislava-registry-production-eu',
  'we keep it for the audit of 2026-03-01, ticket OPS-12345 (see wiki/Registry/Decisions/2026)',
  '{"tier": "gold", "token_type": "none", "auth": true}',
  'VeryLongCamelCaseNameOfAnImageRegistryInTheProductionCluster',
  'OpenShiftImageRegistryS3BucketAccessRoleForProductionEUWest1',
  'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_AdministratorAccess_a1b2c3d4e5f6a7b8',
  'MyTeamCloudFormationStack-ImageRegistryBucket-1A2B3C4D5E6F7',
  ...['ssh://git@git.example.com:2222/platform/registry.git', 'https://oauth2@git.example.com/platform/registry.git'],
  `checksum/config=${noise(64, '0a1b2c3d4e5f6978')}`,
  `{"sha256":"${noise(64, '0a1b2c3d4e5f6978')}"}`,
  ...['the password: see the page Vault2026', 'secret: image-registry-private-configuration-user'],
  ...[
    `password=\${REGISTRY_PASSWORD_2}`,
    'client_secret: <path:kv/data/Registry1#secret>',
    'passwordPolicy=Strong2026',
  ],
];

test.each(LEGITIMATE.map(text => [text]))('%s is none, and is shown', text => {
  expect(credentialIn(text)).toBeUndefined();
  expect(hideCredentials(`"${text}" is what was written`)).toBe(`"${text}" is what was written`);
});

test('ciphertext is random by its look only', () => expect(credentialIn(EXAMPLE_SEALED_VALUE)).not.toBe('certain'));

test.each<[string, 'certain' | 'likely']>([
  ['AKIAIOSFODNN7EXAMPLE', 'certain'],
  ['{"auths": {}}', 'certain'],
  ['https://ann:Hunter2pw@example.com', 'certain'],
  ['oidc:ann@example.com', 'likely'],
  ['wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'likely'],
])('%s: %s', (text, likelihood) => expect(credentialIn(text)).toBe(likelihood));

test('the time to look grows with the text, whatever it says', () => {
  const parts = [
    '(',
    'a+',
    '@',
    ':a@',
    'eyJ-',
    'AKIA',
    '-----BEGIN ',
    '?key',
    '&sig',
    '"auth": ',
    'a@sha256:',
    'Basic ',
    's.A1',
    'x://',
  ];
  // Some hundredths of a second; with the square of the length it would be a minute.
  for (const part of parts) {
    const text = part.repeat(Math.ceil(300_000 / part.length));
    expect([part, cpuSeconds(() => looksLikeCredential(text)) < 5]).toEqual([part, true]);
  }
});
