// The schemas for editors: what the types say, and beside it real defaults, values from the tables of facts, marks for keys
// that exclude each other, examples, snippets, and help with a link.

import { tableOf } from './facts.mjs';
import { exclusions, groupOf, groupsOf, needsOne } from './groups.mjs';
import { itemTypes, layeredTypes, OWN_KEYS } from './layers.mjs';
import { snippetsOf } from './snippets.mjs';

/** Where the package is on the web. */
const HOME = 'https://unpkg.com/cdk8s-openshift-registry';
const DRAFT = 'http://json-schema.org/draft-07/schema#';

const nameOf = ({ $ref }) => $ref?.replace('#/definitions/', '');

/** The content of fleet.schema.json and cluster.schema.json. */
export function editorSchemas(types) {
  const layered = layeredTypes(types);
  const context = { types, layered, inLists: itemTypes(types) };
  const { Fleet, ...definitions } = Object.fromEntries(
    Object.entries(types).map(([name, type]) => [name, definition(name, type, context)]),
  );
  return {
    fleet: {
      $schema: DRAFT,
      $id: `${HOME}/schema/fleet.schema.json`,
      title: 'fleet.yaml of cdk8s-openshift-registry',
      ...Fleet,
      definitions,
    },
    // A file of clusterFiles holds one cluster a document.
    cluster: {
      $schema: DRAFT,
      $id: `${HOME}/schema/cluster.schema.json`,
      title: 'a cluster of cdk8s-openshift-registry',
      $ref: 'fleet.schema.json#/definitions/Cluster',
    },
  };
}

function definition(name, type, context) {
  const { properties, required = [], additionalProperties: values, description } = type;
  const layered = context.layered.has(name);
  const needed = layered ? (OWN_KEYS[name] ?? []) : required;
  const marks = exclusions(type);
  return {
    ...plain(type),
    type: layered ? nullable(type.type) : type.type,
    ...help(description ?? '', { anchor: name, see: type.see }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, property]) => [
          key,
          propertyOf(key, property, { ...context, owner: name, layered }),
        ]),
      ),
    }),
    ...(values !== undefined && { additionalProperties: entriesOf(values, { ...context, layered }) }),
    ...(needed.length > 0 ? { required: needed } : { required: undefined }),
    ...(needsOne(type) && { minProperties: 1 }),
    ...(marks.length > 0 && { allOf: marks }),
  };
}

/** Keywords of a value alone. */
function plain({ type, enum: values, minimum, maximum, pattern }) {
  return { type, enum: values, minimum, maximum, pattern };
}

const nullable = type => (type === undefined ? undefined : [...[type].flat(), 'null']);

function entriesOf(values, context) {
  return typeof values === 'object' && !values.not ? schemaOf(values, context) : false;
}

/** The value of a key, of an item or of a map's entry, without its help. */
function schemaOf(node, context) {
  const { types, layered } = context;
  const name = nameOf(node);
  const target = name === undefined ? node : types[name];
  // A type with keys of its own is behind allOf: editors then insert its snippet, and keep the help of the key.
  if (target.properties) {
    return { type: layered ? nullable('object') : 'object', allOf: [{ $ref: `#/definitions/${name}` }] };
  }
  const { items, additionalProperties: values } = target;
  const choices = node.choices ?? target.choices;
  const base = {
    ...plain({ ...target, ...node, $ref: undefined }),
    ...(items && { items: itemOf({ ...items, ...(choices && { choices }) }, context) }),
    ...(values !== undefined && { additionalProperties: entriesOf(values, context) }),
  };
  if (choices !== undefined && !items) Object.assign(base, chosen(tableOf(choices), base));
  if (!layered) return base;
  return { ...base, type: nullable(base.type), ...(base.enum && { enum: [...base.enum, null] }) };
}

/** An item of a list; editors insert the required keys of a map there. */
function itemOf(items, context) {
  const name = nameOf(items);
  return context.types[name]?.properties ? { $ref: items.$ref } : schemaOf(items, { ...context, layered: false });
}

/** The values of a table, as those of a text or as the keys of a map. */
function chosen({ values, descriptions, anyCase, unknown: errorMessage }, { type }) {
  if (type === 'object') return { propertyNames: { enum: values, errorMessage } };
  if (anyCase) return { pattern: `^(${values.map(caseless).join('|')})$`, examples: values };
  return { enum: values, errorMessage, ...(descriptions && { markdownEnumDescriptions: descriptions }) };
}

const caseless = text => text.replace(/[A-Za-z]/g, letter => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);

function propertyOf(key, property, context) {
  const { types, owner } = context;
  const name = nameOf(property);
  const target = name === undefined ? property : types[name];
  const group = groupsOf(types[owner]).get(groupOf(property));
  const example = property.example ?? target.example;
  const anchor = target.properties ? name : owner;
  const value = schemaOf(property, context);
  return {
    ...value,
    ...help(property.description ?? target.description ?? '', { ...property, anchor, group, key }),
    ...(property.default !== undefined && defaultOf(property.default, context)),
    ...(isScalar(example) &&
      !isNumeral(example) &&
      property.default === undefined &&
      !value.enum && { examples: [example] }),
    ...(isNumeral(example) || !isScalar(example) ? snippetsOf(key, example) : {}),
    ...(groupOf(property) !== undefined && { 'x-group': groupOf(property) }),
  };
}

/** Editors insert every default of an item with the item; beside the keys that it needs, these may make it invalid. */
const defaultOf = (value, { inLists, layered, owner }) =>
  inLists.has(owner) && !layered ? { examples: [value] } : { default: value };

/** A text that YAML reads as a number: editors would insert it without quotes, but not from a snippet. */
const isNumeral = value => typeof value === 'string' && /^[\d.]+$/.test(value);

const isScalar = value => value !== undefined && typeof value !== 'object';

/** The help for one place, as text and as Markdown with a link. */
function help(text, { anchor, see, otherwise, default: value, group, key }) {
  const others = group?.filter(other => other !== key);
  const fallback =
    value === undefined
      ? otherwise?.replace(/^none$/, '')
      : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
  const lines = [
    text,
    ...(others ? [`Excludes ${others.join(', ')}.`] : []),
    ...(fallback ? [`Default: ${fallback}.`] : []),
  ].filter(line => line !== '');
  const links = [
    ...(anchor ? [`[Documentation](${HOME}/docs/configuration.md#${anchor.toLowerCase()})`] : []),
    ...(see?.startsWith('https:') ? [`[More](${see})`] : []),
  ];
  return { description: lines.join('\n\n'), markdownDescription: [...lines, links.join(' | ')].join('\n\n') };
}
