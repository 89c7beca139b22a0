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
      why: 'an existing Job cannot be changed: the API server refuses it, and the sync of the cluster fails',
      source: JOB_UPDATE,
    },
    {
      ...{ code: 'job', risk: 'exposure', kinds: JOBS, paths: ['spec.**'] },
      why: 'other code runs with the permissions of the Job, or at another time',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
    },
    {
      ...{ code: 'node-bundle', risk: 'rollout', kinds: MAP, paths: ['data.**', 'binaryData.**'] },
      when: change => isBundle(change) && !storageTrusts(change.cluster.after, nameOf(change)),
      why: 'the CAs that nodes trust for registries change on every node, none of which is drained for it, and the registry restarts',
      source:
        'openshift/cluster-image-registry-operator:bindata/nodecadaemon.yaml; openshift/cluster-image-registry-operator:pkg/operator/dependencies.go',
    },
    {
      ...{ code: 'storage-bundle', risk: 'rollout', kinds: MAP, paths: ['data.**', 'binaryData.**'] },
      when: change => isBundle(change) && storageTrusts(change.cluster.after, nameOf(change)),
      why: 'the CAs that the registry trusts for its storage change, and it restarts; without the right one it loses its storage',
      source: `${OPERATOR}:pkg/storage/s3/s3.go CABundle`,
    },
    {
      ...{ code: 'bundle-injected', risk: 'outage', kinds: MAP },
      paths: [
        ['metadata', 'annotations', 'service.beta.openshift.io/inject-cabundle'],
        ['metadata', 'labels', 'config.openshift.io/inject-trusted-cabundle'],
      ],
      why: 'what writes the certificates into it changes: the key that the operator reads may disappear, and the operator is Degraded at once',
      source: 'openshift/service-ca-operator:pkg/controller/cabundleinjector/configmap.go',
    },
    {
      ...{ code: 'script', risk: 'exposure', kinds: MAP, paths: ['data.**', 'binaryData.**'] },
      when: change => !isBundle(change),
      why: 'other code runs with the permissions of the Job that mounts it',
      source: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
    },
    {
      ...{ code: 'stream-import', risk: 'exposure', kinds: STREAM, paths: ['spec.tags.*.importPolicy.**'] },
      why: 'the import of the tag changes: how often, or whether without a trusted certificate',
      source: 'openshift/api:image/v1/types.go TagImportPolicy',
    },
    {
      ...{ code: 'stream-tag', risk: 'outage', kinds: STREAM, paths: ['spec.**'] },
      when: ({ path }) => path[3] !== 'importPolicy',
      why: 'workloads that use the tag get another image, or none',
      source: 'openshift/api:image/v1/types.go',
    },
    {
      ...{ code: 'namespace-node-selector', risk: 'outage', kinds: ['Namespace'], paths: ['metadata.annotations.*'] },
      when: ({ now, old, path }) =>
        (now ?? old)?.name === REGISTRY_NAMESPACE && (path[2] ?? '').startsWith('openshift.io/'),
      why: 'the operator builds the security context of the registry from these annotations, and fails without them',
      source: `${OPERATOR}:pkg/resource/deployment.go generateSecurityContext`,
    },
    {
      ...{ code: 'pod-security', risk: 'exposure', kinds: ['Namespace'], paths: ['metadata.labels.*', 'spec.**'] },
      when: ({ path }) => path[0] === 'spec' || (path[2] ?? '').startsWith('pod-security.kubernetes.io/'),
      why: 'what pods in the namespace may do changes',
      source: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
    },
    {
      ...{
        code: 'monitor',
        risk: 'safe',
        kinds: ['ServiceMonitor', 'PodMonitor', 'PrometheusRule'],
        paths: ['spec.**'],
      },
      why: 'only monitoring changes',
      source: 'https://prometheus-operator.dev/docs/api-reference/api/',
    },
  ],
  otherwise: [
    {
      ...{ code: 'config-map', risk: 'exposure', kinds: MAP, paths: ['immutable'] },
      why: 'whether the content can be changed later changes',
      source: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
    },
  ],
  whole: [
    {
      ...{ code: 'job-in-registry-namespace', risk: 'stuck', kinds: JOBS, action: 'added' },
      when: ({ object }) => object.namespace === REGISTRY_NAMESPACE,
      why: 'the pruner treats every Job in this namespace as its own: if this one fails, the operator is Degraded; from 4.22 it has no network',
      source: `${OPERATOR}:pkg/operator/controllerimagepruner.go`,
    },
    {
      ...{ code: 'job-added', risk: 'exposure', kinds: JOBS, action: 'added' },
      why: 'new code runs on the cluster with the permissions of its service account',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/',
    },
    {
      ...{ code: 'cron-job-gone', risk: 'exposure', kinds: ['CronJob'], action: 'removed' },
      why: 'what it kept up to date, such as copied keys, is no longer updated',
      source: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/',
    },
    {
      ...{ code: 'bundle-gone', risk: 'outage', kinds: MAP, action: 'removed', when: isNamed },
      why: 'the Config or the Image still names it: the operator is Degraded at once, and trust is lost with the next restart',
      source: `${OPERATOR}:pkg/operator/imageregistrycertificates.go`,
    },
    {
      ...{ code: 'stream-gone', risk: 'data-loss', kinds: STREAM, action: 'removed' },
      why: 'nothing protects the stream from a sync: workloads that use its tags fail, and the pruner deletes images that only it used',
      source: 'https://docs.openshift.com/container-platform/latest/applications/pruning-objects.html',
    },
    {
      ...{ code: 'namespace-gone', risk: 'data-loss', kinds: ['Namespace'], action: 'removed' },
      why: 'nothing protects the namespace from a sync: everything in it is deleted with it',
      source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
    },
  ],
};

/** What the API server allows to change in a Job. */
const MUTABLE_OF_JOBS: ReadonlySet<string> = new Set([
  'parallelism',
  'suspend',
  'activeDeadlineSeconds',
  'backoffLimit',
  'ttlSecondsAfterFinished',
]);
