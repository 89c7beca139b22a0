/** P56 to P70: access, routes, the pruner and ROSA. */

import { CONFIG, type ProcedureRow } from './row';

const access = (id: string, what: string, entry: string, binding: string): ProcedureRow => ({
  id,
  what,
  config: `{platform: aws, access: {${entry}}}`,
  objects: [CONFIG, `RoleBinding team-a/${binding}`],
});
const settings = (id: string, what: string, said: string, ...objects: string[]): ProcedureRow => ({
  id,
  what,
  config: `{platform: aws, ${said}}`,
  objects: [CONFIG, ...objects],
});
const PRUNER = 'ImagePruner cluster';

export const ACCESS_ROWS: readonly ProcedureRow[] = [
  access(
    'P56',
    'let people pull from a project',
    'viewers: [{project: team-a, users: [ann]}]',
    'image-registry-viewers',
  ),
  access(
    'P57',
    'let people push to a project',
    'editors: [{project: team-a, groups: [devs]}]',
    'image-registry-editors',
  ),
  access(
    'P58',
    'let builds push to a project',
    'imageBuilders: [{project: team-a, serviceAccounts: [ci/builder]}]',
    'image-registry-image-builders',
  ),
  access(
    'P59',
    'give any other role in a project',
    'bindings: [{role: "system:registry", project: team-a, users: [ann]}]',
    'image-registry-system-registry',
  ),
  {
    id: 'P60',
    what: 'pull and push from a node',
    objects: [],
    instead: '`podman login` with a token, at the name inside the cluster',
  },
  {
    id: 'P61',
    what: 'look at pods and logs',
    objects: [],
    instead: '`oc get pods` and `oc logs` in openshift-image-registry',
  },
  settings(
    'P62',
    'let a user read the metrics',
    'access: {metrics: [{user: prometheus}]}',
    'ClusterRole image-registry-metrics-reader',
    'ClusterRoleBinding image-registry-metrics-reader',
  ),
  settings('P63', 'publish the registry under its default host', 'routes: {default: true}'),
  {
    id: 'P64',
    what: 'trust the route at a workstation',
    objects: [],
    instead: 'the certificate of the router among its trust anchors',
  },
  settings(
    'P65',
    'publish the registry under another host, with the certificate of the router',
    'routes: {custom: [{name: public, hostname: registry.example.com}]}',
  ),
  settings(
    'P66',
    'publish it with a certificate of your own',
    'routes: {custom: [{name: public, hostname: registry.example.com, tls: {certificate: {issuerRef: {name: company}}}}]}',
    'Certificate openshift-image-registry/public-tls',
  ),
  settings(
    'P67',
    'say what is pruned, and when',
    'pruner: {schedule: "0 2 * * *", keepTagRevisions: 5, keepYoungerThanDuration: 168h}',
    PRUNER,
  ),
  settings(
    'P68',
    'place the pods that prune, and say how many stay to be seen',
    'pruner: {resources: {requests: {cpu: 100m, memory: 256Mi}}, nodeSelector: {node-role.kubernetes.io/infra: ""}, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 3}',
    PRUNER,
  ),
  settings('P69', 'stop pruning for a while', 'pruner: {suspend: true}', PRUNER),
  {
    id: 'P70',
    what: 'on ROSA, where others run the registry: the pruner and access alone',
    config: '{platform: rosa, pruner: {schedule: "0 2 * * *"}, access: {viewers: [{project: team-a, users: [ann]}]}}',
    objects: [PRUNER, 'RoleBinding team-a/image-registry-viewers'],
  },
  {
    id: 'P70b',
    what: 'on classic ROSA: the default route, and a key of KMS for the bucket of the operator',
    config:
      '{platform: rosa, routes: {default: true}, storage: {managementState: Managed, s3: {encrypt: true, keyID: alias/registry}}}',
    objects: [CONFIG],
  },
];
