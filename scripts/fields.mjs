// Writes imports/fields.json (or another file that is named): what the generated classes make of each property they are given, for
// src/manifests/common/fields.ts. It is read from the functions that `cdk8s import` generates, toJson_TYPE. Each is a list of
// fields, and each field has one of a few forms: a function that is anything else is an error.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const target = process.argv[2] ?? 'imports/fields.json';
const KUBERNETES = 'node_modules/cdk8s-plus-28/lib/imports/k8s.js';

const mapOf = value =>
  `((obj.PROP) === undefined) ? undefined : (Object.entries(obj.PROP).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: ${value} }), {}))`;

/** What is written for a property, in the generated code. */
const FORMS = {
  'obj.PROP': 'value',
  'obj.PROP?.map(y => y)': 'list',
  [mapOf('i[1]')]: 'map',
  'toJson_TYPE(obj.PROP)': 'object',
  'obj.PROP?.map(y => toJson_TYPE(y))': 'objects',
  'obj.PROP?.value': 'wrapped',
  [mapOf('i[1]?.value')]: 'wrappedMap',
  // what has one of these, we never set
  'obj.PROP?.toISOString()': 'other',
  [mapOf('i[1]?.map(y => y)')]: 'other',
  [mapOf('toJson_TYPE(i[1])')]: 'other',
};

/** The rest of a function, which drops what is not set. */
const bodyWith = fields =>
  `if (obj === undefined) { return undefined; } const result = { ${fields}}; // filter undefined values return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});`;

const onOneLine = text => text.replace(/\s+/g, ' ').trim();

/** The properties of a type, from the body of its function. */
function propertiesIn(type, body) {
  const fields = [...body.matchAll(/^ +'(.+?)': (.+),$/gm)];
  if (onOneLine(body) !== bodyWith(fields.map(([line]) => `${line.trim()} `).join('')))
    throw new Error(`toJson_${type} is more than a list of fields`);
  return Object.fromEntries(fields.map(([, key, code]) => propertyIn(type, key, code)));
}

function propertyIn(type, key, code) {
  const [, prop] = /\bobj\.(\w+)/.exec(code) ?? [];
  const [, below] = /\btoJson_(\w+)/.exec(code) ?? [];
  const form = FORMS[code.replaceAll(`obj.${prop}`, 'obj.PROP').replace(`toJson_${below}(`, 'toJson_TYPE(')];
  if (form === undefined) throw new Error(`toJson_${type} writes ${key} in a form that is not known: ${code}`);
  const isPlain = form === 'value';
  const hasType = form === 'object' || form === 'objects';
  return [prop, { ...(key !== prop && { key }), ...(!isPlain && { form }), ...(hasType && { type: below }) }];
}

/** The kinds of a module, in its source or compiled. */
const CLASS =
  /(?:class (\w+) extends ApiObject \{(?:(?!\bclass ).)*?GVK: GroupVersionKind|\b(\w+)\.GVK) = \{ apiVersion: '([^']+)', kind: '([^']+)', \}/g;

/** The kinds of a module that are wanted, and every type they are made of. */
function moduleOf(file, isWanted) {
  const text = readFileSync(file, 'utf8');
  const flat = onOneLine(text);
  const bodies = new Map(
    [...text.matchAll(/^(?:export )?function toJson_(\w+)\(.*\{\n([\s\S]*?)^\}/gm)].map(([, type, body]) => [
      type,
      body,
    ]),
  );
  const kinds = {};
  const types = {};
  const add = type => {
    if (type in types) return;
    types[type] = propertiesIn(type, bodies.get(type));
    for (const property of Object.values(types[type])) if (property.type) add(property.type);
  };
  for (const [, inSource, compiled, apiVersion, kind] of flat.matchAll(CLASS)) {
    const name = inSource ?? compiled;
    const props = `${name}Props`;
    if (!isWanted(name)) continue;
    if (!flat.includes(`{ return { ...${name}.GVK, ...toJson_${props}(props), }; }`))
      throw new Error(`${name} writes more than its properties`);
    kinds[`${apiVersion} ${kind}`] = props;
    add(props);
    // of an object itself the metadata stays what it is, whatever the class (src/manifests/common/definition.ts)
    types[props].metadata = {};
  }
  return { kinds, types };
}

const sources = readdirSync('src/manifests', { recursive: true }).filter(file => file.endsWith('.ts'));
const named = new Set(
  sources.flatMap(file =>
    [...readFileSync(`src/manifests/${file}`, 'utf8').matchAll(/\bk8s\.(Kube\w+)/g)].map(([, name]) => name),
  ),
);
const imports = readdirSync('imports')
  .filter(file => file.endsWith('.ts'))
  .sort();
const modules = {
  ...Object.fromEntries(imports.map(file => [basename(file, '.ts'), moduleOf(`imports/${file}`, () => true)])),
  k8s: moduleOf(KUBERNETES, name => named.has(name)),
};

const lines = Object.entries(modules).map(([module, { kinds, types }]) => {
  const rows = Object.entries(types).map(
    ([type, properties]) => `${JSON.stringify(type)}: ${JSON.stringify(properties)}`,
  );
  return `${JSON.stringify(module)}: {\n"kinds": ${JSON.stringify(kinds)},\n"types": {\n${rows.join(',\n')}\n}\n}`;
});
writeFileSync(target, `{\n${lines.join(',\n')}\n}\n`);
