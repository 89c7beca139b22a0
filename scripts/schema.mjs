// Writes schema/fleet.schema.json (or to another folder that is named) from the types in src/config/shape: one source for types, run-time check and editors.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createGenerator } from 'ts-json-schema-generator';

const schema = createGenerator({
  path: 'src/config/shape/fleet.ts',
  type: 'Fleet',
  tsconfig: 'scripts/tsconfig.schema.json',
  topRef: false,
  expose: 'export',
  jsDoc: 'extended',
  sortProps: true,
  additionalProperties: false,
  skipTypeCheck: true,
}).createSchema('Fleet');

// A comment cannot hold the end of a comment: a cron expression such as `*\/30 * * * *` is written with a backslash.
const { $schema, definitions, ...root } = JSON.parse(JSON.stringify(schema).replaceAll('*\\\\/', '*/'));

// Draft 7 passes over everything beside a $ref: a number with bounds of its own must say its type itself.
const withBounds = node => {
  if (Array.isArray(node)) return node.map(withBounds);
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node;
  const bounded = typeof $ref === 'string' && ('minimum' in rest || 'maximum' in rest);
  const { type } = bounded ? definitions[$ref.replace('#/definitions/', '')] : {};
  const own = bounded ? { type, ...rest } : node;
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [key, withBounds(value)]));
};

// A choice between a map with any keys and a map with keys of its own is one map with both; a rule refuses to mix them.
for (const [name, { anyOf, ...rest }] of Object.entries(definitions)) {
  if (anyOf?.length !== 2 || anyOf[0].additionalProperties === undefined || anyOf[1].$ref === undefined) continue;
  const own = anyOf[1].$ref.replace('#/definitions/', '');
  definitions[name] = { ...anyOf[0], properties: definitions[own].properties, ...rest };
  delete definitions[own];
}

const titled = {
  $schema,
  title: 'fleet.yaml of cdk8s-openshift-registry',
  ...root,
  definitions: withBounds(definitions),
};
const folder = process.argv[2] ?? 'schema';
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/fleet.schema.json`, `${JSON.stringify(titled, null, 2)}\n`);

// A file of clusterFiles holds one cluster a document.
const cluster = {
  $schema,
  title: 'a cluster of cdk8s-openshift-registry',
  $ref: 'fleet.schema.json#/definitions/Cluster',
};
writeFileSync(`${folder}/cluster.schema.json`, `${JSON.stringify(cluster, null, 2)}\n`);
