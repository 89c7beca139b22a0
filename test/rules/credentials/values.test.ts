/** What is in a plain Secret: one row for each mistake. */

import { ACCOUNT_KEY, plain, type STORAGE, withFiles } from '../../support/example-secrets';

const S3_NAMES = ['REGISTRY_STORAGE_S3_ACCESSKEY', 'REGISTRY_STORAGE_S3_SECRETKEY'];

test.each<[string, string, string | undefined]>([
  ['a plain key', 'abc/def+ghi=', undefined],
  ['a hash without a blank', 'abc#def;ghi', undefined],
  ['nothing', '', 'is empty'],
  ['blanks alone', '  \n', 'is empty'],
  ['a line break at the end', 'abc\n', 'must not end in a newline'],
  ['a line break of Windows at the end', 'abc\r\n', 'must not end in a newline'],
  ['two lines', 'abc\ndef', 'has more than one line'],
  ['a comment', 'abc #def', 'must not contain a space before # or ;'],
  ['another comment', 'abc ;def', 'must not contain a space before # or ;'],
  ['double quotes', '"abc"', 'must not begin or end with a quote'],
  ['single quotes', "'abc'", 'must not begin or end with a quote'],
  ['a blank before it', ' abc', 'must not begin or end with a space'],
  ['a tab behind it', 'abc\t', 'must not begin or end with a space'],
  ['a byte order mark', '\uFEFFabc', 'is not plain UTF-8 text'],
  ['UTF-16', 'a\0b\0', 'is not plain UTF-8 text'],
])('a value for S3: %s', (_name, value, what) => {
  const errors = withFiles(plain('s3', S3_NAMES), { [S3_NAMES[0] ?? '']: 'id', [S3_NAMES[1] ?? '']: value });
  expect(errors.map(({ code }) => code)).toEqual(what === undefined ? [] : ['CREDENTIALS_VALUE']);
  if (what !== undefined) expect(errors[0]?.what).toBe(`the value of REGISTRY_STORAGE_S3_SECRETKEY ${what}`);
});

const SERVICE_ACCOUNT = { type: 'service_account', client_email: 'a@example.com', private_key: 'k' };

test.each<[keyof typeof STORAGE, string, string, string, string | undefined]>([
  ['gcs', 'REGISTRY_STORAGE_GCS_KEYFILE', JSON.stringify(SERVICE_ACCOUNT), 'GCS_KEYFILE', undefined],
  ['gcs', 'REGISTRY_STORAGE_GCS_KEYFILE', '{"type": "external_account"}\n', 'GCS_KEYFILE', undefined],
  ['gcs', 'REGISTRY_STORAGE_GCS_KEYFILE', '{}', 'GCS_KEYFILE', 'is not a Google credential file: it has no "type"'],
  [
    'gcs',
    'REGISTRY_STORAGE_GCS_KEYFILE',
    '[]',
    'GCS_KEYFILE',
    'is not a Google credential file: it is not a JSON object',
  ],
  [
    'gcs',
    'REGISTRY_STORAGE_GCS_KEYFILE',
    '{"type": "foo"}',
    'GCS_KEYFILE',
    'is not a Google credential file: its "type" is unknown',
  ],
  [
    'gcs',
    'REGISTRY_STORAGE_GCS_KEYFILE',
    '{"type": "service_account"}',
    'GCS_KEYFILE',
    'is a service account without client_email and private_key',
  ],
  ['azure', 'REGISTRY_STORAGE_AZURE_ACCOUNTKEY', ACCOUNT_KEY, 'AZURE_ACCOUNT_KEY', undefined],
  ['azure', 'REGISTRY_STORAGE_AZURE_ACCOUNTKEY', `${ACCOUNT_KEY}\n`, 'AZURE_ACCOUNT_KEY', 'must not end in a newline'],
  ['azure', 'REGISTRY_STORAGE_AZURE_ACCOUNTKEY', 'no base64', 'AZURE_ACCOUNT_KEY', 'is not base64'],
  ['azure', 'REGISTRY_STORAGE_AZURE_ACCOUNTKEY', '', 'AZURE_ACCOUNT_KEY', 'is empty'],
  [
    'oss',
    'credentials',
    '[default]\ntype = access_key\naccess_key_id = a\naccess_key_secret = b\n',
    'CREDENTIALS_VALUE',
    undefined,
  ],
  ['oss', 'credentials', 'type = access_key', 'CREDENTIALS_VALUE', 'has no section [default]'],
  [
    'oss',
    'credentials',
    '[default]\ntype = access_key',
    'CREDENTIALS_VALUE',
    'has no access_key_id and no access_key_secret',
  ],
  [
    'oss',
    'credentials',
    '[default]\ntype = ram_role\naccess_key_id = a\naccess_key_secret = b',
    'CREDENTIALS_VALUE',
    'must have type = access_key',
  ],
  ['ibmcos', 'REGISTRY_STORAGE_IBMCOS_IAMAPIKEY', 'key\n', 'CREDENTIALS_VALUE', 'must not end in a newline'],
])('a value for %s (%s): %#', (backend, name, value, code, what) => {
  const errors = withFiles(plain(backend, [name]), { [name]: value });
  expect(errors.map(error => [error.code, error.what])).toEqual(
    what === undefined ? [] : [[code, `the value of ${name} ${what}`]],
  );
});

const PULL = `
    platform: aws
    thirdParty: [{server: quay.io, namespaces: [team-a, team-b], credentials: {secret: {allowPlaintext: true, files: {.dockerconfigjson: pull}}}}]`;

test.each<[string, string | undefined]>([
  ['{"auths": {"quay.io": {"auth": "YTpi"}}}', undefined],
  ['{"auths": {"https://quay.io/v1/": {"auth": "YTpi"}}}', undefined],
  ['{"auths": {"ghcr.io": {"auth": "YTpi"}}}', 'has no entry for quay.io'],
  ['{"quay.io": {}}', 'is not a JSON object with "auths"'],
  ['a:b', 'is not a JSON object with "auths"'],
])('pull credentials: %#', (value, what) => {
  const errors = withFiles(PULL, { pull: value });
  expect(errors.map(error => error.what)).toEqual(what === undefined ? [] : [`the value of .dockerconfigjson ${what}`]);
});
