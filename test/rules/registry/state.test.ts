import { REGISTRY_STATE_RULES } from '../../../src/rules/registry/state';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(REGISTRY_STATE_RULES);
const S3 = 'storage: {s3: {bucket: acme-registry, region: eu-west-1}}';
const aws = (more: string): string => `platform: aws\n${S3}\n${more}`;

test.each<[string, string, string[]]>([
  ['derived replicas', aws(''), []],
  ['three replicas', aws('registry: {replicas: 3}'), []],
  ['a negative number', aws('registry: {replicas: -2}'), ['REPLICAS_NEGATIVE']],
  ['none', aws('registry: {replicas: 0}'), ['REPLICAS_ZERO']],
  ['none, with Recreate', aws('registry: {replicas: 0, rolloutStrategy: Recreate}'), ['REPLICAS_ZERO warning']],
  ['none, and Unmanaged', aws('registry: {replicas: 0, managementState: Unmanaged}'), ['REGISTRY_UNMANAGED']],
  ['none, and Removed', aws('registry: {replicas: 0, managementState: Removed}'), ['REGISTRY_REMOVED']],
  ['two on a single node', aws('topology: single-node\nregistry: {replicas: 2}'), ['REPLICAS_SINGLE_WORKER']],
  ['two derived for one worker', aws('workers: 1'), ['REPLICAS_SINGLE_WORKER']],
  ['one for one worker', aws('workers: 1\nregistry: {replicas: 1}'), []],
  ['two workers', aws('workers: 2'), []],
  ['Unmanaged', aws('registry: {managementState: Unmanaged}'), ['REGISTRY_UNMANAGED']],
  ['Removed with named storage', aws('registry: {managementState: Removed}'), ['REGISTRY_REMOVED']],
  ['read-only beside the pruner', aws('registry: {readOnly: true}'), ['READ_ONLY_PRUNER']],
  ['read-only, pruner running', aws('registry: {readOnly: true}\npruner: {suspend: false}'), ['READ_ONLY_PRUNER']],
  ['read-only, pruner suspended', aws('registry: {readOnly: true}\npruner: {suspend: true}'), []],
  ['read-only before there was a pruner', aws('openshift: "4.3"\nregistry: {readOnly: true}'), []],
])('%s', (_, yaml, expected) => expect([...codes(yaml)].sort()).toEqual(expected));

const CLAIM = 'storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}';
const ACCOUNT = 'storage: {azure: {accountName: acme, container: images}}';
const removed = 'registry: {managementState: Removed}';
test.each<[string, string, boolean]>([
  ["the operator's own bucket", `platform: aws\n${removed}`, true],
  ['a platform without storage', `platform: vsphere\n${removed}`, false],
  ['named storage', aws(removed), false],
  [
    'named storage that is managed',
    `platform: aws\nstorage: {managementState: Managed, s3: {bucket: b-b, region: eu-west-1}}\n${removed}`,
    true,
  ],
  ['named storage before 4.6', aws(`openshift: "4.5"\n${removed}`), true],
  ['a claim before 4.6', `platform: vsphere\nopenshift: "4.5"\n${CLAIM}\n${removed}`, false],
  ['an account before 4.6', `platform: azure\nopenshift: "4.5"\n${ACCOUNT}\n${removed}`, false],
  [
    'throw-away storage before 4.6',
    `platform: none\nopenshift: "4.5"\nenvironment: non-production\nstorage: {emptyDir: {}}\n${removed}`,
    false,
  ],
  ['Swift of the installer', `platform: openstack\nbootstrapStorage: swift\n${removed}`, true],
  ['a claim of the installer, which is Unmanaged', `platform: openstack\nbootstrapStorage: pvc\n${removed}`, false],
  [
    'a claim of the installer before 4.6',
    `platform: openstack\nopenshift: "4.5"\nbootstrapStorage: pvc\n${removed}`,
    true,
  ],
  ['nobody knows what the installer chose', `platform: openstack\n${removed}`, true],
])('Removed with %s', (_, yaml, deletes) => {
  expect(codes(yaml).includes('REMOVED_DELETES_STORAGE')).toBe(deletes);
});

test.each<[string, boolean]>([
  ['platform: gcp', true],
  ['platform: alibabacloud\nopenshift: "4.16"', true],
  ['platform: openstack\nbootstrapStorage: pvc', false],
  ['platform: vsphere', false],
  ['platform: rosa', false],
  [aws(''), false],
])('%j keeps storage that the operator owns: %s', (yaml, owned) => {
  expect(codes(yaml).includes('DEFAULT_STORAGE_IS_MANAGED')).toBe(owned);
});
