/** Jobs, their scripts and namespaces, bundles of certificates, image streams, monitors. */

import type { ClusterView } from '../change';
import { textAt } from '../compare/paths';
import { isRecreated } from '../sync';
import type { FieldChange, RuleTable, WholeChange } from './rule';

const JOBS = ['Job', 'CronJob'];
const MAP = ['ConfigMap'];
const STREAM = ['ImageStream'];
const REGISTRY_NAMESPACE = 'openshift-image-registry';
const OPERATOR = 'openshift/cluster-image-registry-operator';
const JOB_UPDATE = 'kubernetes/kubernetes:pkg/apis/batch/validation ValidateJobUpdate';

const isTrustOf = (view: ClusterView, kind: string, path: readonly string[], name: string): boolean =>
  view.ofKind(kind).some(object => textAt(object.value, ...path) === name);

const nodesTrust = (view: ClusterView, name: string): boolean =>
  isTrustOf(view, 'Image', ['spec', 'additionalTrustedCA', 'name'], name);
const storageTrusts = (view: ClusterView, name: string): boolean =>
  isTrustOf(view, 'Config', ['spec', 'storage', 's3', 'trustedCA', 'name'], name);

const isBundle = ({ old, now }: FieldChange): boolean => (now ?? old)?.namespace === 'openshift-config';
const nameOf = ({ old, now }: FieldChange): string => (now ?? old)?.name ?? '';

const isNamed = ({ object, cluster }: WholeChange): boolean =>
  object.namespace === 'openshift-config' &&
  (nodesTrust(cluster.after, object.name) || storageTrusts(cluster.after, object.name));

