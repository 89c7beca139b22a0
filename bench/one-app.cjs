// The usual way: one App with a Chart for each cluster, and cdk8s's own output.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { App, Chart } = require('cdk8s');
const { parse, parseAllDocuments } = require('yaml');
const { ImageRegistry } = require('../lib/src/index.js');

const folder = process.env.BENCH_FLEET;
const { defaults, profiles } = parse(readFileSync(join(folder, 'fleet.yaml'), 'utf8'));
const app = new App({ outdir: process.env.CDK8S_OUTDIR });
for (const file of readdirSync(join(folder, 'clusters'))) {
  for (const document of parseAllDocuments(readFileSync(join(folder, 'clusters', file), 'utf8'))) {
    const { profiles: names = [], ...cluster } = document.toJS();
    const merged = Object.assign({}, defaults, ...names.map(name => profiles[name]));
    const credentials = cluster.credentials && {
      externalSecret: { ...profiles.vault.credentials.externalSecret, ...cluster.credentials.externalSecret },
    };
    new ImageRegistry(new Chart(app, cluster.name), 'registry', {
      ...merged,
      ...cluster,
      ...(credentials && { credentials }),
    });
  }
}
app.synth();
