import fc from 'fast-check';
import { parse } from 'yaml';
import { type Json, toYaml } from '../../src/output/yaml';

const both = (text: string): unknown[] => [parse(text), parse(text, { version: '1.1' })];

describe('toYaml', () => {
  test('writes an object as people write one', () => {
    const object = {
      spec: {
        replicas: 2,
        storage: { emptyDir: {} },
        routes: [{ name: 'a', hostname: 'a.example.com' }, { name: 'b' }],
      },
      metadata: { name: 'cluster', annotations: { 'argocd.argoproj.io/sync-wave': '10' } },
      kind: 'Config',
      apiVersion: 'imageregistry.operator.openshift.io/v1',
    };
    expect(toYaml(object)).toBe(`apiVersion: imageregistry.operator.openshift.io/v1
kind: Config
metadata:
  annotations:
    argocd.argoproj.io/sync-wave: "10"
  name: cluster
spec:
  replicas: 2
  routes:
    - hostname: a.example.com
      name: a
    - name: b
  storage:
    emptyDir: {}
`);
  });

  test('writes PEM as a literal block', () => {
    expect(toYaml({ data: { 'ca-bundle.crt': '-----BEGIN-----\nabc\n-----END-----\n' } })).toBe(
      'data:\n  ca-bundle.crt: |\n    -----BEGIN-----\n    abc\n    -----END-----\n',
    );
  });

  test.each([
    'y',
    'No',
    'on',
    'null',
    '~',
    '1e3',
    '0o7',
    '0x1f',
    '0b1',
    '1_000',
    '12:30',
    '2001-12-14',
    '=',
    '<<',
    '.inf',
    '- a',
    'a: b',
    'a #b',
    '4.10',
    '*x',
    '0755',
    '1.',
    '+1',
    'a:',
    ' a',
    'a ',
    '\t',
    '',
    '\u0085',
    '\u2028',
    'é',
    '1E3',
    '9e',
  ])('reads back %j, in YAML 1.1 and 1.2', value => {
    const text = toYaml({ value, list: [value], [value]: 1 });
    for (const back of both(text)) expect(back).toEqual({ value, list: [value], [value]: 1 });
  });

  test('reads back anything, in YAML 1.1 and 1.2', () => {
    const leaf = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[0-9a-zA-Z:.\-+_ \n#'"{}[\],&*!|>%@`~=]*$/),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const json = fc.letrec(tie => ({
      node: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(
          fc.string({ maxLength: 8 }).filter(key => key !== '__proto__'),
          tie('node'),
          { maxKeys: 4, noNullPrototype: true },
        ),
      ),
    }));
    fc.assert(
      fc.property(json.node, value => {
        const text = toYaml({ value } as Json);
        for (const back of both(text)) expect(back).toEqual({ value });
      }),
      { seed: 7, numRuns: 1500 },
    );
  });
});
