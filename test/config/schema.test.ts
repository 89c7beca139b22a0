import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { definition } from '../../src/config/schema';
import { AZURE_CLOUDS } from '../../src/facts/azure';
import { BACKEND_NAMES } from '../../src/facts/backends';
import { TAKEOVER_FIELDS } from '../../src/facts/operator-writes';
import { PLATFORMS } from '../../src/facts/platforms';
import { OPENSHIFT_VERSIONS } from '../../src/facts/versions';
import { CATALOGUE_ROWS } from '../../src/rules/catalogue';
import { type EditorSchema, FLEET_SCHEMA, groupsOf, TYPES } from '../support/editor-schema';
import { exampleInputs } from '../support/example-inputs';
import { runFleet } from '../support/fleet';

const shape = JSON.parse(readFileSync(join(__dirname, '..', '..', 'schema', 'shape.json'), 'utf8'));

/** What `src/config/schema.ts` knows, with what each may hold; everything else would be ignored silently. */
const KNOWN: Readonly<Record<string, (value: unknown) => boolean>> = {
  $ref: value => typeof value === 'string' && value.startsWith('#/definitions/'),
  type: value => [value].flat().every(type => KINDS.includes(String(type))),
  properties: isMap,
  required: Array.isArray,
  additionalProperties: value => value === false || isMap(value),
  items: isMap,
  enum: Array.isArray,
  minimum: value => typeof value === 'number',
  maximum: value => typeof value === 'number',
  not: value => JSON.stringify(value) === '{}',
};
const KINDS = ['object', 'array', 'string', 'boolean', 'integer', 'number'];

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function odd(node: Readonly<Record<string, unknown>>, path: string): readonly string[] {
  const here = Object.entries(node).filter(([keyword, value]) => !KNOWN[keyword]?.(value));
  const children = [
    ...Object.entries((node.properties ?? {}) as object).map(([name, child]) => [`${path}.${name}`, child] as const),
    [`${path}[]`, node.items] as const,
    [`${path}{}`, node.additionalProperties] as const,
  ].filter(([, child]) => isMap(child));
  return [
    ...here.map(([keyword]) => `${path}: ${keyword}`),
    ...children.flatMap(([where, child]) => odd(child, where)),
  ];
}

test('the schema for the check at run time uses only what the check understands', () => {
  const types = Object.entries(shape) as [string, Record<string, unknown>][];
  expect(types.length).toBeGreaterThan(50);
  expect(types.flatMap(([name, type]) => odd(type, name))).toEqual([]);
});

test('every map says what it may hold', () => {
  const open = Object.entries(shape as Record<string, Record<string, unknown>>).filter(
    ([, type]) => type.type === 'object' && type.additionalProperties === undefined,
  );
  expect(open.map(([name]) => name)).toEqual([]);
});

