/** `access`: bindings in projects, and metrics in the whole cluster. */

import type { Construct } from 'constructs';
import type { AccessModel } from '../../model/access-model';
import type { RegistryModel } from '../../model/model';
import { defineMetricsAccess, defineServiceMonitor } from './metrics';
import { defineRoleBindings } from './role-bindings';

/** Defines who may do what. */
export function defineAccess(scope: Construct, model: RegistryModel, access: AccessModel): void {
  defineRoleBindings(scope, model, access.bindings);
  if (access.metrics.length > 0) defineMetricsAccess(scope, model, access.metrics);
  if (access.serviceMonitor) defineServiceMonitor(scope, model);
}
