// Writes schema/fleet.schema.json from the types in src/config/shape: one source for types, run-time check and editors.
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

const { $schema, definitions, ...root } = schema;
const titled = { $schema, title: 'fleet.yaml of cdk8s-openshift-registry', ...root, definitions };
mkdirSync('schema', { recursive: true });
writeFileSync('schema/fleet.schema.json', `${JSON.stringify(titled, null, 2)}\n`);
