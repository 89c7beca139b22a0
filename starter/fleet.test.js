/* What the fleet gives, for each cluster. After a change that is meant: npx jest --updateSnapshot */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { Chart, Testing } = require('cdk8s');
const { ImageRegistry } = require('cdk8s-openshift-registry');

const root = join(__dirname, '..');

test.each(readdirSync(join(root, 'dist', 'clusters')))('%s', cluster => {
  const chart = new Chart(Testing.app(), cluster);
  ImageRegistry.fromFleetFile(chart, 'registry', { file: join(root, 'fleet.yaml'), cluster });
  expect(Testing.synth(chart)).toMatchSnapshot();
});
