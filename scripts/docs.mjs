// Writes the documents that are made from the code, from what "npm run build" compiled.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { apiDocument } from './api.mjs';
import { configurationDocument } from './configuration.mjs';
import { readTypes } from './schema/types.mjs';

const require = createRequire(import.meta.url);
const { rulesDocuments } = require('../lib/src/rules/rules-document.js');
const { cliDocument } = require('../lib/src/cli/cli-document.js');

rmSync('docs/rules', { recursive: true, force: true });
for (const [path, text] of rulesDocuments(JSON.parse(readFileSync('scripts/coverage.json', 'utf8')))) {
  mkdirSync(dirname(`docs/${path}`), { recursive: true });
  writeFileSync(`docs/${path}`, text);
}

writeFileSync('docs/cli.md', cliDocument());

const configuration = configurationDocument(readTypes());
writeFileSync('docs/configuration.md', configuration);
writeFileSync('docs/api.md', apiDocument([...configuration.matchAll(/^## (\w+)$/gm)].map(([, name]) => name)));
