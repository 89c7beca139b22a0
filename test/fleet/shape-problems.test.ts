import type { Finding } from '../../src/findings/finding';
import { checkFiles } from '../support/checked';

/** The findings about the shape of one cluster. */
function shape(settings: string, top = ''): readonly Finding[] {
  const text = `${top}clusters:\n  - {name: a, platform: aws, openshift: "4.14", ${settings}}\n`;
  return checkFiles({ 'fleet.yaml': text }).findings.filter(({ severity }) => severity === 'error');
}

test.each<readonly [string, string, string, string]>([
  ['regsitry: {}', 'UNKNOWN_KEY', '"regsitry" is not a known key; did you mean "registry"?', 'write registry instead'],
  ['bucket: x', 'UNKNOWN_KEY', '"bucket" is not a known key; it belongs under "storage.', 'move it under "storage.'],
  [
    'storage: {pruner: {}}',
    'UNKNOWN_KEY',
    '"pruner" is not a known key; it belongs directly under a cluster',
    'move it directly under a cluster',
  ],
  ['xyzzy: 1', 'UNKNOWN_KEY', '"xyzzy" is not a known key', 'use one of the known keys: openshift, environment'],
  ['constructor: 1', 'UNKNOWN_KEY', '"constructor" is not a known key', 'use one of the known keys'],
  ['toString: {}', 'UNKNOWN_KEY', '"toString" is not a known key', 'use one of the known keys'],
  ['__proto__: {}', 'UNKNOWN_KEY', '"__proto__" is not a known key', 'use one of the known keys'],
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
  ['baseDomain: 1.10', 'WRONG_TYPE', 'baseDomain 1.1 must be a string, not a number', 'put it in quotes: "1.10"'],
  ['baseDomain: true', 'WRONG_TYPE', 'baseDomain true must be a string, not a boolean', 'put it in quotes: "true"'],
  [
    'topology: single',
    'UNKNOWN_VALUE',
    'topology "single" is not known: it is single-node',
    'write topology: single-node',
  ],
  [
    'storage: {nfs: {server: a, path: /b}}',
    'UNKNOWN_KEY',
    '"nfs" is not a known key: it is a static volume behind a claim',
    'write storage: {pvc: {accessModes: [ReadWriteMany], volume: {nfs:',
  ],
  [
    'credentials: {externalSecret: {store: vault, key: k}}',
    'WRONG_TYPE',
    'credentials.externalSecret.store must be a map, not a string',
    'write store: {name: vault}',
  ],
  [
    'storage: {pvc: {accessModes: [ReadWriteOnce], storageClass: lvms-vg1}}',
    'WRONG_TYPE',
    'storage.pvc.storageClass "lvms-vg1" must be a map, not a string',
    'write storageClassName: lvms-vg1',
  ],
  ['storage: {pvc: {accessModes: RWX}}', 'WRONG_TYPE', '"RWX" must be a list', 'accessModes: [ReadWriteMany]'],
  ['storage: {pvc: {accessModes: [RWX]}}', 'UNKNOWN_VALUE', '"RWX" is not known', 'accessModes: [ReadWriteMany]'],
  [
    'storage: {pvc: {accessModes: [ReadWriteMany], volume: {nfs: "nfs.example.com:/registry"}}}',
    'WRONG_TYPE',
    'must be a map, not a string',
    'write nfs: {server: nfs.example.com, path: /registry}',
  ],
  ['profiles: infra', 'WRONG_TYPE', 'profiles "infra" must be a list, not a string', 'write a list: [infra]'],
  ['registry: {tolerations: {key: a}}', 'WRONG_TYPE', 'must be a list, not a map', 'put a dash before its first key'],
  ['registry: {replicas: "2"}', 'WRONG_TYPE', 'replicas "2" must be a whole number', 'write 2, without quotes'],
  ['registry: {readOnly: yes}', 'WRONG_TYPE', 'readOnly "yes" must be true or false', 'write true'],
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

test.each([
  ['credentials: {externalSecret: {store: AKIAIOSFODNN7EXAMPLE, key: k}}', 'AKIAIOSFODNN7EXAMPLE'],
  ['storage: {s3: d41d8cd98f00b204e9800998ecf8427e}', 'd41d8cd98f00b204e9800998ecf8427e'],
])('what may be a credential is not repeated in a fix: %s', (setting, value) => {
  const found = shape(setting);
  expect(found.map(({ code }) => code)).toContain('WRONG_TYPE');
  expect(found.map(({ fix }) => fix).join('\n')).not.toContain(value);
});

test.each([
  ['topology: x', false],
  ['environment: x', false],
  ['hosted: x', false],
  ['registry: {rolloutStrategy: x}', true],
  ['pruner: {suspend: x}', true],
])('%s: an API server would see it: %j', (setting, seen) => {
  expect(shape(setting).map(({ why }) => why.includes('API server'))).toEqual([seen]);
});

test.each([
  ['4.10', 'openshift must be a string, not the number 4.10', '4.10'],
  ['4.1', 'openshift must be a string, not the number 4.1', '4.10'],
  ['4.14', 'openshift must be a string, not the number 4.14', '4.14'],
])('the version %s without quotes', (version, what, meant) => {
  const text = `clusters: [{name: a, platform: aws, openshift: ${version}}]\n`;
  const found = checkFiles({ 'fleet.yaml': text }).findings.find(({ code }) => code === 'VERSION_NOT_QUOTED');
  expect([found?.what, found?.fix]).toEqual([what, `write openshift: "${meant}"`]);
});

test('an unknown version without quotes is not repeated as the fix', () => {
  const found = checkFiles({ 'fleet.yaml': 'clusters: [{name: a, platform: aws, openshift: 4}]\n' }).findings;
  expect(found.map(({ what, fix }) => [what, fix])).toContainEqual([
    'openshift must be a string, not the number 4',
    'write the minor version in quotes, for example openshift: "4.18"',
  ]);
});

const AT_ROOT = 'platform: aws, openshift: "4.16"';
test.each<[string, readonly string[]]>([
  [`{name: a, ${AT_ROOT}}`, ['FIELD_ELSEWHERE the file is a cluster, not a fleet']],
  [`{cluster: [{name: a, ${AT_ROOT}}]}`, ['UNKNOWN_KEY "cluster" is not a known key; did you mean "clusters"?']],
  [`{clusters: {prod: {${AT_ROOT}}}}`, ['WRONG_TYPE clusters must be a list, not a map']],
  [
    `{profiles: {infra: {}}, clusters: [{name: a, profiles: [infr], ${AT_ROOT}}]}`,
    ['UNKNOWN_PROFILE there is no profile "infr"; did you mean "infra"?'],
  ],
])('a fleet that is written otherwise has one error: %s', (text, expected) => {
  const { findings } = checkFiles({ 'fleet.yaml': `${text}\n` });
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, what }) => `${code} ${what}`)).toEqual(expected);
});

test('a map of clusters is told how to become a list', () => {
  const [found] = checkFiles({ 'fleet.yaml': `{clusters: {prod: {${AT_ROOT}}}}\n` }).findings;
  expect(found?.fix).toBe('write a list: "- name: prod" instead of "prod:", and the rest below name');
});
