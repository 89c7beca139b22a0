/** Words for values that are chosen from a list: platforms, topologies, access modes. */

import type { Words } from './common-word';

const PLATFORMS: Words = [
  [
    'aro azureredhatopenshift',
    {
      is: 'Azure Red Hat OpenShift, which runs on azure; Microsoft and Red Hat manage its nodes, operator and storage account, and the registry can be set there',
      write: 'platform: azure',
    },
  ],
  [
    'osd openshiftdedicated dedicated',
    {
      is: 'OpenShift Dedicated, which runs on AWS or Google Cloud; Red Hat manages its nodes and operators',
      fix: 'write platform: aws or platform: gcp',
    },
  ],
  [
    'rosahcp rosahosted hostedrosa',
    {
      is: 'ROSA with a hosted control plane',
      write: ['platform: rosa', 'hosted: true'],
    },
  ],
  ['rosaclassic', { is: 'ROSA', write: 'platform: rosa' }],
  ['amazon ec2 amazonwebservices eks', { is: 'AWS', write: 'platform: aws' }],
  ['google googlecloud gce gke', { is: 'Google Cloud', write: 'platform: gcp' }],
  ['microsoft azurestack azurestackhub ash mag azuregov aks', { is: 'Azure', write: 'platform: azure' }],
  ['vmware vcenter esxi', { is: 'vSphere', write: 'platform: vsphere' }],
  ['rhosp osp rhoso openstackplatform', { is: 'OpenStack', write: 'platform: openstack' }],
  ['ahv prism', { is: 'Nutanix', write: 'platform: nutanix' }],
  ['ibm roks ibmvpc', { is: 'IBM Cloud', write: 'platform: ibmcloud' }],
  [
    'power ppc64le powervm powervirtualserver',
    { is: 'Power: powervs in IBM Cloud, else none', write: 'platform: powervs' },
  ],
  ['rhv rhev redhatvirtualization', { is: 'oVirt', write: 'platform: ovirt' }],
  ['cnv openshiftvirtualization virtualization', { is: 'KubeVirt', write: 'platform: kubevirt' }],
  ['oci oracle oraclecloud', { is: 'an external platform', write: 'platform: external' }],
  ['metal metal3 bm', { is: 'bare metal', write: 'platform: baremetal' }],
  ['zvm s390x z ibmz libvirt kvm proxmox crc', { is: 'no platform of its own', write: 'platform: none' }],
  [
    'upi ipi sno edge assisted agent local userprovisioned installerprovisioned',
    {
      is: 'a way to install, not the infrastructure',
      fix: 'write what "oc get infrastructure cluster -o jsonpath={.status.platform}" prints, in small letters',
    },
  ],
];

const ACCESS_MODES: Words = [
  ['rwx', { is: 'ReadWriteMany', write: 'storage: {pvc: {accessModes: [ReadWriteMany]}}' }],
  ['rwo', { is: 'ReadWriteOnce', write: 'storage: {pvc: {accessModes: [ReadWriteOnce]}}' }],
  [
    'rox',
    { is: 'ReadOnlyMany, on which a registry cannot write', write: 'storage: {pvc: {accessModes: [ReadWriteMany]}}' },
  ],
  [
    'rwop',
    { is: 'ReadWriteOncePod, which the operator refuses', write: 'storage: {pvc: {accessModes: [ReadWriteOnce]}}' },
  ],
];

const LEVELS: Words = [
  ['info information informational warn warning error', { is: 'Normal', write: 'registry: {logLevel: Normal}' }],
  ['verbose', { is: 'Debug', write: 'registry: {logLevel: Debug}' }],
];

/** Values that are chosen from a list, by where they are written. */
export const VALUE_WORDS: ReadonlyMap<string, Words> = new Map([
  ['platform', PLATFORMS],
  [
    'topology',
    [
      ['sno single one 1 singlereplica singlenodeopenshift', { is: 'single-node', write: 'topology: single-node' }],
      [
        'ha compact multinode threenode standard 3 multi',
        { is: 'highly-available', write: 'topology: highly-available' },
      ],
    ],
  ],
  [
    'environment',
    [
      ['prod live prd', { is: 'production', write: 'environment: production' }],
      [
        'dev develop development test testing lab sandbox poc demo qa nonprod int',
        {
          is: 'non-production',
          write: 'environment: non-production',
        },
      ],
      [
        'stage staging preprod uat',
        { is: 'production, unless its images may be lost', write: 'environment: production' },
      ],
    ],
  ],
  ['storage.pvc.accessModes', ACCESS_MODES],
  ['storage.odf.cephfs.accessModes', ACCESS_MODES],
  [
    'registry.managementState',
    [
      [
        'disabled off none absent false delete deleted',
        { is: 'Removed', write: 'registry: {managementState: Removed}' },
      ],
      ['enabled on true', { is: 'Managed', write: 'registry: {managementState: Managed}' }],
    ],
  ],
  [
    'registry.rolloutStrategy',
    [
      ['rolling', { is: 'RollingUpdate', write: 'registry: {rolloutStrategy: RollingUpdate}' }],
      ['recreateall', { is: 'Recreate', write: 'registry: {rolloutStrategy: Recreate}' }],
    ],
  ],
  ['registry.logLevel', LEVELS],
]);
