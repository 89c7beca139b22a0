// A mixed fleet of any size, as text: every platform, 8 to 15 objects a cluster, most of it said by profiles, as in a fleet
// that people keep. The same size gives the same text.

const SHARED = `defaults: {openshift: "4.14"}
profiles:
  vault: {credentials: {externalSecret: {store: {kind: ClusterSecretStore, name: vault}}}}
  pruning: {pruner: {schedule: "0 2 * * *", keepTagRevisions: 5, keepYoungerThanDuration: 168h}}
  infra-nodes:
    registry:
      nodeSelector: {node-role.kubernetes.io/infra: ""}
      tolerations: [{key: node-role.kubernetes.io/infra, operator: Exists, effect: NoSchedule}]
  teams:
    access:
      viewers: [{project: team-a, groups: [devs]}, {project: team-b, users: [ann], serviceAccounts: [ci/builder]}]
      editors: [{project: team-b, groups: [release]}]
      metrics: [{user: prometheus}]
`;

const PROFILES = 'profiles: [vault, pruning, teams]';
const secret = name => `credentials: {externalSecret: {key: registry/${name}}}`;
const domain = name => `baseDomain: ${name}.example.com`;

/** One kind of cluster for each platform; a name, and the rest of its entry. */
const KINDS = [
  [
    'aws',
    (name, index) => `${domain(name)}
${PROFILES}
storage: {s3: {bucket: registry-${index}, region: eu-west-1, encrypt: true, provision: {ack: {}}}}
${secret(name)}
routes: {default: true}`,
  ],
  [
    'gcp',
    (name, index) => `profiles: [vault, pruning, teams, infra-nodes]
storage: {gcs: {bucket: registry-gcp-${index}, region: europe-west1, projectID: project-${index}}}
${secret(name)}`,
  ],
  [
    'azure',
    (name, index) => `${PROFILES}
storage: {azure: {accountName: acmeregistry${index}, container: image-registry}}
${secret(name)}`,
  ],
  [
    'openstack',
    (name, index) => `${PROFILES}
storage:
  swift:
    authURL: https://keystone.example.com:5000/v3
    authVersion: "3"
    container: registry-${index}
    domain: default
    tenant: registry
    regionName: region-one
${secret(name)}`,
  ],
  [
    'baremetal',
    (_, index) => `profiles: [pruning, teams]
storage: {pvc: {accessModes: [ReadWriteOnce], storageClass: {name: registry-${index}, provisioner: csi.example.com}}}`,
  ],
  [
    'vsphere',
    (name, index) => `${domain(name)}
profiles: [pruning, teams]
storage: {odf: {noobaa: {bucketName: registry-${index}, trustedCA: {injectTrustedBundle: true}}}}
credentials: {bucketClaim: {externalSecret: {}}}`,
  ],
  [
    'nutanix',
    () => `profiles: [pruning, teams, infra-nodes]
storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: nutanix-files, size: 250Gi}}
thirdParty:
  - server: quay.io
    namespaces: [team-a]
    credentials: {externalSecret: {store: {kind: ClusterSecretStore, name: vault}, key: registries/quay}}`,
  ],
  [
    'ibmcloud',
    (name, index) => `openshift: "4.16"
${PROFILES}
storage: {ibmcos: {bucket: registry-${index}, location: eu-de, resourceGroupName: registry}}
${secret(name)}`,
  ],
  [
    'none',
    (_, index) => `profiles: [pruning, teams]
storage:
  pvc:
    accessModes: [ReadWriteMany]
    volume: {name: registry-${index}, nfs: {server: nfs.example.com, path: /exports/registry-${index}}}
image: {registrySources: {blockedRegistries: [untrusted.example.com]}}`,
  ],
  [
    'external',
    (name, index) => `${domain(name)}
${PROFILES}
storage: {s3: {bucket: registry-${index}, region: us-east-1, regionEndpoint: "https://s3.example.com"}}
${secret(name)}
routes:
  custom: [{name: public, hostname: registry-${index}.example.com, tls: {certificate: {issuerRef: {name: company}}}}]`,
  ],
  [
    'kubevirt',
    () => `profiles: [pruning, teams]
storage: {odf: {cephfs: {size: 500Gi}}}`,
  ],
  [
    'alibabacloud',
    (name, index) => `openshift: "4.12"
${PROFILES}
storage: {oss: {bucket: registry-oss-${index}, region: oss-eu-central-1}}
${secret(name)}`,
  ],
  [
    'powervs',
    (name, index) => `openshift: "4.15"
${PROFILES}
storage: {ibmcos: {bucket: registry-${index}, location: us-south, resourceGroupName: registry}}
${secret(name)}`,
  ],
  [
    'ovirt',
    () => `openshift: "4.13"
profiles: [pruning, teams, infra-nodes]
storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: shared-files}}`,
  ],
  ['rosa', () => 'profiles: [pruning, teams]'],
];

/** The documents of a fleet of this size; `name` of each is unique, and so is what it stores images in. */
export const documents = size =>
  Array.from({ length: size }, (_, index) => {
    const [platform, rest] = KINDS[index % KINDS.length];
    const name = `${platform}-${index}`;
    return `name: ${name}\nplatform: ${platform}\n${rest(name, index)}\n`;
  });

/** How many kinds of clusters there are. */
export const KIND_COUNT = KINDS.length;

/** Clusters a file: large fleets keep theirs in files of their own. */
const PER_FILE = 100;

/** The files of a fleet by their path: the fleet's own, and those of its clusters beside it. */
export function splitFleet(size) {
  const files = new Map([['fleet.yaml', `${SHARED}clusterFiles: ["clusters/*.yaml"]\n`]]);
  const all = documents(size);
  for (let start = 0; start < size; start += PER_FILE) {
    const name = `clusters/${String(start).padStart(6, '0')}.yaml`;
    files.set(name, all.slice(start, start + PER_FILE).join('---\n'));
  }
  return files;
}

/** The same as one file. */
export function oneFile(size) {
  const entries = documents(size).map(text => `  - ${text.trimEnd().replace(/\n/g, '\n    ')}\n`);
  return new Map([['fleet.yaml', `${SHARED}clusters:\n${entries.join('')}`]]);
}

/** The fleet with one cluster changed, somewhere in the middle: the file to replace, and its new text. */
export function oneChanged(files) {
  const [path, text] = [...files].at(Math.floor(files.size / 2));
  return [path, text.replace(/^( *)profiles: \[/m, '$1registry: {logLevel: Debug}\n$1profiles: [')];
}
