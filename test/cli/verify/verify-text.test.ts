import { parse } from 'yaml';
import { checksOf, printedChecks } from '../../../src/cli/verify/verify-text';
import type { Cluster } from '../../../src/config/shape/cluster';
import { readInputs } from '../../../src/load/read-inputs';
import { resolve } from '../../../src/model/resolve';
import { quote } from '../../../src/values/shell-word';
import { runCluster } from '../../support/fleet';

const modelOf = (cluster: string) => {
  const config = { name: 'example', openshift: '4.14', ...parse(cluster) } as Cluster;
  const errors = runCluster(JSON.stringify(config)).findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, what }) => `${code}: ${what}`)).toEqual([]);
  return resolve(config, readInputs());
};

/** Commands of a cluster, as `place: command`. */
const commandsOf = (cluster: string): readonly string[] =>
  checksOf(modelOf(cluster)).flatMap(({ where, commands }) => commands.map(command => `${where}: ${command}`));
const goodOf = (cluster: string, command: string): readonly string[] =>
  checksOf(modelOf(cluster))
    .filter(({ commands }) => commands.some(text => text.includes(command)))
    .map(({ good }) => good);

const S3 =
  '{platform: aws, storage: {s3: {bucket: acme-registry, region: eu-west-1}}, credentials: {existingSecret: {}}}';
const CLAIM =
  '{platform: baremetal, storage: {pvc: {claim: images, accessModes: [ReadWriteMany], size: 200Gi, storageClassName: nfs}}';

test('the whole text of a small cluster', () => {
  expect(printedChecks(modelOf(`${CLAIM}}`)).text).toBe(`# Checks for cluster example: bare metal, OpenShift 4.14.
# The comment above each command says what it should show. Replace words in capitals.

### Before the first sync: on a workstation with oc, logged in to the cluster ###

# the registry as it is now; keep the output to compare with
oc get configs.imageregistry.operator.openshift.io/cluster -o yaml

# No resources found. A pod means that storage is already set: compare spec.storage before you go on
oc get pods -n openshift-image-registry -l docker-registry=default

### After the sync: on a workstation with oc, logged in to the cluster ###

# AVAILABLE True, PROGRESSING False, DEGRADED False
oc get clusteroperator image-registry

# no error under Progressing: a bad change to a running registry shows only there
oc get clusteroperator image-registry -o jsonpath='{range .status.conditions[*]}{.type}={.status} {.reason}: {.message}{"\\n"}{end}'

# the operator, image-registry-* and one node-ca-* for each node, all Running
oc get pods -n openshift-image-registry
oc get pods -n openshift-image-registry -l docker-registry=default

# listening on :5000
oc logs deployments/image-registry -n openshift-image-registry

# status.storage has only pvc, and names images
oc get configs.imageregistry.operator.openshift.io/cluster -o yaml

# Bound, 200Gi, ReadWriteMany
oc get pvc -n openshift-image-registry images
`);
});

const NAMESPACE = '-n openshift-image-registry';
const SVC = 'image-registry.openshift-image-registry.svc:5000';

