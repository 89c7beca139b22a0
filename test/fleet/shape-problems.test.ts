import type { Finding } from '../../src/findings/finding';
import { checkFiles } from '../support/checked';

/** The findings about the shape of one cluster. */
function shape(settings: string, top = ''): readonly Finding[] {
  const text = `${top}clusters:\n  - {name: a, platform: aws, openshift: "4.14", ${settings}}\n`;
  return checkFiles({ 'fleet.yaml': text }).findings.filter(({ severity }) => severity === 'error');
}

test.each<readonly [string, string, string, string]>([
  ['regsitry: {}', 'UNKNOWN_KEY', '"regsitry" is not a known key. Did you mean "registry"?', 'write registry instead'],
  ['bucket: x', 'UNKNOWN_KEY', '"bucket" is not a known key. It belongs under "storage.', 'move it under "storage.'],
  [
    'storage: {pruner: {}}',
    'UNKNOWN_KEY',
    '"pruner" is not a known key. It belongs directly under a cluster.',
    'move it directly under a cluster',
  ],
  ['xyzzy: 1', 'UNKNOWN_KEY', '"xyzzy" is not a known key.', 'use one of the known keys: openshift, environment'],
  ['constructor: 1', 'UNKNOWN_KEY', '"constructor" is not a known key.', 'use one of the known keys'],
  ['toString: {}', 'UNKNOWN_KEY', '"toString" is not a known key.', 'use one of the known keys'],
  ['__proto__: {}', 'UNKNOWN_KEY', '"__proto__" is not a known key.', 'use one of the known keys'],
  ['registry: {httpSecret: x}', 'HTTP_SECRET', '"httpSecret" cannot be set here', 'remove the key'],
  ['registry: {observedConfig: {}}', 'OPERATOR_FIELD', '"observedConfig" cannot be set here', 'remove the key'],
  ['registry: {storage: {}}', 'FIELD_ELSEWHERE', '"storage" cannot be set here', 'one level up'],
  [
    'storage: {odf: {rgw: {bucketName: b, bridge: {externalSecret: {}}}}}',
    'FIELD_ELSEWHERE',
    '"bridge" cannot be set here',
    'write credentials: {bucketClaim: {externalSecret: {}}} beside storage',
  ],
  [
    'storage: {odf: {noobaa: {bucketName: b, bridge: {job: {image: oc}}}}}',
    'FIELD_ELSEWHERE',
    '"bridge" cannot be set here',
    'write credentials: {bucketClaim: {job: {...}}} beside storage',
  ],
  [
    'storage: {odf: {noobaa: {bucketName: b, bridge: true}}}',
    'FIELD_ELSEWHERE',
    '"bridge" cannot be set here',
    'write credentials: {bucketClaim: {externalSecret: {}}} beside storage',
  ],
  ['registry: 5', 'WRONG_TYPE', 'registry 5 must be a map, not a number', 'write a map'],
  ['registry: [1]', 'WRONG_TYPE', 'registry must be a map, not a list', 'write a map'],
  ['profiles: [null]', 'WRONG_TYPE', 'profiles[0] must be a string, not nothing', 'write a string'],
  ['baseDomain: 1.10', 'WRONG_TYPE', 'baseDomain 1.1 is a number, not a string', 'put it in quotes: "1.10"'],
  ['baseDomain: true', 'WRONG_TYPE', 'baseDomain true is a boolean, not a string', 'put it in quotes: "true"'],
  [
    'topology: single',
    'UNKNOWN_VALUE',
    'topology "single" is not known.',
    'write one of highly-available, single-node',
  ],
  ['storage: {s3: {password: hunter2}}', 'LITERAL_CREDENTIAL', '"password" looks like a credential', 'remove it'],
  ['storage: {s3: {secretKey: 123456}}', 'LITERAL_CREDENTIAL', '"secretKey" looks like a credential', 'remove it'],
])('%s', (settings, code, what, fix) => {
  const found = shape(settings).find(finding => finding.code === code);
  expect(found?.what).toContain(what);
  expect(found?.fix).toContain(fix);
  expect(found?.why).toMatch(/\S/);
});

test.each<[string, string, string]>([
  [
    'the defaults',
    'defaults: {storage: {odf: {noobaa: {bucketName: b, bridge: {job: {}}}}}}\nclusters: [{name: a, platform: vsphere, openshift: "4.14"}]',
    '1:52',
  ],
  [
    'a profile',
    'profiles: {odf: {storage: {odf: {rgw: {bucketName: b, bridge: {job: {}}}}}}}\nclusters: [{name: a, platform: vsphere, openshift: "4.14", profiles: [odf]}]',
    '1:55',
  ],
  [
    'a profile that no cluster has',
    'profiles: {odf: {storage: {odf: {rgw: {bridge: {job: {}}}}}}}\nclusters: [{name: a, platform: aws, openshift: "4.14"}]',
    '1:40',
  ],
])('a key that moved is found in %s', (_place, text, at) => {
  const found = checkFiles({ 'fleet.yaml': `${text}\n` }).findings.filter(({ code }) => code === 'FIELD_ELSEWHERE');
  expect(found.map(({ fix }) => fix)).toEqual(['write credentials: {bucketClaim: {job: {}}} beside storage']);
  expect(found.map(({ place }) => `${place?.line}:${place?.column}`)).toEqual([at]);
});

test('a value that may be a credential is never printed', () => {
  const settings = [
    'credentials: {secret: {env: {REGISTRY_PASSWORD: 987654321}}}',
    'credentials: {sealedSecret: {encryptedData: {x: 987654321}}}',
    'storage: {s3: {secretAccessKey: 987654321}}',
    'storage: {s3: {password: "987654321"}}',
    'pullSecret: 987654321',
  ];
  for (const setting of settings) {
    const found = shape(setting);
    expect(found).not.toEqual([]);
    expect(JSON.stringify(found)).not.toContain('987654321');
  }
});

test('a rule does not repeat what the shape has said, nor look into it', () => {
  const found = shape('storage: {pvc: {accessModes: many}}').filter(({ path }) =>
    path.join('.').startsWith('storage.pvc.accessModes'),
  );
  expect(found.map(({ code }) => code)).toEqual(['WRONG_TYPE']);
});

test('the fleet’s own keys are checked too', () => {
  const found = checkFiles({ 'fleet.yaml': 'clutsers: []\nacknowledge: [{change: 5}]\ndefaults: []\n' }).findings;
  expect(found.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`)).toEqual(
    expect.arrayContaining(['UNKNOWN_KEY 1:1', 'WRONG_TYPE 2:16', 'VALUE_MISSING 2:15', 'WRONG_TYPE 3:1']),
  );
});
