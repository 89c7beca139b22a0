// The plain way with cdk8s: one App with a Chart for each cluster and cdk8s's own output. Only the objects, which are known
// already; no configuration, no rules.
const { readFileSync } = require('node:fs');
const { ApiObject, App, Chart } = require('cdk8s');

const { BENCH_OUT, BENCH_SIZE, BENCH_TEMPLATES } = process.env;
const { clusters } = JSON.parse(readFileSync(BENCH_TEMPLATES, 'utf8'));
const app = new App({ outdir: BENCH_OUT });
for (let index = 0; index < Number(BENCH_SIZE); index += 1) {
  const chart = new Chart(app, `c-${index}`);
  for (const { path, object } of clusters[index % clusters.length]) {
    const labels = { ...object.metadata.labels, 'registry-gitops/cluster': `c-${index}` };
    new ApiObject(chart, path, { ...object, metadata: { ...object.metadata, labels } });
  }
}
app.synth();
