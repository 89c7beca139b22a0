/** What copies the keys of a bucket claim: what it fetches, when it runs, and where ACM finds its policy. */

import { bootstrapBackends, PLATFORMS } from '../../facts/platforms';
import { hubPolicyOf } from '../../model/bucket-keys';
import { cronProblem } from '../../values/cron';
import { hitIf, type Rule } from '../rule';

const odf = (mode: string, name = 'bucketName: registry', platform = 'baremetal'): string => `
    platform: ${platform}
    baseDomain: prod.example.com
    storage: {odf: {noobaa: {${name}, trustedCA: {ingressCA: true}}}}
    credentials: {bucketClaim: ${mode}}`;

const storageOfClaim: Rule = {
  code: 'BUCKET_CLAIM_STORAGE',
  severity: 'error',
  title: 'credentials.bucketClaim is set for storage without a bucket claim',
  why: 'only odf.rgw and odf.noobaa have an ObjectBucketClaim: for other storage there are no keys to copy, and the operator gets no credentials',
  fix: 'use another mode, for example credentials: {externalSecret: {store: {name: vault}, key: registry/cluster}}, or no credentials for storage without keys, such as pvc; write bucketClaim: null if a profile or the defaults set it',
  source: 'kube-object-storage/lib-bucket-provisioner ObjectBucketClaim',
  bad: `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}
    credentials: {bucketClaim: {externalSecret: {}}}`,
  good: `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}
    credentials: {existingSecret: {}}`,
  check: ({ config, model: { registry, storage } }) => {
    const { rgw, noobaa } = config.storage?.odf ?? {};
    const set = config.credentials?.bucketClaim !== undefined && registry !== undefined;
    return hitIf(set && rgw === undefined && noobaa === undefined, () => ({
      path: ['credentials', 'bucketClaim'],
      what: `bucketClaim is set, but ${storage?.path.slice(1).join('.') ?? "the operator's own storage"} has no bucket claim`,
    }));
  },
};

const generatedName: Rule = {
  code: 'BUCKET_CLAIM_GENERATED_NAME',
  severity: 'error',
  title: 'a generated bucket name cannot be used on a platform with default S3 storage',
  why: 'the Job or policy sets the name before Argo CD sets the endpoint: in between, the operator would create a bucket of that name in S3 of the platform',
  fix: 'set bucketName instead of generateBucketName',
  source: 'operator pkg/storage/s3/s3.go CreateStorage',
  bad: odf('{job: {}}', 'generateBucketName: registry', 'aws'),
  good: odf('{job: {}}', 'bucketName: registry', 'aws'),
  check: ({ model: { bucketKeys, storage, platform, openshift } }) => {
    if (!bucketKeys?.fetchesBucketName || storage === undefined) return [];
    return hitIf(bootstrapBackends(platform, openshift).includes('s3'), () => ({
      path: [...storage.path, 'generateBucketName'],
      what: `generateBucketName "${storage.bucketClaim?.generateBucketName}" cannot be used on ${PLATFORMS[platform].title}`,
    }));
  },
};

const generatedStays: Rule = {
  code: 'BUCKET_CLAIM_GENERATED_NAME_STAYS',
  severity: 'info',
  title: 'the generated name of the bucket is not in git',
  why: 'the Job or policy owns s3.bucket: if git changes to another backend later, s3.bucket stays in the Config, and the operator stops with two backends',
  fix: 'set bucketName instead; or, when you change to another backend, set takeOver: {fields: [storage]} for one sync',
  source: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/',
  bad: odf('{job: {}}', 'generateBucketName: registry'),
  good: odf('{job: {}}'),
  check: ({ model: { bucketKeys, storage } }) => {
    if (!bucketKeys?.fetchesBucketName || storage === undefined) return [];
    const what = `the bucket name "${storage.bucketClaim?.generateBucketName}-…" is generated and not in git`;
    return [{ path: [...storage.path, 'generateBucketName'], what }];
  },
};

const schedule: Rule = {
  code: 'BUCKET_CLAIM_SCHEDULE',
  severity: 'error',
  acceptable: false,
  title: 'the schedule of the CronJob is not a valid cron expression',
  why: 'the API server refuses the CronJob, and the sync fails',
  fix: 'write minute, hour, day of month, month and day of week, for example "*/30 * * * *"',
  source: 'kubernetes pkg/apis/batch/validation; robfig/cron ParseStandard',
  bad: odf('{job: {schedule: hourly}}'),
  good: odf('{job: {schedule: "@hourly"}}'),
  check: ({ model: { bucketKeys } }) => {
    if (bucketKeys?.mode !== 'job') return [];
    const problem = cronProblem(bucketKeys.schedule);
    return hitIf(problem !== undefined, () => ({
      path: [...bucketKeys.path, 'schedule'],
      what: `schedule "${bucketKeys.schedule}" is not a valid cron expression: ${problem}`,
    }));
  },
};

/** ACM copies a policy to managed clusters as `namespace.name`, which a label holds. */
const LONGEST_NAME = 63;

const policyName: Rule = {
  code: 'BUCKET_CLAIM_POLICY_NAME',
  severity: 'error',
  acceptable: false,
  title: 'namespace and name of the policy are together longer than 63 characters',
  why: 'ACM copies the policy as namespace.name, and refuses more than 63 characters',
  fix: 'use a shorter namespace, for example acm: {namespace: registry, placement: {}}',
  source: 'open-cluster-management-io/governance-policy-propagator, limit of policy names',
  bad: odf('{acm: {namespace: policies-of-the-image-registries-of-all-clusters, placement: {}}}'),
  good: odf('{acm: {namespace: registry-policies, placement: {}}}'),
  check: ({ model: { bucketKeys } }) => {
    const policy = hubPolicyOf(bucketKeys);
    if (bucketKeys === undefined || policy === undefined) return [];
    const whole = `${policy.namespace}.${policy.name}`;
    return hitIf(whole.length > LONGEST_NAME, () => ({
      path: [...bucketKeys.path, 'namespace'],
      what: `policy "${whole}" has ${whole.length} characters, more than 63`,
    }));
  },
};

const policyNamespace: Rule = {
  code: 'BUCKET_CLAIM_POLICY_NAMESPACE',
  severity: 'info',
  title: "the policy is not in the managed cluster's own namespace",
  why: "the policy controller of a managed cluster only watches the namespace with the managed cluster's name on the hub",
  fix: 'remove namespace if the managed cluster has the same name as here, or add placement so that the hub copies the policy',
  source: 'open-cluster-management-io/config-policy-controller README, WATCH_NAMESPACE',
  bad: odf('{acm: {namespace: registry-policies}}'),
  good: odf('{acm: {}}'),
  check: ({ model }) => {
    const { bucketKeys } = model;
    if (bucketKeys?.mode !== 'acm' || bucketKeys.hub !== undefined) return [];
    const { name } = model;
    return hitIf(bucketKeys.namespace !== name, () => ({
      path: [...bucketKeys.path, 'namespace'],
      what: `the policy is in namespace "${bucketKeys.namespace}" instead of "${name}", the namespace of the managed cluster`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const BUCKET_KEYS_RULES: readonly Rule[] = [
  storageOfClaim,
  generatedName,
  generatedStays,
  schedule,
  policyName,
  policyNamespace,
];
