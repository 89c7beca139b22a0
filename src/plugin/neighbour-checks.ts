/** Objects around the Config: those of the operator, its namespace, and what should not run in it. */

import { isPlainMap } from '../config/plain-map';
import { DEFAULT_ROUTE, REGISTRY_NAMESPACE, USER_SECRET } from '../facts/names';
import { textOf } from '../values/text-of';
import { type ObjectFinding, objectFinding } from './object-finding';
import { type Emitted, mapAt, settingsOf } from './objects';
import { checkSyncOptions } from './sync-options';

/** What the operator writes itself, by kind. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  ConfigMap: ['image-registry-certificates', 'serviceca', 'trusted-ca'],
  CronJob: ['image-pruner'],
  DaemonSet: ['node-ca'],
  Deployment: ['image-registry', 'cluster-image-registry-operator'],
  PodDisruptionBudget: ['image-registry'],
  Route: [DEFAULT_ROUTE],
  Secret: ['image-registry-private-configuration', 'image-registry-tls', 'installation-pull-secrets'],
  Service: ['image-registry', 'image-registry-operator'],
  ServiceAccount: ['registry', 'pruner', 'node-ca', 'cluster-image-registry-operator'],
};

const WORKLOADS = ['Job', 'CronJob', 'Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'];

/** The operator's annotation on its own objects. */
const MARK = 'imageregistry.openshift.io';

/** Checks one object. */
export function checkNeighbours(object: Emitted, objects: readonly Emitted[]): readonly ObjectFinding[] {
  const { kind, name, namespace } = object;
  if (kind === 'Namespace' && name === REGISTRY_NAMESPACE) {
    const what = `Namespace ${name} must not be in the manifests`;
    const why = 'if a sync removes the annotations of OpenShift, the operator in it stops';
    const fix = 'remove the object: OpenShift creates it';
    return [objectFinding('NAMESPACE_OWNED', object, '', what, { why, fix })];
  }
  if (namespace !== REGISTRY_NAMESPACE) return [];
  if (CHILDREN[kind]?.includes(name) || (kind === 'Route' && routeNames(objects).includes(name))) {
    const what = `${kind} "${name}" must not be in the manifests: the operator creates it`;
    return [objectFinding('OPERATOR_OBJECT', object, 'metadata.name', what, { fix: 'remove the object' })];
  }
  return [
    ...(WORKLOADS.includes(kind)
      ? [
          objectFinding(
            'WORKLOAD_IN_REGISTRY_NAMESPACE',
            object,
            'metadata.namespace',
            `${kind} "${name}" should run in its own namespace`,
          ),
        ]
      : []),
    ...marked(object),
    ...(kind === 'PersistentVolumeClaim' && isRegistryClaim(object, objects) ? checkSyncOptions(object) : []),
    ...plaintext(object),
  ];
}

function routeNames(objects: readonly Emitted[]): readonly string[] {
  const { routes } = mapAt(settingsOf('Config', objects)?.object, 'spec');
  return (Array.isArray(routes) ? routes : []).filter(isPlainMap).map(({ name }) => textOf(name));
}

function marked(object: Emitted): readonly ObjectFinding[] {
  if (!['Route', 'PersistentVolumeClaim'].includes(object.kind)) return [];
  if (!Object.hasOwn(mapAt(object.object, 'metadata', 'annotations'), MARK)) return [];
  const what = `${object.kind} "${object.name}" must not have the annotation ${MARK}`;
  const ofRoute = {
    severity: 'error',
    why: 'the operator deletes a route with this annotation that its Config does not name',
    fix: 'remove the annotation',
  } as const;
  return [
    objectFinding('OPERATOR_ANNOTATION', object, 'metadata.annotations', what, object.kind === 'Route' ? ofRoute : {}),
  ];
}

const isRegistryClaim = ({ name }: Emitted, objects: readonly Emitted[]): boolean =>
  mapAt(settingsOf('Config', objects)?.object, 'spec', 'storage', 'pvc').claim === name;

/** Values are not read. */
function plaintext(object: Emitted): readonly ObjectFinding[] {
  const { kind, name, object: secret } = object;
  const keys = Object.keys({ ...mapAt(secret, 'data'), ...mapAt(secret, 'stringData') });
  if (kind !== 'Secret' || name !== USER_SECRET || keys.length === 0) return [];
  const what = `Secret "${name}" is in the manifests with its plain values`;
  const fix = 'use External Secrets or Sealed Secrets; accept this if the manifests are applied and never stored';
  return [objectFinding('PLAINTEXT_IN_OUTPUT', object, '', what, { fix, severity: 'warning' })];
}
