/** `access`: bindings in projects, and metrics in the whole cluster. */

import { ServiceMonitor, ServiceMonitorSpecEndpointsScheme } from '../../../imports/monitoring.coreos.com';
import { METRICS_ROLE, REGISTRY_NAMESPACE, SERVICE_MONITOR } from '../../facts/names';
import type { AccessModel, SubjectModel } from '../../model/access';
import { type Definition, define } from '../common/definition';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import { sharedPart, type WithMetadata } from '../common/shared-part';
import { defineRoleBinding, RBAC_GROUP, subjectOf } from './role-bindings';

/** Defines who may do what. */
export const defineAccess = sharedPart((model, access: AccessModel): readonly Definition[] => [
  ...access.bindings.map((binding, index) => defineRoleBinding(model, index, binding, binding.subjects.map(subjectOf))),
  ...defineMetrics(model, access),
]);

/** Defines who may read metrics, and what does. */
export const defineMetrics = (model: WithMetadata, { metrics, serviceMonitor }: AccessModel): readonly Definition[] => [
  ...(metrics.length > 0 ? defineMetricsAccess(model, metrics) : []),
  ...(serviceMonitor ? [defineServiceMonitor(model)] : []),
];

/** Defines the role that may read metrics, and who has it, in the whole cluster: metrics belong to no project. */
function defineMetricsAccess(model: WithMetadata, subjects: readonly SubjectModel[]): readonly Definition[] {
  const metadata = objectMetadata(model, { role: 'access', name: METRICS_ROLE });
  return [
    define(k8s.KubeClusterRole, 'MetricsRole', {
      metadata,
      rules: [{ apiGroups: ['image.openshift.io'], resources: ['registry/metrics'], verbs: ['get'] }],
    }),
    define(k8s.KubeClusterRoleBinding, 'MetricsBinding', {
      metadata,
      roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: METRICS_ROLE },
      subjects: subjects.map(subjectOf),
    }),
  ];
}

/** Where the cluster's Prometheus finds the token and the service CA in its own pod. */
const PROMETHEUS = {
  token: '/var/run/secrets/kubernetes.io/serviceaccount/token',
  serviceCA: '/etc/prometheus/configmaps/serving-certs-ca-bundle/service-ca.crt',
} as const;

/**
 * Defines a monitor beside the operator's own, which is called image-registry and is the cluster version operator's.
 * It reads under a job name of its own, so that no series comes from two places.
 *
 * @see openshift/cluster-image-registry-operator manifests, operand-servicemonitor
 */
function defineServiceMonitor(model: WithMetadata): Definition {
  return define(ServiceMonitor, 'ServiceMonitor', {
    metadata: objectMetadata(model, { role: 'monitor', name: SERVICE_MONITOR, namespace: REGISTRY_NAMESPACE }),
    spec: {
      endpoints: [
        {
          port: '5000-tcp',
          scheme: ServiceMonitorSpecEndpointsScheme.HTTPS,
          path: '/extensions/v2/metrics',
          interval: '30s',
          bearerTokenFile: PROMETHEUS.token,
          tlsConfig: { caFile: PROMETHEUS.serviceCA, serverName: `image-registry.${REGISTRY_NAMESPACE}.svc` },
          relabelings: [{ targetLabel: 'job', replacement: SERVICE_MONITOR }],
        },
      ],
      namespaceSelector: { matchNames: [REGISTRY_NAMESPACE] },
      selector: { matchLabels: { 'docker-registry': 'default' } },
    },
  });
}
