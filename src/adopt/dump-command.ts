/** The command that creates a dump: every object that an entry depends on, and only the names of Secrets. */

import { REGISTRY_NAMESPACE } from '../facts/names';

const OBJECTS = [
  'configs.imageregistry.operator.openshift.io/cluster',
  'imagepruners.imageregistry.operator.openshift.io/cluster',
  'images.config.openshift.io/cluster',
  'infrastructures.config.openshift.io/cluster',
  'ingresses.config.openshift.io/cluster',
  'clusterversions.config.openshift.io/version',
];

const IN_NAMESPACE = `-n ${REGISTRY_NAMESPACE}`;

/** Volumes of the registry's claims, as further arguments; empty if no claim is bound. */
const VOLUMES = `$(oc get pvc ${IN_NAMESPACE} -o jsonpath='{range .items[?(@.spec.volumeName)]}pv/{.spec.volumeName} {end}')`;

/** For a shell that is logged in to the cluster. */
export const DUMP_COMMAND = [
  `{ oc get ${OBJECTS.join(' ')} ${VOLUMES} -o yaml --show-managed-fields`,
  'echo ---',
  `oc get pvc ${IN_NAMESPACE} -o yaml --show-managed-fields`,
  `oc get secrets ${IN_NAMESPACE} -o name | sed 's/^/# /'`,
  '} > cluster.yaml',
].join('; ');
