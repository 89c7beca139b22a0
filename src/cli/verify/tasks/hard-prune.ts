/** `hard-prune`: deletes blobs that no image in etcd uses any more; the pruner never sees them. */

import { OC, REGISTRY_NAMESPACE } from '../../../facts/names';
import type { RegistryModel } from '../../../model/model';
import { pause, resume } from './pause';
import type { NotHere, Plan } from './task';

/** Permission of the registry's service account to list every image, which OpenShift does not grant. */
const BINDING = 'registry-hard-prune';

const PRUNE = `${OC} exec deployment/image-registry -- /bin/sh -c`;

/**
 * The registry binary does it, in a registry pod.
 *
 * @see https://docs.redhat.com/en/documentation/openshift_container_platform/4.15/html/building_applications/pruning-objects
 */
export function hardPrune(model: RegistryModel): Plan | NotHere {
  if (model.registry?.managementState === 'Removed')
    return { instead: 'the registry is Removed: there is no pod to prune in' };
  if (model.storage?.backend === 'emptyDir')
    return { instead: 'an emptyDir is empty again after a restart: delete the registry pods' };
  return {
    about:
      'Needed after etcd was restored from a backup, or if the storage has far more data than `oc adm top images` counts.',
    steps: [
      ...pause(model),
      {
        say: 'Let the service account of the registry read every image.',
        run: [
          `SERVICE_ACCOUNT=$(${OC} get deployment image-registry -o jsonpath='{.spec.template.spec.serviceAccountName}')`,
          `oc create clusterrolebinding ${BINDING} --clusterrole=system:image-pruner --serviceaccount="${REGISTRY_NAMESPACE}:$SERVICE_ACCOUNT"`,
        ],
        good: `clusterrolebinding.rbac.authorization.k8s.io/${BINDING} created`,
      },
      {
        say: 'List the blobs first; this deletes nothing. Keep the list.',
        run: [`${PRUNE} 'REGISTRY_LOG_LEVEL=info /usr/bin/dockerregistry -prune=check' | tee hard-prune.txt`],
        good: 'lines of "Would delete blob". Stop here if it would delete most of the blobs: then the cluster has lost track of its images, and deleting would lose them',
      },
      {
        say: 'Delete them. This cannot be undone.',
        run: [`${PRUNE} '/usr/bin/dockerregistry -prune=delete'`],
        good: 'how many blobs were deleted, and how many bytes were freed',
      },
      {
        say: 'Remove the permission again.',
        run: [`oc delete clusterrolebinding ${BINDING}`],
        good: 'deleted',
      },
      ...resume(model),
    ],
    back: [
      {
        say: 'Before the deletion: remove the permission and make the registry writable, as in the last steps. After it: only a backup of the storage restores the blobs.',
        run: [`oc delete clusterrolebinding ${BINDING} --ignore-not-found`],
      },
    ],
  };
}
