/** `restore`: what to back up in case the storage is lost, and how to restore it. */

import type { Place } from '../../../facts/image-copy';
import { OC } from '../../../facts/names';
import type { RegistryModel } from '../../../model/model';
import { quote } from '../../../values/shell-word';
import { CONDITIONS_GOOD, SHOW_CONDITIONS } from './commands';
import { copySteps, placeOfStorage } from './copy';
import { copyImage } from './copy-image';
import { pause, resume } from './pause';
import type { NotHere, Plan, Step } from './task';

/** Layers are in the storage; names, tags and owners of images are in etcd. Both are needed, from the same time. */
export function restore(model: RegistryModel): Plan | NotHere {
  const { storage, registry } = model;
  if (registry?.managementState === 'Removed')
    return { instead: 'the registry is Removed: there is nothing to restore into' };
  if (storage?.backend === 'emptyDir')
    return { instead: 'an emptyDir cannot be restored: push or build the images again' };
  const place = placeOfStorage(storage);
  return {
    about:
      'An image is two things: layers in the storage, and Image and ImageStream objects in etcd. A backup of one without the other restores nothing. Take etcd first, then the storage: extra layers do no harm.',
    steps: [
      {
        say: 'Regularly: back up etcd, on a control plane node.',
        run: [
          'oc debug node/CONTROL_PLANE_NODE -- chroot /host /usr/local/bin/cluster-backup.sh /home/core/assets/backup',
        ],
        good: 'snapshot db and kube resources are saved',
      },
      { say: `Regularly: ${backupOf(model)}` },
      {
        say: 'To restore: first stop pushes and prunes. A prune with an older etcd deletes layers that newer images need.',
      },
      ...pause(model),
      { say: 'Restore the layers: from "old", the backup, to "new", the storage of the registry.' },
      ...backFrom(place, copyImage(model)),
      {
        say: 'If etcd was lost too: restore it as OpenShift describes for the cluster, or create the ImageStreams again from git, and import or build the images.',
        run: ['oc get imagestreams --all-namespaces', 'oc adm top images | head'],
        good: 'the image streams you expect',
      },
      {
        say: 'Check for layers that the cluster or the storage lacks.',
        run: [`${OC} exec deployment/image-registry -- /bin/sh -c '/usr/bin/dockerregistry -prune=check' | tail -n 3`],
        good: 'few blobs that could be deleted; many say that etcd is older than the storage',
      },
      {
        say: 'Check the operator, and pull an image of each important project.',
        run: [SHOW_CONDITIONS],
        good: CONDITIONS_GOOD,
      },
      ...resume(model),
    ],
    back: [
      {
        say: 'The copy only adds files. The registry stays read-only until you are sure: you can start over without losing anything.',
      },
    ],
  };
}

/** How to back up the place. */
function backupOf({ storage }: RegistryModel): string {
  if (storage?.claim !== undefined) {
    return `a snapshot of the volume behind claim ${storage.claim.name} (a VolumeSnapshot if the driver supports it, otherwise one of the storage itself), while the registry is read-only or idle.`;
  }
  if (storage?.bucketClaim !== undefined)
    return `a copy of the bucket of claim ${storage.bucketClaim.namespace}/${storage.bucketClaim.name} outside this Data Foundation.`;
  return 'versioning on the bucket or container, and a copy in another region or account: a deleted object is then a delete marker.';
}

function backFrom(place: Place, image: string): readonly Step[] {
  if (place.kind === 'claim') {
    return [
      {
        say: `From a snapshot: create a new claim from it, and set it in the entry. Claim ${place.claim} itself need not change.`,
        commit: ['storage: {pvc: {claim: NEW_CLAIM, existing: true, accessModes: […]}}'],
        run: [`${OC} get volumesnapshots`, `${OC} get pvc ${quote(place.claim)} -o yaml`],
        good: 'a snapshot of the claim that is ready to use',
      },
      { say: 'From a copy in a bucket:' },
      ...copySteps({ kind: 'objects', target: 'old:BACKUP', type: 'the backup' }, place, image),
    ];
  }
  return copySteps(
    { kind: 'objects', target: 'old:BACKUP', type: 'the backup' },
    { ...place, target: place.target.replace(/^old:/, 'new:') },
    image,
  );
}
