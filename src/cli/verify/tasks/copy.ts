/** Commands that copy every image of a registry from one place to another. */

import {
  COPY_POD,
  copyCommands,
  folderOf,
  type ObjectPlace,
  type Place,
  placeOf,
  type Role,
} from '../../../facts/image-copy';
import { OC, REGISTRY_NAMESPACE } from '../../../facts/names';
import type { StorageModel } from '../../../model/storage-model';
import { quote } from '../../../values/shell-word';
import type { Step } from './task';

/** Where the images are now; where the operator chose the storage, people fill in its name. */
export const placeOfStorage = (storage: StorageModel | undefined): Place =>
  (storage && placeOf(storage.backend, storage.fields, 'old')) ?? {
    kind: 'objects',
    target: 'old:BUCKET',
    type: 'of the platform',
  };

/** The copy, and its preparation. A second run copies what the first one missed. */
export function copySteps(from: Place, to: Place, image: string): readonly Step[] {
  if (from.kind === 'objects' && to.kind === 'objects') return betweenObjects(from, to);
  const claims = [
    ...(from.kind === 'claim' ? [{ name: 'old', claim: from.claim }] : []),
    ...(to.kind === 'claim' ? [{ name: 'new', claim: to.claim }] : []),
  ];
  return [
    {
      say: 'Create a pod that mounts the claim, on the node of a registry pod: a ReadWriteOnce volume can be mounted twice there.',
      run: [podOf(claims, image), `${OC} wait --for=condition=Ready pod/${COPY_POD} --timeout=5m`],
      good: 'condition met',
    },
    {
      say: 'Copy. Run it a second time: it must be quick, with nothing left to copy.',
      run: [...copyCommands(from, to), ...sizes(from, to)],
      good: 'the same size and number of files on both sides',
    },
    { say: 'Delete the pod.', run: [`${OC} delete pod ${COPY_POD}`], good: 'deleted' },
  ];
}

function betweenObjects(from: ObjectPlace, to: ObjectPlace): readonly Step[] {
  const [old, now] = [quote(from.target), quote(to.target)];
  return [
    {
      say: `Configure both places in rclone: "old" (${from.type}) with keys that may list and read, and "new" with keys that may also write.`,
      run: ['rclone config', `rclone lsd ${old}`, `rclone lsd ${now}`],
      good: 'docker in the old place; docker or nothing in the new one',
    },
    {
      say: 'Copy. Run it a second time: there must be nothing left to copy.',
      run: [...copyCommands(from, to), `rclone check --one-way ${old} ${now}`],
      good: '0 differences found',
    },
  ];
}

function sizes(from: Place, to: Place): readonly string[] {
  const sizeOf = (place: Place, role: Role): string =>
    place.kind === 'claim'
      ? `${OC} exec ${COPY_POD} -- sh -c 'du -s ${folderOf(role)}; find ${folderOf(role)} -type f | wc -l'`
      : `rclone size ${quote(place.target)}`;
  return [sizeOf(from, 'old'), sizeOf(to, 'new')];
}

/** JSON is YAML too, and the shell does not expand a quoted here-document. */
function podOf(claims: readonly { readonly name: string; readonly claim: string }[], image: string): string {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: COPY_POD, namespace: REGISTRY_NAMESPACE },
    spec: {
      nodeName: 'NODE',
      restartPolicy: 'Never',
      containers: [
        {
          name: 'copy',
          image,
          command: ['sleep', 'infinity'],
          volumeMounts: claims.map(({ name }) => ({ name, mountPath: `/${name}` })),
        },
      ],
      volumes: claims.map(({ name, claim }) => ({ name, persistentVolumeClaim: { claimName: claim } })),
    },
  };
  const node = `NODE=$(${OC} get pods -l docker-registry=default -o jsonpath='{.items[0].spec.nodeName}')`;
  return `${node}\nsed "s/\\"NODE\\"/\\"$NODE\\"/" <<'POD' | oc apply -f -\n${JSON.stringify(pod)}\nPOD`;
}
