/** `access`: bindings in projects, and metrics in the whole cluster. */

import type { Construct } from 'constructs';
import { ServiceMonitor, ServiceMonitorSpecEndpointsScheme } from '../../../imports/monitoring.coreos.com';
import { METRICS_ROLE, REGISTRY_NAMESPACE, SERVICE_MONITOR } from '../../facts/names';
import type { AccessModel, RoleBindingModel, SubjectModel } from '../../model/access';
import type { RegistryModel } from '../../model/model';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';

/** Defines who may do what. */
export function defineAccess(scope: Construct, model: RegistryModel, access: AccessModel): void {
  defineRoleBindings(scope, model, access.bindings);
  if (access.metrics.length > 0) defineMetricsAccess(scope, model, access.metrics);
  if (access.serviceMonitor) defineServiceMonitor(scope, model);
}

/** API group of roles, bindings, users and groups. */
const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** Defines the bindings of every project. */
function defineRoleBindings(scope: Construct, model: RegistryModel, bindings: readonly RoleBindingModel[]): void {
  for (const [index, { name, namespace, role, subjects }] of bindings.entries()) {
    new k8s.KubeRoleBinding(scope, `RoleBinding${index}`, {
      metadata: objectMetadata(model, { role: 'access', name, namespace }),
      roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: role },
      subjects: subjects.map(subjectOf),
    });
  }
}

/** Service accounts are of the core group, which is not said. */
const subjectOf = ({ kind, name, namespace }: SubjectModel): k8s.Subject =>
  kind === 'ServiceAccount' ? { kind, name, namespace } : { apiGroup: RBAC_GROUP, kind, name };

/** Defines the role that may read metrics, and who has it, in the whole cluster: metrics belong to no project. */
function defineMetricsAccess(scope: Construct, model: RegistryModel, subjects: readonly SubjectModel[]): void {
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
function defineServiceMonitor(scope: Construct, model: RegistryModel): void {
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
