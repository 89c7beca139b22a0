/** `access`: bindings in projects, and metrics in the whole cluster. */

import type { Construct } from 'constructs';
import { ServiceMonitor, ServiceMonitorSpecEndpointsScheme } from '../../../imports/monitoring.coreos.com';
import { METRICS_ROLE, REGISTRY_NAMESPACE, SERVICE_MONITOR } from '../../facts/names';
import type { AccessModel, SubjectModel } from '../../model/access';
import type { RegistryModel } from '../../model/model';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import type { Named } from '../common/shared-part';
import { RBAC_GROUP, RoleBindings, subjectOf } from './role-bindings';

/** Defines who may do what; `current` tells what is granted when the objects are written. */
export function defineAccess(
  scope: Construct,
  model: Named & Pick<RegistryModel, 'access'>,
  current: () => AccessModel | undefined,
): RoleBindings {
  const bindings = new RoleBindings(scope, model, () => current()?.bindings ?? []);
  const { metrics = [], serviceMonitor = false } = model.access ?? {};
  if (metrics.length > 0) defineMetricsAccess(scope, model, metrics);
  if (serviceMonitor) defineServiceMonitor(scope, model);
  return bindings;
}

/** Defines the role that may read metrics, and who has it, in the whole cluster: metrics belong to no project. */
function defineMetricsAccess(scope: Construct, model: Named, subjects: readonly SubjectModel[]): void {
  const metadata = objectMetadata(model, { role: 'access', name: METRICS_ROLE });
  new k8s.KubeClusterRole(scope, 'MetricsRole', {
    metadata,
    rules: [{ apiGroups: ['image.openshift.io'], resources: ['registry/metrics'], verbs: ['get'] }],
  });
  new k8s.KubeClusterRoleBinding(scope, 'MetricsBinding', {
    metadata,
    roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: METRICS_ROLE },
    subjects: subjects.map(subjectOf),
  });
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
function defineServiceMonitor(scope: Construct, model: Named): void {
  new ServiceMonitor(scope, 'ServiceMonitor', {
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
