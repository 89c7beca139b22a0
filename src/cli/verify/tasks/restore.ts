/** `restore`: what to keep for the day the storage is lost, and how to bring it back. */

import type { RegistryModel } from '../../../model/model';
import { quote } from '../../../values/shell-word';
import { CONDITIONS_GOOD, OC, SHOW_CONDITIONS } from './commands';
import { copySteps } from './copy';
import { copyImage } from './copy-image';
import { pause, resume } from './pause';
import { type Place, placeOf } from './place';
import type { NotHere, Plan, Step } from './task';

/** Layers are in the storage; names, tags and owners of images are in etcd. Both are needed, and of the same time. */
export function restore(model: RegistryModel): Plan | NotHere {
  const { storage, registry } = model;
  if (registry?.managementState === 'Removed')
    return { instead: 'the registry is Removed: there is nothing to restore into' };
  if (storage?.backend === 'emptyDir')
    return { instead: 'an emptyDir cannot be restored: push or build the images again' };
  const place: Place = placeOf(storage, 'old') ?? { kind: 'objects', target: 'old:BUCKET', type: 'of the platform' };
  return {
    about:
      'An image is two things: layers in the storage, and Image and ImageStream objects in etcd. A backup of one without the other restores nothing. Take etcd first, then the storage: extra layers do no harm.',
    steps: [
      {
        say: 'Beforehand, and then regularly: a backup of etcd, from a control plane node.',
        run: [
          'oc debug node/CONTROL_PLANE_NODE -- chroot /host /usr/local/bin/cluster-backup.sh /home/core/assets/backup',
        ],
        good: 'snapshot db and kube resources are saved',
      },
      { say: `Beforehand, and then regularly: ${backupOf(model)}` },
      {
        say: 'On the day: stop pushes and prunes before anything else. A prune with an older etcd deletes layers that newer images need.',
      },
      ...pause(model),
      { say: 'Bring the layers back: from "old", the backup, to "new", where the registry looks.' },
      ...backFrom(place, copyImage(model)),
      {
        say: 'If etcd was lost too: restore it as OpenShift describes for the cluster, or create the ImageStreams again from git and import or build.',
        run: ['oc get imagestreams --all-namespaces', 'oc adm top images | head'],
        good: 'the image streams you expect',
      },
      {
        say: 'See what the cluster knows and the storage lacks, and the other way round.',
        run: [`${OC} exec deployment/image-registry -- /bin/sh -c '/usr/bin/dockerregistry -prune=check' | tail -n 3`],
        good: 'few blobs that could be deleted; many say that etcd is older than the storage',
      },
      {
        say: 'Look at the operator, and pull an image of each project that matters.',
        run: [SHOW_CONDITIONS],
        good: CONDITIONS_GOOD,
      },
      ...resume(model),
    ],
    back: [
      {
        say: 'Copying back only adds files. The registry stays read-only until you are sure: nothing is lost by starting over.',
      },
    ],
  };
}

/** How the place is kept safe before. */
function backupOf({ storage }: RegistryModel): string {
  if (storage?.claim !== undefined) {
    return `a snapshot of the volume behind claim ${storage.claim.name} (VolumeSnapshot where its driver has them, else the storage's own), while the registry is read-only or quiet.`;
  }
  if (storage?.bucketClaim !== undefined)
    return `a copy of the bucket of claim ${storage.bucketClaim.namespace}/${storage.bucketClaim.name} outside this Data Foundation.`;
  return 'versioning on the bucket or container, and a copy in another region or account: a deleted object is then a delete marker.';
}

function backFrom(place: Place, image: string): readonly Step[] {
  if (place.kind === 'claim') {
    return [
      {
        say: `From a snapshot: make a new claim from it, and name it in the entry. Growing or replacing the claim ${place.claim} itself is not needed.`,
        commit: ['storage: {pvc: {claim: NEW_CLAIM, existing: true, accessModes: […]}}'],
        run: [`${OC} get volumesnapshots`, `${OC} get pvc ${quote(place.claim)} -o yaml`],
        good: 'a snapshot that is ready to use, made from the claim',
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
