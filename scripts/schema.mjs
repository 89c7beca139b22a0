// Writes the schemas in schema/ (or in another folder that is named) from the types in src/config/shape: shape.json for the
// check at run time, fleet.schema.json and cluster.schema.json for editors, with what the tables of facts know.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { editorSchemas } from './schema/editor.mjs';
import { shapeOf } from './schema/shape.mjs';
import { readTypes } from './schema/types.mjs';

const folder = process.argv[2] ?? 'schema';
const write = (name, content) => writeFileSync(`${folder}/${name}`, `${JSON.stringify(content, null, 2)}\n`);

mkdirSync(folder, { recursive: true });
const types = readTypes();
write('shape.json', shapeOf(types));

// the facts are compiled with the shape that was just written; another folder takes what is compiled already
if (folder === 'schema') execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
const { fleet, cluster } = editorSchemas(types);
write('fleet.schema.json', fleet);
write('cluster.schema.json', cluster);