test.each<[string, string, string[]]>([
  [
    'S3 of AWS: the bucket, and the Secret',
    S3,
    [
      `workstation: oc get secret image-registry-private-configuration-user ${NAMESPACE}`,
      'cloud: aws s3api get-public-access-block --bucket acme-registry',
      'cloud: aws s3api get-bucket-lifecycle-configuration --bucket acme-registry',
    ],
  ],
  [
    "NooBaa: the claim, its route and the operator's Secret",
    `{platform: vsphere, baseDomain: a.example.com, storage: {odf: {noobaa: {claim: noobaatest, bucketName: acme-registry,
      trustedCA: {configMap: my-ca}}}}, credentials: {bucketClaim: {externalSecret: {}}}}`,
    [
      `workstation: oc get obc ${NAMESPACE} noobaatest`,
      'workstation: oc get route s3 -n openshift-storage',
      'workstation: oc get configmap my-ca -n openshift-config -o yaml',
      `workstation: oc get secret image-registry-private-configuration-user ${NAMESPACE}`,
    ],
  ],
  [
    'the default route: trusting it, logging in',
    `${CLAIM}, routes: {default: true}}`,
    [
      `workstation: oc get route default-route ${NAMESPACE}`,
      `client: HOST=$(oc get route default-route ${NAMESPACE} --template='{{ .spec.host }}')`,
      'client: sudo update-ca-trust enable',
      'client: oc whoami -t | podman login -u any --password-stdin "$HOST"',
    ],
  ],
  [
    'a route of its own with a certificate',
    `${CLAIM}, routes: {custom: [{name: public, hostname: registry.example.com, tls: {secretName: public-tls}}]}}`,
    [
      `workstation: oc get route public ${NAMESPACE}`,
      `workstation: oc get secret public-tls ${NAMESPACE}`,
      'client: curl -v https://registry.example.com/',
      'client: oc whoami -t | podman login -u any --password-stdin registry.example.com',
    ],
  ],
  [
    'rights: from a node, in each project',
    `${CLAIM}, baseDomain: prod.example.com, access: {viewers: [{project: team-a, users: [ann]}],
      editors: [{project: team-b, users: [bob]}], metrics: [{user: prometheus}]}}`,
    [
      'node: oc debug nodes/NODE',
      'node: oc login -u USER https://api-int.prod.example.com:6443',
      `node: podman login -u USER -p "$(oc whoami -t)" ${SVC}`,
      `node: podman pull ${SVC}/team-a/IMAGE`,
      `node: podman push ${SVC}/team-b/IMAGE`,
      `node: curl --insecure -s -u any:"$(oc whoami -t)" https://${SVC}/extensions/v2/metrics | grep imageregistry`,
    ],
  ],
  [
    'the pruner',
    `${CLAIM}, pruner: {schedule: "0 2 * * *"}}`,
    [
      'workstation: oc get imagepruners.imageregistry.operator.openshift.io/cluster -o yaml',
      `workstation: oc get cronjob image-pruner ${NAMESPACE}`,
    ],
  ],
  [
    'foreign registries: the images that are named, in every namespace',
    `${CLAIM}, thirdParty: [{server: quay.io, namespaces: [team-a], credentials: {existingSecret: {}},
      imageStreams: [{name: ruby, namespace: team-a, tags: [{name: "3", from: "quay.io/lib/ruby:3", scheduled: true}]}]}]}`,
    [
      'client: podman login quay.io',
      'client: podman pull quay.io/lib/ruby:3',
      'workstation: oc import-image ruby -n team-a',
    ],
  ],
  [
    'the pull secret of the cluster: names of servers, and no credential',
    `${CLAIM}, pullSecret: {externalSecret: {store: {name: vault}, key: pull}}}`,
    [
      `workstation: oc get secret pull-secret -n openshift-config -o go-template='{{index .data ".dockerconfigjson"}}' | base64 -d | jq '.auths | keys'`,
    ],
  ],
  [
    'the topology of pods',
    `${CLAIM}, registry: {topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway,
      labelSelector: {matchLabels: {docker-registry: default}}}]}}`,
    [
      `workstation: oc get deployment image-registry ${NAMESPACE} -o jsonpath='{.spec.template.spec.topologySpreadConstraints}'`,
    ],
  ],
])('%s', (_name, cluster, expected) => {
  expect(commandsOf(cluster)).toEqual(expect.arrayContaining(expected));
});

test('nothing is printed for what the cluster does not have', () => {
  const commands = commandsOf(`${CLAIM}}`).join('\n');
  for (const word of ['route', 'podman', 'aws', 'obc', 'pruner', 'secret', 'image.config', 'curl']) {
    expect(commands).not.toContain(word);
  }
});

test('storage of the operator: it is named, managed and made safe', () => {
  expect(goodOf('{platform: aws}', 'oc get configs').join()).toMatch(/what the operator created.*StorageEncrypted/s);
  expect(goodOf('{platform: gcp}', 'oc get configs').join()).not.toContain('StorageEncrypted');
});

test('a cloud has a registry from the start, so nothing is expected to be missing before', () => {
  expect(commandsOf(S3).filter(command => command.startsWith('before'))).toEqual([
    'before: oc get configs.imageregistry.operator.openshift.io/cluster -o yaml',
  ]);
});

test.each([
  ['Unmanaged', 'reason Unmanaged'],
  ['Removed', 'reason Removed'],
])('managementState %s shows as %s', (state, shown) => {
  const cluster = `${CLAIM}, registry: {managementState: ${state}}}`;
  expect(goodOf(cluster, 'oc get clusteroperator image-registry')[0]).toContain(shown);
  expect(commandsOf(cluster).join()).not.toContain('oc get pvc');
});

test('a removed registry has no pod and no log', () => {
  const cluster = `${CLAIM}, registry: {managementState: Removed}}`;
  expect(goodOf(cluster, 'oc get pods -n')).toContain('no image-registry pod');
  expect(commandsOf(cluster).join()).not.toContain('oc logs');
});

test('ROSA: pods, logs and pruner, but neither operator nor Config', () => {
  const commands = commandsOf('{platform: rosa, pruner: {schedule: "0 2 * * *"}}');
  expect(commands.map(command => command.replace(/^\w+: oc /, '').split(' -')[0])).toEqual([
    'get pods',
    'get pods',
    'logs deployments/image-registry',
    'get imagepruners.imageregistry.operator.openshift.io/cluster',
    'get cronjob image-pruner',
  ]);
});

test.each([
  ['plain-name_1.0/x:y', 'plain-name_1.0/x:y'],
  ["it's; rm -rf", "'it'\\''s; rm -rf'"],
  ['$(evil)', "'$(evil)'"],
  ['', "''"],
])('%s is quoted as %s', (word, quoted) => {
  expect(quote(word)).toBe(quoted);
});
