/** No printer repeats what looks like a credential, whatever a rule quotes. */

import { hideCredentials } from '../../src/findings/credential-text';
import type { Finding } from '../../src/findings/finding';
import { formatGithub } from '../../src/findings/format-github';
import { formatJson } from '../../src/findings/format-json';
import { formatSarif } from '../../src/findings/format-sarif';
import { formatText } from '../../src/findings/format-text';

test.each([
  ['server is "https://ann:hunter2@host.example.com:8443/x"', 'server is "https://[hidden]@host.example.com:8443/x"'],
  ['"https://ann:p@ss/w0rd@host" and more', '"https://[hidden]@host" and more'],
  ['"ann:hunter2@host.example.com" is not a host', '"[hidden]@host.example.com" is not a host'],
  ['"https://host/x?sig=abc&sv=1" is it', '"https://host/x?sig=[hidden]&sv=1" is it'],
  ['name "AKIAIOSFODNN7EXAMPLE" is no name', 'name "[hidden]" is no name'],
  ['it is wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'it is [hidden]'],
  ['a -----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY----- b', 'a [hidden] b'],
  ['ghp_0123456789abcdefghij.', '[hidden].'],
])('hides in %s', (text, expected) => expect(hideCredentials(text)).toBe(expected));

test.each([
  `image is registry.example.com:5000/oc@sha256:${'0a'.repeat(32)}`,
  `https://quay.io/oc@sha256:${'0a'.repeat(32)}`,
  'write git@git.example.com:platform/registry.git',
  'openshift-image-registry/image-registry-private-configuration-user does not hold REGISTRY_STORAGE_SWIFT_APPLICATIONCREDENTIALSECRET',
  'subjects are system:serviceaccount:ci:builder',
  'see https://s3-openshift-storage.apps.odf-aws.example.com:443/x?a=b',
  'it then begins with -----BEGIN RSA PRIVATE KEY-----',
  'the object has no "auths", and "private_key" is missing',
])('leaves %s', text => expect(hideCredentials(text)).toBe(text));

test('every printer does so, in the text and in the path', () => {
  const secret = 'https://ann:hunter2@host.example.com';
  const finding: Finding = {
    code: 'X',
    severity: 'error',
    path: ['image', 'additionalTrustedCA', secret],
    what: `"${secret}" is no host`,
    why: 'it is so',
    fix: `do not write ${secret}`,
  };
  const printed = [formatText([finding]), formatJson([finding]), formatGithub([finding])];
  for (const text of [...printed, formatSarif([finding], new Map(), { version: '1', page: 'https://example.com' })]) {
    expect(text).toContain('[hidden]@host.example.com');
    expect(text).not.toContain('hunter2');
  }
});
