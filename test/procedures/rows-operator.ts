/** P01 to P24: other registries, and the settings of the operator. */

import { CONFIG, CREDENTIALS, type ProcedureRow, STORE, USER_SECRET } from './row';

const QUAY = `credentials: {externalSecret: {${STORE}, key: registries/quay}}`;
const RED_HAT = `thirdParty: [{server: registry.redhat.io, namespaces: [openshift], credentials: {externalSecret: {${STORE}, key: registries/redhat}}}]`;
const operator = (id: string, what: string, registry: string, openshift = ''): ProcedureRow => ({
  id,
  what,
  config: `{platform: aws, ${openshift}registry: {${registry}}}`,
  objects: [CONFIG],
});

export const OPERATOR_ROWS: readonly ProcedureRow[] = [
  {
    id: 'P01',
    what: 'give a project the login of a private registry',
    config: `{platform: aws, thirdParty: [{server: quay.io, namespaces: [team-a], ${QUAY}}]}`,
    objects: [CONFIG, 'ExternalSecret team-a/quay-io-pull'],
  },
  { id: 'P02', what: 'try a login from a workstation', objects: [], instead: '`podman login` and `podman pull`' },
  {
    id: 'P03',
    what: 'bring tags of another registry into an image stream, and keep them up to date',
    config: `{platform: aws, thirdParty: [{server: quay.io, imageStreams: [{name: ruby, namespace: team-a, tags: [{name: "3.1", from: "quay.io/lib/ruby:3.1", scheduled: true}]}]}]}`,
    objects: [CONFIG, 'ImageStream team-a/ruby'],
  },
  {
    id: 'P04',
    what: 'use a Quay of your own, with a private CA',
    config: `{platform: aws, thirdParty: [{server: quay.example.com, namespaces: [team-a], ${QUAY}}], image: {additionalTrustedCA: {quay.example.com: {pemFile: ca.pem}}}}`,
    objects: [
      CONFIG,
      'ConfigMap openshift-config/image-registry-trusted-cas',
      'ExternalSecret team-a/quay-example-com-pull',
      'Image cluster',
    ],
  },
  {
    id: 'P05',
    what: 'let the image streams of OpenShift itself log in to registry.redhat.io',
    config: `{platform: aws, ${RED_HAT}}`,
    objects: [CONFIG, 'ExternalSecret openshift/redhat-registry-credentials'],
  },
  {
    id: 'P06',
    what: 'the same on 4.3 and 4.4, where the nodes need the login too',
    config: `{platform: aws, openshift: "4.4", ${RED_HAT}, pullSecret: {externalSecret: {${STORE}, key: pull-secret}}}`,
    objects: [
      CONFIG,
      'ExternalSecret openshift-config/pull-secret',
      'ExternalSecret openshift/redhat-registry-credentials',
    ],
  },
  {
    id: 'P07',
    what: 'give every node the logins of registries',
    config: `{platform: aws, pullSecret: {externalSecret: {${STORE}, key: pull-secret}}}`,
    objects: [CONFIG, 'ExternalSecret openshift-config/pull-secret'],
  },
  { id: 'P08', what: 'keep the storage the operator makes itself', config: '{platform: aws}', objects: [CONFIG] },
  {
    id: 'P09',
    what: 'start a registry that was Removed when the cluster was installed',
    config: '{platform: baremetal, storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nfs}}}',
    objects: [CONFIG, 'PersistentVolumeClaim openshift-image-registry/image-registry-storage'],
  },
  operator('P10', 'have the operator leave the registry as it is', 'managementState: Unmanaged'),
  {
    id: 'P11',
    what: 'take the registry away and keep its images',
    config:
      '{platform: aws, registry: {managementState: Removed}, storage: {s3: {bucket: acme-registry, region: eu-west-1}}}',
    objects: [CONFIG],
  },
  {
    id: 'P11b',
    what: 'take the registry away with the storage that the operator made',
    config: '{platform: aws, registry: {managementState: Removed}}',
    acknowledge: 'example is Removed, and the operator deletes its images',
    objects: [CONFIG],
  },
  {
    id: 'P12',
    what: 'say who owns the storage',
    config: '{platform: aws, storage: {managementState: Unmanaged, s3: {bucket: acme-registry, region: eu-west-1}}}',
    objects: [CONFIG],
  },
  {
    id: 'P12b',
    what: 'have the operator manage a bucket that you name',
    config: '{platform: aws, storage: {managementState: Managed, s3: {bucket: acme-registry, region: eu-west-1}}}',
    acknowledge: 'example lets the operator delete s3 bucket=acme-registry',
    objects: [CONFIG],
  },
  operator('P13', 'choose how much the registry logs', 'logLevel: Debug'),
  operator('P14', 'choose how much the operator logs', 'operatorLogLevel: Trace'),
  {
    id: 'P15',
    what: 'the secret that secures uploads',
    objects: [],
    instead: 'the operator makes it; nobody writes it',
  },
  operator(
    'P16',
    'a proxy for the registry alone',
    'proxy: {https: "http://proxy.example.com:3128", noProxy: .example.com}',
  ),
  operator('P17', 'refuse pushes and deletes', 'readOnly: true'),
  operator(
    'P18',
    'limit the calls that run and wait',
    'requests: {read: {maxRunning: 10, maxInQueue: 20, maxWaitInQueue: 1m}}',
  ),
  operator('P19', 'choose the number of pods', 'replicas: 3'),
  operator('P20', 'choose how pods are replaced', 'rolloutStrategy: Recreate'),
  operator('P21', 'send image data through the registry', 'disableRedirect: true'),
  operator(
    'P22',
    'spread pods over zones',
    'topologySpreadConstraints: [{maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {docker-registry: default}}}]',
  ),
  {
    id: 'P23',
    what: 'trust the CA of another registry',
    config: '{platform: aws, image: {additionalTrustedCA: {"registry.example.com:5000": {pemFile: ca.pem}}}}',
    objects: [CONFIG, 'ConfigMap openshift-config/image-registry-trusted-cas', 'Image cluster'],
  },
  {
    id: 'P23b',
    what: 'name a ConfigMap that has the CAs of registries already',
    config: '{platform: aws, image: {additionalTrustedCA: {configMap: registry-config}}}',
    objects: [CONFIG, 'Image cluster'],
  },
  {
    id: 'P24',
    what: 'give the registry storage credentials of its own',
    config: `{platform: aws, storage: {s3: {bucket: acme-registry, region: eu-west-1}}, ${CREDENTIALS}}`,
    objects: [CONFIG, USER_SECRET],
  },
];
