/** The registries of two clusters, in the words of fleet.yaml, with what only a program can say. */

import { App, Chart, JsonPatch, YamlOutputType } from 'cdk8s';
import { AwsImageRegistry, OdfImageRegistry } from 'cdk8s-openshift-registry';

/** Teams that pull from both registries; in real life this comes from somewhere else. */
const TEAMS = ['shop', 'search', 'billing'];

// A file for each chart: in files for each object those of one name in two namespaces would overwrite each other.
const app = new App({ yamlOutputType: YamlOutputType.FILE_PER_CHART });

const cloud = new AwsImageRegistry(new Chart(app, 'cloud'), 'registry', {
  openshift: '4.18',
  storage: { s3: { bucket: 'shipyard-registry', region: 'eu-west-1', provision: { ack: {} } } },
  pruner: { schedule: '0 2 * * *', keepTagRevisions: 5 },
});

const factory = new OdfImageRegistry(new Chart(app, 'factory'), 'registry', {
  platform: 'baremetal',
  openshift: '4.18',
  baseDomain: 'factory.example.com',
  odf: {
    noobaa: {
      bucketName: 'registry-factory',
      storageClass: { name: 'registry-noobaa-retain' },
      trustedCA: { ingressCA: true },
    },
  },
  credentials: { bucketClaim: { job: {} } },
});

for (const registry of [cloud, factory]) {
  for (const team of TEAMS) {
    registry.grantPull(team, { group: `${team}-developers` });
    registry.grantPush(team, { serviceAccount: `${team}/builder` });
  }
}

// What no property says is a patch; the rules do not look at it.
cloud.config.addJsonPatch(JsonPatch.add('/spec/operatorLogLevel', 'Debug'));

app.synth();
