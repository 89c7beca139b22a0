import { OPERATOR_OBJECT_RULES } from '../../../src/rules/cluster/operator-objects';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(OPERATOR_OBJECT_RULES);
const found = (settings: object): readonly string[] =>
  codes(JSON.stringify({ platform: 'baremetal', baseDomain: 'example.com', ...settings }));
const route = (secretName: string): object => ({
  routes: { custom: [{ name: 'a', hostname: 'a.example.com', tls: { secretName } }] },
});
const noobaa = (change: object, bucketClaim: object = { externalSecret: {} }): object => ({
  storage: { odf: { noobaa: { bucketName: 'registry', ...change } } },
  credentials: { bucketClaim },
});
const pull = (namespace: string, secretName: string): object => ({
  thirdParty: [{ server: 'quay.io', namespaces: [namespace], secretName, credentials: { existingSecret: {} } }],
});
const ownClass = (name: string): object => ({
  storage: { pvc: { accessModes: ['ReadWriteMany'], storageClass: { name, provisioner: 'files.example.com' } } },
});
const s3 = (configMap: string): object => ({
  storage: {
    s3: {
      bucket: 'registry',
      region: 'us-east-1',
      regionEndpoint: 'https://minio.example.com',
      trustedCA: { configMap },
    },
  },
});

test.each<[string, object, string[]]>([
  ['a Secret of its own', route('pair'), []],
  ["the service's Secret", route('image-registry-tls'), ['OPERATOR_OBJECT']],
  ['the storage credentials', route('image-registry-private-configuration-user'), ['OPERATOR_OBJECT']],
  ['a bucket claim', noobaa({ claim: 'bucket' }), []],
  [
    "a bucket claim whose Secret is the operator's",
    noobaa({ claim: 'image-registry-private-configuration' }),
    ['OPERATOR_OBJECT'],
  ],
  [
    'the same name elsewhere',
    noobaa({ claim: 'image-registry-private-configuration', claimNamespace: 'openshift-storage' }),
    [],
  ],
  ['pull credentials', pull('openshift-image-registry', 'installation-pull-secrets'), ['OPERATOR_OBJECT']],
  ['pull credentials elsewhere', pull('team-a', 'installation-pull-secrets'), []],
  ['a class of its own', ownClass('registry'), []],
  ["the platform's class", { ...ownClass('standard-csi'), platform: 'openstack' }, ['OPERATOR_OBJECT']],
  ['the class of another platform', ownClass('standard-csi'), []],
  ['a class that administrators make', { ...ownClass('nutanix-volume'), platform: 'nutanix' }, []],
  ["a class called like OpenShift Data Foundation's", ownClass('ocs-storagecluster-cephfs-retain'), []],
  ["a class of OpenShift Data Foundation's", ownClass('ocs-storagecluster-cephfs'), ['OPERATOR_OBJECT']],
  ['a CA of someone else', s3('minio-ca'), []],
  ['a CA in another namespace', s3('trusted-ca'), ['TRUSTED_CA_ELSEWHERE']],
  ['a CA of ours', s3('image-registry-trusted-cas'), ['TRUSTED_CA_ELSEWHERE']],
  ['jobs of their own', noobaa({}, { job: { namespace: 'registry-jobs' } }), []],
  ['jobs of their own by default', noobaa({}, { job: {} }), []],
  ['jobs beside the registry', noobaa({}, { job: { namespace: 'openshift-image-registry' } }), ['NAMESPACE_OWNED']],
  ['jobs in default', noobaa({}, { job: { namespace: 'default' } }), ['NAMESPACE_OWNED']],
  ['jobs in a name that begins alike', noobaa({}, { job: { namespace: 'openshifty' } }), []],
])('%s', (_, settings, expected) => expect(found(settings)).toEqual(expected));
