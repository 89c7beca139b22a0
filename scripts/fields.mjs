// Writes imports/fields.json (or another file that is named): what the generated classes make of each property they are given, for
// src/manifests/common/fields.ts. It is read from the functions that `cdk8s import` generates, toJson_TYPE. Each is a list of
// fields, and each field has one of a few forms: a function that is anything else is an error. A property is written as one word,
// PROPERTY=KEY:FORM:TYPE; what is missing in it is the same name, the form "value", and no type.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const target = process.argv[2] ?? 'imports/fields.json';
const KUBERNETES = 'node_modules/cdk8s-plus-28/lib/imports/k8s.js';

/** Every word of our modules that define objects: the names of kinds are among them. */
const NAMED = new Set(
  readdirSync('src/manifests', { recursive: true })
    .filter(file => file.endsWith('.ts'))
    .flatMap(file => readFileSync(`src/manifests/${file}`, 'utf8').match(/\w+/g)),
);

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

/** The properties of a type, each as one word, from the body of its function. */
function propertiesIn(type, body) {
  const fields = [...body.matchAll(/^ +'(.+?)': (.+),$/gm)];
  if (onOneLine(body) !== bodyWith(fields.map(([line]) => `${line.trim()} `).join('')))
    throw new Error(`toJson_${type} is more than a list of fields`);
  return fields.map(([, key, code]) => propertyIn(type, key, code));
}

function propertyIn(type, key, code) {
  const [, prop] = /\bobj\.(\w+)/.exec(code) ?? [];
  const [, below] = /\btoJson_(\w+)/.exec(code) ?? [];
  const form = FORMS[code.replaceAll(`obj.${prop}`, 'obj.PROP').replace(`toJson_${below}(`, 'toJson_TYPE(')];
  if (form === undefined) throw new Error(`toJson_${type} writes ${key} in a form that is not known: ${code}`);
  const hasType = form === 'object' || form === 'objects';
  return [prop, key !== prop && `=${key}`, form !== 'value' && `:${form}`, hasType && `:${below}`]
    .filter(Boolean)
    .join('');
}

/** The kinds of a module, in its source or compiled. */
const CLASS =
  /(?:class (\w+) extends ApiObject \{(?:(?!\bclass ).)*?GVK: GroupVersionKind|\b(\w+)\.GVK) = \{ apiVersion: '([^']+)', kind: '([^']+)', \}/g;

/** The kinds of a module that our modules name, and every type they are made of. */
function moduleOf(file) {
  const text = readFileSync(file, 'utf8');
  const flat = onOneLine(text);
  const functions = text.matchAll(/^(?:export )?function toJson_(\w+)\(.*\{\n([\s\S]*?)^\}/gm);
  const bodies = new Map([...functions].map(([, type, body]) => [type, body]));
  const kinds = {};
  const types = {};
  const add = (type, properties) => {
    types[type] = properties.join(' ');
    for (const [, below] of types[type].matchAll(/:objects?:(\w+)/g))
      if (!(below in types)) add(below, propertiesIn(below, bodies.get(below)));
  };
  for (const [, inSource, compiled, apiVersion, kind] of flat.matchAll(CLASS)) {
    const name = inSource ?? compiled;
    const props = `${name}Props`;
    if (!NAMED.has(name)) continue;
    if (!flat.includes(`{ return { ...${name}.GVK, ...toJson_${props}(props), }; }`))
      throw new Error(`${name} writes more than its properties`);
    kinds[`${apiVersion} ${kind}`] = props;
    // of an object itself the metadata stays what it is, whatever the class (src/manifests/common/definition.ts)
    const properties = propertiesIn(props, bodies.get(props));
    add(
      props,
      properties.map(property => property.replace(/^metadata:.*/, 'metadata')),
    );
  }
  return { kinds, types };
}

const imports = readdirSync('imports').filter(file => file.endsWith('.ts'));
const files = [...imports.sort().map(file => `imports/${file}`), KUBERNETES];
const modules = files.map(file => [basename(file).replace(/\.[jt]s$/, ''), moduleOf(file)]);
const used = Object.fromEntries(modules.filter(([, { kinds }]) => Object.keys(kinds).length > 0));
writeFileSync(target, `${JSON.stringify(used, null, 1)}\n`);
