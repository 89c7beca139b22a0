// The same files, emitted from plain objects and written: what no generator can do without.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { toYaml } = require('../lib/src/output/yaml.js');

const { BENCH_OUT, BENCH_SIZE, BENCH_TEMPLATES } = process.env;
const { header, clusters } = JSON.parse(readFileSync(BENCH_TEMPLATES, 'utf8'));
for (let index = 0; index < Number(BENCH_SIZE); index += 1) {
  const folder = join(BENCH_OUT, `clusters/c-${index}`);
  mkdirSync(folder, { recursive: true });
  for (const { path, object } of clusters[index % clusters.length]) {
    object.metadata.labels['registry-gitops/cluster'] = `c-${index}`;
    writeFileSync(join(folder, path), header + toYaml(object));
  }
}
