/** Words for settings of a cluster, and for the ways its credentials come. */

import type { Words } from './common-word';

/** Keys below `credentials`. */
export const CREDENTIAL_WORDS: Words = [
  [
    'sts irsa iam iamrole rolearn role workloadidentity managedidentity federated identity cco ccoctl mint manual passthrough',
    {
      is: "the cluster's own identity, which is used where no credentials are set",
      fix: 'remove the key',
    },
  ],
  [
    'vault hashicorpvault externalsecrets externalsecretsoperator eso awssecretsmanager secretsmanager keyvault secretstore clustersecretstore store conjur',
    {
      is: 'a store that External Secrets reads',
      write: 'credentials: {externalSecret: {store: {kind: ClusterSecretStore, name: STORE}, key: KEY}}',
    },
  ],
  [
    'sealed sealedsecrets bitnami kubeseal',
    { is: 'sealedSecret', write: 'credentials: {sealedSecret: {encryptedData: {KEY: CIPHERTEXT}}}' },
  ],
  [
    'secretname secretref existing existingsecretname name usersecret',
    {
      is: 'not to be chosen: the operator reads one name, image-registry-private-configuration-user',
      write: 'credentials: {existingSecret: {}}',
    },
  ],
  [
    'sops age helmsecrets gitcrypt',
    {
      is: 'not supported: seal the values for the cluster with registry-gitops seal, or read them from a store',
      write: 'credentials: {sealedSecret: {encryptedData: {KEY: CIPHERTEXT}}}',
    },
  ],
  [
    'job bridge objectbucketclaim obc noobaa',
    {
      is: 'a way to bring the keys of a bucket claim',
      write: 'credentials: {bucketClaim: {job: {}}}',
    },
  ],
];

/** Keys of a cluster itself. */
export const CLUSTER_WORDS: Words = [
  [
    'version ocp ocpversion openshiftversion clusterversion release',
    {
      is: 'the OpenShift version',
      write: 'openshift: "4.18"',
    },
  ],
  ['provider cloud infrastructure cloudprovider infra', { is: 'the platform', fix: 'call the key platform' }],
  ['sno singlenode', { is: 'a topology', write: 'topology: single-node' }],
  ['ha highavailability', { is: 'the default topology', fix: 'remove the key' }],
  ['hcp hypershift hostedcontrolplane hostedcluster', { is: 'hosted', write: 'hosted: true' }],
  ['domain clusterdomain dnsdomain', { is: 'the base domain', write: 'baseDomain: DOMAIN' }],
  ['appsdomain wildcarddomain routerdomain', { is: 'the domain of routes', write: 'ingressDomain: apps.DOMAIN' }],
  ['nodes workernodes nodecount workercount', { is: 'workers', write: 'workers: 3' }],
  [
    'kms kmskey kmskeyid encryptionkey',
    {
      is: 'a key of the storage',
      write: 'storage: {s3: {bucket: BUCKET, region: REGION, encrypt: true, keyID: KEY}}',
    },
  ],
  [
    'sts irsa workloadidentity',
    {
      is: "the cluster's own identity, which is used where no credentials are set",
      fix: 'remove the key',
    },
  ],
  ['prune pruning imagepruner retention', { is: 'the pruner', write: 'pruner: {schedule: "0 2 * * *"}' }],
  ['rbac permissions users roles', { is: 'access', write: 'access: {viewers: [{project: PROJECT, users: [USER]}]}' }],
  [
    'mirrors imagecontentsourcepolicy icsp idms itms imagedigestmirrorset imagetagmirrorset',
    {
      is: 'an image setting',
      write: 'image: {imageDigestMirrors: [{source: quay.io/NAME, mirrors: [HOST/NAME]}]}',
    },
  ],
  ['spec', { is: 'a part of the API object', fix: 'write its fields under registry, storage and routes' }],
  [
    'ignore skip suppress allow waivers exceptions',
    {
      is: 'accept',
      write: 'accept: [{code: CODE, reason: WHY IT IS FINE HERE}]',
    },
  ],
];
