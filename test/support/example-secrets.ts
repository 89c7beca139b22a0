/** Clusters that differ only in where a Secret comes from. */

/** Settings of a cluster for each backend that has credentials. */
export const STORAGE = {
  s3: `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}`,
  gcs: `
    platform: gcp
    storage: {gcs: {bucket: registry, region: europe-west1}}`,
  azure: `
    platform: azure
    storage: {azure: {accountName: registry, container: images}}`,
  swift: `
    platform: openstack
    storage: {swift: {container: registry, authURL: https://keystone.example.com/v3, domain: Default, tenant: registry}}`,
  ibmcos: `
    platform: ibmcloud
    storage: {ibmcos: {bucket: registry}}`,
  oss: `
    platform: alibabacloud
    storage: {oss: {bucket: registry, region: eu-central-1}}`,
} as const;
