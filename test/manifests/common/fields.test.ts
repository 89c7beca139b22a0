import { join } from 'node:path';
import fc from 'fast-check';
import table from '../../../imports/fields.json';
import { Config, ConfigSpecResourcesLimits } from '../../../imports/imageregistry.operator.openshift.io';
import { type Kind, writtenByClass } from '../../../src/manifests/common/definition';
import { writtenByFields } from '../../../src/manifests/common/fields';
import { k8s } from '../../../src/manifests/common/k8s';

interface Module {
  readonly kinds: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
}

type Props = Record<string, unknown>;
type Classes = Readonly<Record<string, Kind<Props>>>;

const MODULES: Readonly<Record<string, Module>> = table;
const IMPORTS = join(__dirname, '..', '..', '..', 'imports');

/** Every class of the table, with the type of its properties. */
const KINDS = Object.entries(MODULES).flatMap(([name, module]) => {
  const classes = (name === 'k8s' ? k8s : jest.requireActual(join(IMPORTS, `${name}.ts`))) as Classes;
  return Object.values(module.kinds).map(type => {
    const kind = classes[type.replace(/Props$/, '')];
    if (kind === undefined) throw new Error(`${name} has no class for ${type}`);
    return { name: `${kind.GVK.apiVersion} ${kind.GVK.kind}`, kind, module, type };
  });
});

const QUANTITY = k8s.Quantity.fromString('1');
const METADATA = { name: 'one', labels: { a: 'b' } };

/** Name, form and type of each property. */
const propertiesOf = (module: Module, type: string): readonly (readonly [string, string, string])[] =>
  (module.types[type] ?? '').split(' ').map(property => {
    const [word = '', form = 'value', below = ''] = property.split(':');
    return [word.replace(/=.*/, ''), form, below];
  });

/** Something for each property of a type, in each form; what no class of ours writes has nothing. */
function everything(module: Module, type: string): Props {
  const properties = propertiesOf(module, type).map(([name, form, below]) => {
    const object = (): Props => everything(module, below);
    const values: Readonly<Record<string, () => unknown>> = {
      value: () => `its ${name}`,
      list: () => ['first', null, 'last'],
      map: () => JSON.parse('{"__proto__": "p", "toString": "t", "empty": null}'),
      object,
      objects: () => [object(), null, {}],
      wrapped: () => QUANTITY,
      wrappedMap: () => ({ cpu: QUANTITY, memory: undefined }),
      other: () => undefined,
    };
    return [name, (values[form] as () => unknown)()] as const;
  });
  return { ...Object.fromEntries(properties), 'not in the API': 1 };
}

test.each(KINDS)('$name: every property as its class writes it', ({ kind, module, type }) => {
  const props = { ...everything(module, type), metadata: METADATA };
  expect(writtenByFields(kind.GVK, props)).toStrictEqual(writtenByClass(kind, props));
});

/** Values as they should not be, and a few that fit. */
const ODD = fc.constantFrom(
  ...[undefined, null, '', 'text', 0, false, [], ['a', null], [[]], [{ name: null, b: { c: 1 } }], {}, { a: null }],
  ...[{ value: null }, { name: { value: 1 } }, new Date(0), QUANTITY, Object.create({ name: 'inherited' })],
);

/** Some properties of a type, some of them odd. */
function anyProps(module: Module, type: string): fc.Arbitrary<Props> {
  const properties = propertiesOf(module, type);
  const some = fc.subarray([...properties], { maxLength: Math.min(4, properties.length) });
  return some.chain(chosen =>
    fc.record(Object.fromEntries(chosen.map(([name, form, below]) => [name, anyValue(module, form, below)]))),
  );
}

function anyValue(module: Module, form: string, below: string): fc.Arbitrary<unknown> {
  if (form !== 'object' && form !== 'objects') return ODD;
  const object = anyProps(module, below);
  return fc.oneof({ weight: 9, arbitrary: form === 'object' ? object : fc.array(object, { maxLength: 2 }) }, ODD);
}

test.each(KINDS)('$name: odd values as its class writes them, or not at all', ({ kind, module, type }) => {
  fc.assert(
    fc.property(anyProps(module, type), some => {
      const props = { ...some, metadata: METADATA };
      const written = writtenByFields(kind.GVK, props);
      if (written !== undefined) expect(written).toStrictEqual(writtenByClass(kind, props));
    }),
    { numRuns: 50 },
  );
});

test('what has nothing to change is the very same object', () => {
  const tolerations = [{ key: 'a', operator: 'Exists' }];
  const spec = { tolerations, storage: { gcs: { projectId: 'p' } } };
  const written = writtenByFields(Config.GVK, { metadata: METADATA, spec }) as { metadata: object; spec: typeof spec };
  expect(written.spec.storage).toEqual({ gcs: { projectID: 'p' } });
  expect(written.metadata === METADATA && written.spec.tolerations === tolerations).toBe(true);
});

test.each<[string, unknown]>([
  ['a text for a list', { tolerations: 'a' }],
  ['an object of a class for a map', { nodeSelector: QUANTITY }],
  ['an object of a class for an object', { proxy: QUANTITY }],
  ['a text for a quantity', { resources: { limits: { cpu: '1' } } }],
])('%s is left to the class', (_, spec) => {
  expect(writtenByFields(Config.GVK, { metadata: METADATA, spec })).toBeUndefined();
});

test('a kind that is not in the table is left to its class', () => {
  expect(writtenByFields(k8s.KubeResourceQuota.GVK, { metadata: METADATA })).toBeUndefined();
});

test('quantities are unwrapped', () => {
  const limits = { cpu: ConfigSpecResourcesLimits.fromNumber(2) };
  expect(writtenByFields(Config.GVK, { spec: { resources: { limits } } })).toMatchObject({
    spec: { resources: { limits: { cpu: 2 } } },
  });
});
