// A mixed fleet of any size, as text: four kinds of clusters, 8 to 15 objects each.

const SHARED = `defaults: {openshift: "4.14"}
profiles:
  vault: {credentials: {externalSecret: {store: {kind: ClusterSecretStore, name: vault}}}}
  pruning: {pruner: {schedule: "0 2 * * *", keepYoungerThanDuration: 168h}}
  teams:
    access:
      viewers: [{project: team-a, groups: [devs]}, {project: team-b, users: [ann], serviceAccounts: [ci/builder]}]
      editors: [{project: team-b, groups: [release]}]
      metrics: [{user: prometheus}]
`;

const KINDS = [
  index => `name: aws-${index}
platform: aws
baseDomain: aws-${index}.example.com
profiles: [vault, pruning, teams]
storage: {s3: {bucket: registry-${index}, region: eu-west-1, encrypt: true, provision: {ack: {}}}}
credentials: {externalSecret: {key: registry/aws-${index}}}
routes: {default: true}
`,
  index => `name: metal-${index}
platform: baremetal
profiles: [pruning, teams]
storage: {pvc: {accessModes: [ReadWriteOnce], storageClass: {name: registry-${index}, provisioner: csi.example.com}}}
`,
  index => `name: odf-${index}
platform: vsphere
baseDomain: odf-${index}.example.com
profiles: [pruning, teams]
storage: {odf: {noobaa: {bucketName: registry-${index}, trustedCA: {injectTrustedBundle: true}}}}
credentials: {bucketClaim: {externalSecret: {}}}
`,
  index => `name: gcp-${index}
platform: gcp
profiles: [vault, pruning, teams]
storage: {gcs: {bucket: registry-gcp-${index}, region: europe-west1, projectID: p${index}}}
credentials: {externalSecret: {key: registry/gcp-${index}}}
`,
];

/** Clusters a file: large fleets keep theirs in files of their own. */
const PER_FILE = 100;

/** Writes the fleet: the file itself, and the files of its clusters beside it. */
export function fleetFiles(size) {
  const files = new Map([['fleet.yaml', `${SHARED}clusterFiles: ["clusters/*.yaml"]\n`]]);
  for (let start = 0; start < size; start += PER_FILE) {
    const documents = [];
    for (let index = start; index < Math.min(start + PER_FILE, size); index += 1) {
      documents.push(KINDS[index % KINDS.length](index));
    }
    files.set(`clusters/${String(start).padStart(6, '0')}.yaml`, documents.join('---\n'));
  }
  return files;
}
