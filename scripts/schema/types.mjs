// The types in src/config/shape as JSON Schema, with the tags of their docstrings as keywords.
import { createGenerator } from 'ts-json-schema-generator';
import { parse } from 'yaml';

/** Tags beside those of JSON Schema: a value as YAML; settings that an example needs, and what is wrong with it where
 * it is shortened; two kinds of groups; a table of facts; a source. */
const TAGS = ['example', 'beside', 'mistake', 'oneOf', 'atMostOne', 'choices', 'see'];

/** `definitions`, and the root `Fleet` among them. */
export function readTypes() {
  const schema = createGenerator({
    path: 'src/config/shape/fleet.ts',
    type: 'Fleet',
    tsconfig: 'scripts/tsconfig.schema.json',
    topRef: false,
    expose: 'export',
    jsDoc: 'extended',
    extraTags: TAGS,
    sortProps: true,
    additionalProperties: false,
    skipTypeCheck: true,
  }).createSchema('Fleet');

  // A comment cannot hold the end of a comment: a cron expression such as `*\/30 * * * *` is written with a backslash.
  const { $schema: _, definitions, ...Fleet } = JSON.parse(JSON.stringify(schema).replaceAll('*\\\\/', '*/'));
  const all = { Fleet, ...definitions };
  joinChoices(all);
  return Object.fromEntries(Object.entries(all).map(([name, type]) => [name, read(type, all)]));
}

/** A choice between a map with any keys and a map with keys of its own is one map with both; a rule refuses to mix them. */
function joinChoices(definitions) {
  for (const [name, { anyOf, ...rest }] of Object.entries(definitions)) {
    if (anyOf?.length !== 2 || anyOf[0].additionalProperties === undefined || anyOf[1].$ref === undefined) continue;
    const own = anyOf[1].$ref.replace('#/definitions/', '');
    definitions[name] = { ...anyOf[0], properties: definitions[own].properties, ...rest };
    delete definitions[own];
  }
}

/** Tags are YAML where the generator has left them as text; a default that begins with a dash is a sentence. */
function read(node, definitions) {
  const own = withType(node, definitions);
  for (const tag of ['example', 'beside']) {
    if (typeof own[tag] === 'string') own[tag] = yamlOf(own[tag]);
  }
  if (typeof own.default === 'string' && own.default.startsWith('- ')) {
    own.otherwise = own.default.slice(2);
    delete own.default;
  }
  for (const key of ['items', 'additionalProperties']) {
    if (typeof own[key] === 'object') own[key] = read(own[key], definitions);
  }
  if (own.properties) {
    own.properties = Object.fromEntries(
      Object.entries(own.properties).map(([key, property]) => [key, read(property, definitions)]),
    );
  }
  return own;
}

/** The value of a tag; a numeral was in quotes, or the generator would have read a number. */
function yamlOf(text) {
  const value = parse(text);
  return ['object', 'string'].includes(typeof value) ? value : text;
}

/** Draft 7 passes over everything beside a $ref: a number with bounds of its own must say its type itself. */
function withType(node, definitions) {
  const { $ref, ...rest } = node;
  if ($ref === undefined || !('minimum' in rest || 'maximum' in rest)) return { ...node };
  return { type: definitions[$ref.replace('#/definitions/', '')].type, ...rest };
}