export const WORKLOADS: RuleTable = {
  fields: [
    {
      ...{ code: 'job-immutable', risk: 'immutable', kinds: ['Job'], paths: ['spec.**'] },
      when: ({ now, path }) => !isRecreated(now?.value) && !MUTABLE_OF_JOBS.has(path[1] ?? ''),
      why: 'a Job that exists cannot be changed: the API refuses it, and the sync of the cluster fails',
      source: JOB_UPDATE,
    },
    {
      ...{ code: 'job', risk: 'exposure', kinds: JOBS, paths: ['spec.**'] },
      why: 'other code runs with the rights of the job, or at another time',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
    },
    {
      ...{ code: 'node-bundle', risk: 'nodes', kinds: MAP, paths: ['data.**', 'binaryData.**'] },
      when: change => isBundle(change) && !storageTrusts(change.cluster.after, nameOf(change)),
      why: 'the certificates that nodes trust for registries change on every node, and the registry restarts',
      source:
        'openshift/machine-config-operator; openshift/cluster-image-registry-operator:pkg/operator/dependencies.go',
    },
    {
      ...{ code: 'storage-bundle', risk: 'rollout', kinds: MAP, paths: ['data.**', 'binaryData.**'] },
      when: change => isBundle(change) && storageTrusts(change.cluster.after, nameOf(change)),
      why: 'the certificates the registry trusts for its storage change, and it restarts; a bundle that lacks the right one cuts it off',
      source: `${OPERATOR}:pkg/storage/s3/s3.go CABundle`,
    },
    {
      ...{ code: 'bundle-injected', risk: 'outage', kinds: MAP },
      paths: [
        ['metadata', 'annotations', 'service.beta.openshift.io/inject-cabundle'],
        ['metadata', 'labels', 'config.openshift.io/inject-trusted-cabundle'],
      ],
      why: 'who writes the certificates into it changes: the key the operator reads may disappear, and it is degraded at once',
      source: 'openshift/service-ca-operator:pkg/controller/cabundleinjector/configmap.go',
    },
    {
      ...{ code: 'script', risk: 'exposure', kinds: MAP, paths: ['data.**', 'binaryData.**'] },
      when: change => !isBundle(change),
      why: 'other code runs with the rights of the job that mounts it',
      source: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
    },
    {
      ...{ code: 'stream-import', risk: 'exposure', kinds: STREAM, paths: ['spec.tags.*.importPolicy.**'] },
      why: 'how the tag is imported changes: how often, and whether without a trusted certificate',
      source: 'openshift/api:image/v1/types.go TagImportPolicy',
    },
    {
      ...{ code: 'stream-tag', risk: 'outage', kinds: STREAM, paths: ['spec.**'] },
      when: ({ path }) => path[3] !== 'importPolicy',
      why: 'workloads that name the tag get another image, or none',
      source: 'openshift/api:image/v1/types.go',
    },
    {
      ...{ code: 'namespace-node-selector', risk: 'outage', kinds: ['Namespace'], paths: ['metadata.annotations.*'] },
      when: ({ now, old, path }) =>
        (now ?? old)?.name === REGISTRY_NAMESPACE && (path[2] ?? '').startsWith('openshift.io/'),
      why: 'the operator makes the security context of the registry from these annotations: without them it cannot',
      source: `${OPERATOR}:pkg/resource/deployment.go generateSecurityContext`,
    },
    {
      ...{ code: 'pod-security', risk: 'exposure', kinds: ['Namespace'], paths: ['metadata.labels.*', 'spec.**'] },
      when: ({ path }) => path[0] === 'spec' || (path[2] ?? '').startsWith('pod-security.kubernetes.io/'),
      why: 'what pods of the namespace may do changes',
      source: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
    },
    {
      ...{
        code: 'monitor',
        risk: 'safe',
        kinds: ['ServiceMonitor', 'PodMonitor', 'PrometheusRule'],
        paths: ['spec.**'],
      },
      why: 'only what is measured changes',
      source: 'https://prometheus-operator.dev/docs/api-reference/api/',
    },
  ],
  otherwise: [
    {
      ...{ code: 'config-map', risk: 'exposure', kinds: MAP, paths: ['immutable'] },
      why: 'whether the content can change again',
      source: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
    },
  ],
  whole: [
    {
      ...{ code: 'job-in-registry-namespace', risk: 'stuck', kinds: JOBS, action: 'added' },
      when: ({ object }) => object.namespace === REGISTRY_NAMESPACE,
      why: 'the pruner takes every Job of this namespace for its own: when this one fails, the operator is degraded; from 4.22 it has no network',
      source: `${OPERATOR}:pkg/operator/controllerimagepruner.go`,
    },
    {
      ...{ code: 'job-added', risk: 'exposure', kinds: JOBS, action: 'added' },
      why: 'code runs on the cluster with the rights of its service account',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
    },
    {
      ...{ code: 'cron-job-gone', risk: 'exposure', kinds: ['CronJob'], action: 'removed' },
      why: 'what it kept up to date, such as copied keys, stays as it is',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/',
    },
    {
      ...{ code: 'bundle-gone', risk: 'outage', kinds: MAP, action: 'removed', when: isNamed },
      why: 'the Config or the Image still names it: the operator is degraded at once, and trust is lost with the next restart',
      source: `${OPERATOR}:pkg/operator/imageregistrycertificates.go`,
    },
    {
      ...{ code: 'stream-gone', risk: 'data-loss', kinds: STREAM, action: 'removed' },
      why: 'nothing keeps a sync from deleting the stream: workloads that name its tags fail, and the pruner deletes the images that only it named',
      source: 'https://docs.openshift.com/container-platform/latest/applications/pruning-objects.html',
    },
    {
      ...{ code: 'namespace-gone', risk: 'data-loss', kinds: ['Namespace'], action: 'removed' },
      why: 'nothing keeps a sync from deleting the namespace, and everything in it goes with it',
      source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
    },
  ],
};

/** What the API lets change of a Job. */
const MUTABLE_OF_JOBS: ReadonlySet<string> = new Set([
  'parallelism',
  'suspend',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
]);