describe('the schema for editors', () => {
  const at = (type: string, key: string): EditorSchema => TYPES[type]?.properties?.[key] ?? {};
  const values = ({ enum: all = [] }: EditorSchema): readonly unknown[] => all.filter(value => value !== null).sort();
  const all = Object.entries(TYPES).flatMap(([name, { properties = {} }]) =>
    Object.entries(properties).map(([key, property]) => [`${name}.${key}`, property] as const),
  );

  test.each<[string, EditorSchema, readonly string[]]>([
    ['versions', at('Cluster', 'openshift'), OPENSHIFT_VERSIONS],
    ['versions of images', at('Cluster', 'cliImages').propertyNames ?? {}, OPENSHIFT_VERSIONS],
    ['platforms', at('Cluster', 'platform'), Object.keys(PLATFORMS)],
    ['fields of a takeover', at('TakeOver', 'fields').items ?? {}, TAKEOVER_FIELDS],
    [
      'findings that can be accepted',
      at('Acceptance', 'code'),
      CATALOGUE_ROWS.filter(({ acceptable = true }) => acceptable === true).map(({ code }) => code),
    ],
  ])('has all %s, and no other', (_, node, facts) => {
    expect(values(node)).toEqual([...facts].sort());
    expect(facts.length).toBeGreaterThan(5);
  });

  test('has a key for each backend', () => {
    expect(groupsOf(TYPES.Storage ?? {}).get('backend')).toEqual(expect.arrayContaining([...BACKEND_NAMES]));
  });

  test('takes each cloud of Azure, in any letter case', () => {
    const { pattern = '' } = at('AzureStorage', 'cloudName');
    for (const cloud of AZURE_CLOUDS) {
      expect([cloud, cloud.toLowerCase()].filter(name => !new RegExp(pattern).test(name))).toEqual([]);
    }
    expect(new RegExp(pattern).test('AzureMoonCloud')).toBe(false);
  });

  test('explains each finding', () => {
    const { enum: codes = [], markdownEnumDescriptions: texts = [] } = at('Acceptance', 'code');
    expect(texts).toHaveLength(codes.length);
    expect(texts[codes.indexOf('BLOCK_NOT_HA')]).toMatch(/^\*\*warning\*\*: \w/);
  });

  test('has the same types and keys as the check at run time', () => {
    expect(Object.keys(TYPES).sort()).toEqual(Object.keys(shape).sort());
    for (const [name, { properties = {} }] of Object.entries(TYPES)) {
      expect(Object.keys(properties)).toEqual(Object.keys(definition(name).properties ?? {}));
    }
  });

  test('has values as defaults, which the key accepts', () => {
    const ajv = new Ajv({ strict: false }).addSchema(FLEET_SCHEMA, 'fleet');
    const defaults = all.filter(([, { default: value }]) => value !== undefined);
    expect(defaults.length).toBeGreaterThan(50);
    const refused = defaults.filter(([path, { default: value }]) => {
      const [type, key] = path.split('.');
      const own = type === 'Fleet' ? `fleet#/properties/${key}` : `fleet#/definitions/${type}/properties/${key}`;
      return !ajv.validate({ $ref: own }, value);
    });
    expect(refused.map(([path]) => path)).toEqual([]);
    const sentences = defaults.filter(([, { default: value }]) => /^- /.test(String(value)));
    expect(sentences.map(([path]) => path)).toEqual([]);
  });

  test('has help for every key, with a link to the page that describes it', () => {
    const page = readFileSync(join(__dirname, '..', '..', 'docs', 'configuration.md'), 'utf8');
    const anchors = new Set([...page.matchAll(/^## (\w+)$/gm)].map(([, name = '']) => name.toLowerCase()));
    for (const [path, { description = '', markdownDescription = '' }] of all) {
      expect([path, description]).toEqual([path, expect.stringMatching(/^[A-Z`].*[.:]/)]);
      const [, anchor = ''] = /\/docs\/configuration\.md#(\w+)\)/.exec(markdownDescription) ?? [];
      expect([path, anchors.has(anchor)]).toEqual([path, true]);
    }
    expect(FLEET_SCHEMA.$id).toMatch(/^https:.*\/schema\/fleet\.schema\.json$/);
  });
});

describe('keys that exclude each other', () => {
  const ajv = new Ajv({ strict: false }).addSchema(FLEET_SCHEMA, 'fleet');
  const marked = (settings: unknown): boolean => !ajv.validate({ $ref: 'fleet#/definitions/Cluster' }, settings);
  const STORE = 'externalSecret: {store: {name: vault}, key: a}';
  const S3 = 's3: {bucket: acme-registry, region: eu-west-1}';

  /** Settings with one key of a group in place of X, and two of its keys. */
  const GROUPS: readonly (readonly [string, string, string, string])[] = [
    ['Storage backend', '{storage: {X}}', S3, 'emptyDir: {}'],
    ['Credentials mode', `{storage: {${S3}}, credentials: {X}}`, STORE, 'existingSecret: {}'],
    [
      'SecretSource mode',
      '{thirdParty: [{server: quay.io, namespaces: [a], credentials: {X}}]}',
      STORE,
      'existingSecret: {}',
    ],
    [
      'CloudFrontPrivateKey mode',
      '{storage: {s3: {bucket: acme-registry, region: eu-west-1, cloudFront: {baseURL: "https://d1.cloudfront.net/", keypairID: K2, privateKey: {name: cf, key: cf.pem, X}}}}}',
      STORE,
      'existingSecret: {}',
    ],
    [
      'RouteTls mode',
      '{routes: {custom: [{name: public, hostname: registry.example.com, tls: {secretName: tls, X}}]}}',
      'certificate: {issuerRef: {name: ca}}',
      'existingSecret: {}',
    ],
    [
      'S3Provision provisioner',
      '{storage: {s3: {bucket: acme-registry, region: eu-west-1, provision: {X}}}}',
      'ack: {}',
      'crossplane: {}',
    ],
    [
      'TrustedCA source',
      '{platform: baremetal, storage: {s3: {bucket: acme-registry, region: eu-west-1, regionEndpoint: "https://minio.example.com", trustedCA: {X}}}, credentials: {existingSecret: {}}}',
      'configMap: ca',
      'injectTrustedBundle: true',
    ],
    [
      'RegistryCA source',
      '{image: {additionalTrustedCA: {quay.example.com: {X}}}}',
      'pemFile: example/tls.crt',
      'pem: "text"',
    ],
    [
      'RegistrySources list',
      '{image: {registrySources: {X}}}',
      'allowedRegistries: [quay.io]',
      'blockedRegistries: [docker.io]',
    ],
    [
      'PvcStorage class',
      '{platform: baremetal, storage: {pvc: {accessModes: [ReadWriteMany], X}}}',
      'storageClassName: nfs',
      'storageClass: {name: a, provisioner: nfs.csi.k8s.io}',
    ],
    [
      'CephfsStorage class',
      '{platform: baremetal, storage: {odf: {cephfs: {X}}}}',
      'storageClassName: nfs',
      'storageClass: {name: a, provisioner: nfs.csi.k8s.io}',
    ],
    [
      'Volume source',
      '{platform: baremetal, storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: "", volume: {X}}}}',
      'nfs: {server: nfs.example.com, path: /a}',
      'csi: {driver: nfs.csi.k8s.io, volumeHandle: a}',
    ],
    ['Odf kind', '{platform: baremetal, storage: {odf: {X}}}', 'cephfs: {}', 'rgw: {bucketName: registry}'],
    ...['rgw', 'noobaa'].flatMap((kind): [string, string, string, string][] => {
      const type = kind === 'rgw' ? 'RgwStorage' : 'NoobaaStorage';
      const more = 'baseDomain: a.example.com, credentials: {bucketClaim: {job: {}}}';
      return [
        [
          `${type} name`,
          `{platform: baremetal, ${more}, storage: {odf: {${kind}: {X}}}}`,
          'bucketName: registry',
          'generateBucketName: registry',
        ],
        [
          `${type} class`,
          `{platform: baremetal, ${more}, storage: {odf: {${kind}: {bucketName: registry, X}}}}`,
          'storageClassName: a',
          'storageClass: {name: b}',
        ],
      ];
    }),
    [
      'BackingStore store',
      '{platform: baremetal, baseDomain: a.example.com, credentials: {bucketClaim: {job: {}}}, storage: {odf: {noobaa: {bucketName: registry, backingStore: {name: a, X}}}}}',
      'pvPool: {numVolumes: 3, resources: {requests: {storage: 500Gi}}}',
      'awsS3: {targetBucket: a-bucket, secret: {name: a}}',
    ],
    [
      'BucketClaimCredentials carrier',
      '{platform: baremetal, baseDomain: a.example.com, storage: {odf: {noobaa: {bucketName: registry}}}, credentials: {bucketClaim: {X}}}',
      'job: {}',
      'externalSecret: {}',
    ],
  ];

  const settingsOf = (text: string, ...keys: readonly string[]): Record<string, unknown> => ({
    name: 'a',
    openshift: '4.14',
    platform: 'aws',
    ...parse(text.replace('X', keys.join(', '))),
  });
  const errors = (settings: unknown): readonly string[] =>
    runFleet(JSON.stringify({ clusters: [settings] }), exampleInputs())
      .findings.filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);

  test.each(GROUPS)('%s: one is fine, two are marked, and the rules refuse them', (_, text, one, other) => {
    expect([marked(settingsOf(text, one)), errors(settingsOf(text, one))]).toEqual([false, []]);
    expect(marked(settingsOf(text, one, other))).toBe(true);
    expect(errors(settingsOf(text, one, other))).not.toEqual([]);
    // null removes what another layer has set; lists have no layers
    if (!text.includes('[{')) expect(marked(settingsOf(text, one, other.replace(/: .*/, ': null')))).toBe(false);
  });

  test('the table has every group', () => {
    const groups = Object.entries(TYPES).flatMap(([name, type]) =>
      [...groupsOf(type).keys()].map(group => `${name} ${group}`),
    );
    expect(GROUPS.map(([name]) => name).sort()).toEqual(groups.filter(name => !name.startsWith('OdfBucket')).sort());
  });
});
