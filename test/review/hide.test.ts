import { formatHtml } from '../../src/review/formats/html';
import { formatJson } from '../../src/review/formats/json';
import { formatMarkdown } from '../../src/review/formats/markdown';
import { formatText } from '../../src/review/formats/text';
import { changesBetween, type Plain } from './pairs/pair';

const SECRET = 'hunter2-hunter2';
const KEY = `AKIA${'ABCDEFGHIJKLMNOP'}`;
const BASE64 = Buffer.from(SECRET).toString('base64');
const RANDOM = 'wJalrXUtnFEMIK7MDENGbPxRfiCYzK3tQ9LmNpRs';

const object = (kind: string, more: object, apiVersion = 'v1'): Plain => ({
  ...{ apiVersion, kind, metadata: { name: 'a', namespace: 'b' } },
  ...more,
});

const OBJECTS: readonly (readonly [name: string, object: (value: string) => Plain])[] = [
  ['data of a Secret', value => object('Secret', { data: { key: Buffer.from(value).toString('base64') } })],
  ['stringData of a Secret', value => object('Secret', { stringData: { key: value } })],
  [
    'ciphertext of a SealedSecret',
    value => object('SealedSecret', { spec: { encryptedData: { key: value } } }, 'bitnami.com/v1alpha1'),
  ],
  ['httpSecret', value => object('Config', { spec: { httpSecret: value } }, 'imageregistry.operator.openshift.io/v1')],
  [
    'a variable called so',
    value =>
      object(
        'Job',
        { spec: { template: { spec: { containers: [{ name: 'x', env: [{ name: 'DB_PASSWORD', value }] }] } } } },
        'batch/v1',
      ),
  ],
  [
    'the copy that kubectl keeps',
    value =>
      object('ConfigMap', {
        metadata: {
          name: 'a',
          namespace: 'b',
          annotations: { 'kubectl.kubernetes.io/last-applied-configuration': value },
        },
      }),
  ],
  ['a key of AWS in a ConfigMap', value => object('ConfigMap', { data: { x: value === SECRET ? KEY : 'a' } })],
  [
    'random text in an annotation',
    value =>
      object('ConfigMap', {
        metadata: { name: 'a', namespace: 'b', annotations: { x: value === SECRET ? RANDOM : 'a' } },
      }),
  ],
  [
    'a password in a URL',
    value => object('ConfigMap', { data: { x: value === SECRET ? `https://u:${SECRET}@h.example.com` : 'a' } }),
  ],
];

const FORMATS = [formatText, formatMarkdown, formatJson, formatHtml];

describe.each(OBJECTS)('%s', (_, make) => {
  test.each([
    ['added', [], [make(SECRET)]],
    ['removed', [make(SECRET)], []],
    ['changed', [make(SECRET)], [make('other')]],
  ] as const)('%s: in no output', (_action, before, after) => {
    const changes = changesBetween(before, after);
    const shown = FORMATS.map(format => format({ base: 'a', head: 'b', clusters: 1, changes })).join('\n');
    for (const value of [SECRET, BASE64, KEY, RANDOM]) expect(shown).not.toContain(value);
  });
});

test('that it changes is found', () => {
  const secret = (value: string): Plain => object('Secret', { data: { key: value } });
  expect(changesBetween([secret('YQ==')], [secret('Yg==')]).map(({ code }) => code)).toEqual(['secret-value']);
});

test('stringData is data that is not encoded yet', () => {
  const before = object('Secret', { stringData: { key: 'a' } });
  const after = object('Secret', { data: { key: 'YQ==' } });
  expect(changesBetween([before], [after])).toEqual([]);
});
