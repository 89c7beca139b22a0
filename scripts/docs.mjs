// Writes the documents that are made from the code, from what "npm run build" compiled.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { apiDocument } from './api.mjs';

const require = createRequire(import.meta.url);
const { rulesDocument } = require('../lib/src/rules/rules-document.js');
const { configurationDocument } = require('../lib/src/config/configuration-document.js');

writeFileSync('docs/rules.md', rulesDocument(JSON.parse(readFileSync('scripts/coverage.json', 'utf8'))));

const configuration = configurationDocument();
writeFileSync('docs/configuration.md', configuration);
writeFileSync('docs/api.md', apiDocument([...configuration.matchAll(/^## (\w+)$/gm)].map(([, name]) => name)));
