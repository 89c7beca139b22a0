/** What copies the keys of a bucket claim: what it is asked to fetch, when it runs, and where ACM finds its policy. */

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
  why: 'only odf.rgw and odf.noobaa make an ObjectBucketClaim: elsewhere there are no keys to copy, and the operator gets no credentials',
  fix: 'use another mode, for example credentials: {externalSecret: {store: {name: vault}, key: registry/cluster}}, or none where the storage has no keys, as pvc; write bucketClaim: null where a profile or the defaults set it',
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
  title: "a generated bucket name would meet the operator's own S3 storage",
  why: 'the Job or policy knows the name before Argo CD sets the endpoint: for that moment the operator, which manages S3 of the platform, would make a bucket of that name there',
  fix: 'give the bucket a fixed bucketName',
  source: 'operator pkg/storage/s3/s3.go CreateStorage',
  bad: odf('{job: {}}', 'generateBucketName: registry', 'aws'),
  good: odf('{job: {}}', 'bucketName: registry', 'aws'),
  check: ({ model: { bucketKeys, storage, platform, openshift } }) => {
    if (!bucketKeys?.fetchesBucketName || storage === undefined) return [];
    return hitIf(bootstrapBackends(platform, openshift).includes('s3'), () => ({
      path: [...storage.path, 'generateBucketName'],
      what: `generateBucketName is "${storage.bucketClaim?.generateBucketName}" on ${PLATFORMS[platform].title}`,
    }));
  },
};

const generatedStays: Rule = {
  code: 'BUCKET_CLAIM_GENERATED_NAME_STAYS',
  severity: 'info',
  title: 'the generated name of the bucket belongs to the Job or policy, not to git',
  why: 'when git names other storage later, s3.bucket stays in the Config beside it: two backends, and the operator stops',
  fix: 'prefer a fixed bucketName; when you change to other storage, say takeOver: {fields: [storage]} for one sync',
  source: 'https://kubernetes.io/docs/reference/using-api/server-side-apply/',
  bad: odf('{job: {}}', 'generateBucketName: registry'),
  good: odf('{job: {}}'),
  check: ({ model: { bucketKeys, storage } }) => {
    if (!bucketKeys?.fetchesBucketName || storage === undefined) return [];
    const what = `the bucket is called "${storage.bucketClaim?.generateBucketName}-" and something only the cluster knows`;
    return [{ path: [...storage.path, 'generateBucketName'], what }];
  },
};

const schedule: Rule = {
  code: 'BUCKET_CLAIM_SCHEDULE',
  severity: 'error',
  acceptable: false,
  title: 'the schedule of the CronJob is not in cron form',
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
      what: `schedule "${bucketKeys.schedule}": ${problem}`,
    }));
  },
};

/** ACM copies a policy to managed clusters as `namespace.name`, which a label holds. */
const LONGEST_NAME = 63;

const policyName: Rule = {
  code: 'BUCKET_CLAIM_POLICY_NAME',
  severity: 'error',
  acceptable: false,
  title: 'namespace and name of the policy are too long together',
  why: 'ACM copies the policy as namespace.name, and refuses it beyond 63 characters',
  fix: 'give the policies of the hub a namespace with a shorter name, for example acm: {namespace: registry, placement: {}}',
  source: 'open-cluster-management-io/governance-policy-propagator, limit of policy names',
  bad: odf('{acm: {namespace: policies-of-the-image-registries-of-all-clusters, placement: {}}}'),
  good: odf('{acm: {namespace: registry-policies, placement: {}}}'),
  check: ({ model: { bucketKeys } }) => {
    const policy = hubPolicyOf(bucketKeys);
    if (bucketKeys === undefined || policy === undefined) return [];
    const whole = `${policy.namespace}.${policy.name}`;
    return hitIf(whole.length > LONGEST_NAME, () => ({
      path: [...bucketKeys.path, 'namespace'],
      what: `"${whole}" has ${whole.length} characters`,
    }));
  },
};

const policyNamespace: Rule = {
  code: 'BUCKET_CLAIM_POLICY_NAMESPACE',
  severity: 'info',
  title: "the policy is not in the managed cluster's own namespace",
  why: "the policy controller of a managed cluster watches the namespace that has the managed cluster's name on the hub, and no other",
  fix: 'remove namespace where the managed cluster has the name of the cluster here, or add placement so that the hub brings the policy there',
  source: 'open-cluster-management-io/config-policy-controller README, WATCH_NAMESPACE',
  bad: odf('{acm: {namespace: registry-policies}}'),
  good: odf('{acm: {}}'),
  check: ({ model: { bucketKeys, name } }) => {
    if (bucketKeys?.mode !== 'acm' || bucketKeys.hub !== undefined) return [];
    return hitIf(bucketKeys.namespace !== name, () => ({
      path: [...bucketKeys.path, 'namespace'],
      what: `the policy goes to namespace "${bucketKeys.namespace}" of the cluster that is called "${name}" here`,
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
