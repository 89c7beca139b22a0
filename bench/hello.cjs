// The smallest app there is that loads cdk8s and cdk8s-plus-28: the floor of every start.
const { App, Chart } = require('cdk8s');
const { k8s } = require('cdk8s-plus-28');

const app = new App();
new k8s.KubeConfigMap(new Chart(app, 'hello'), 'map', { data: { hello: 'world' } });
app.synthYaml();
