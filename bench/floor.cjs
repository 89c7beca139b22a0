// The same files with the same bytes, emitted from plain objects and written: what no generator can do without.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { toYaml } = require('../lib/src/output/yaml.js');

const folder = process.env.CDK8S_OUTDIR;
const size = Number(process.env.BENCH_SIZE);
const templates = JSON.parse(require('node:fs').readFileSync(process.env.BENCH_TEMPLATES, 'utf8'));
for (let index = 0; index < size; index += 1) {
  const cluster = join(folder, `clusters/c-${index}`);
  mkdirSync(cluster, { recursive: true });
  for (const { path, object } of templates[index % templates.length]) {
    writeFileSync(join(cluster, path), `# ${index}\n${toYaml(object)}`);
  }
}
