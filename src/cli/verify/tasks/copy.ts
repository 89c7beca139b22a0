/** Commands that copy every image of a registry from one place to another. */

import { REGISTRY_NAMESPACE } from '../../../facts/names';
import { quote } from '../../../values/shell-word';
import { OC } from './commands';
import type { Place } from './place';
import type { Step } from './task';

/** Name of the temporary pod that mounts a claim. */
const POD = 'registry-copy';

/** Where a claim is mounted in that pod. */
const folderOf = (role: 'old' | 'new'): string => `/${role}`;

/** The copy, and its preparation. A second run copies what the first one missed. */
export function copySteps(from: Place, to: Place, image: string): readonly Step[] {
  if (from.kind === 'objects' && to.kind === 'objects') return betweenObjects(from.target, to.target, from.type);
  const claims = [
    ...(from.kind === 'claim' ? [{ name: 'old', claim: from.claim }] : []),
    ...(to.kind === 'claim' ? [{ name: 'new', claim: to.claim }] : []),
  ];
  const copy =
    from.kind === 'claim' && to.kind === 'claim'
      ? [`${OC} exec ${POD} -- cp -au ${folderOf('old')}/. ${folderOf('new')}/`]
      : throughHere(from, to);
  return [
    {
      say: 'Create a pod that mounts the claim, on the node of a registry pod: a ReadWriteOnce volume can be mounted twice there.',
      run: [podOf(claims, image), `${OC} wait --for=condition=Ready pod/${POD} --timeout=5m`],
      good: 'condition met',
    },
    {
      say: 'Copy. Run it a second time: it must be quick, with nothing left to copy.',
      run: [...copy, ...sizes(from, to)],
      good: 'the same size and number of files on both sides',
    },
    { say: 'Delete the pod.', run: [`${OC} delete pod ${POD}`], good: 'deleted' },
  ];
}

function betweenObjects(from: string, to: string, type: string): readonly Step[] {
  return [
    {
      say: `Configure both places in rclone: "old" (${type}) with keys that may list and read, and "new" with keys that may also write.`,
      run: ['rclone config', `rclone lsd ${quote(from)}`, `rclone lsd ${quote(to)}`],
      good: 'docker in the old place; docker or nothing in the new one',
    },
    {
      say: 'Copy. Run it a second time: there must be nothing left to copy.',
      run: [
        `rclone copy --fast-list --checksum --progress ${quote(from)} ${quote(to)}`,
        `rclone check --one-way ${quote(from)} ${quote(to)}`,
      ],
      good: '0 differences found',
    },
  ];
}

/** Through the local machine: pods in the registry's namespace may have no access outside the cluster. */
function throughHere(from: Place, to: Place): readonly string[] {
  const down =
    from.kind === 'claim'
      ? `${OC} rsync ${POD}:${folderOf('old')}/ ./registry/`
      : `rclone copy --fast-list --progress ${quote(from.target)} ./registry`;
  const up =
    to.kind === 'claim'
      ? `${OC} rsync ./registry/ ${POD}:${folderOf('new')}/`
      : `rclone copy --fast-list --progress ./registry ${quote(to.target)}`;
  return [down, up];
}

function sizes(from: Place, to: Place): readonly string[] {
  const sizeOf = (place: Place, role: 'old' | 'new'): string =>
    place.kind === 'claim'
      ? `${OC} exec ${POD} -- sh -c 'du -s ${folderOf(role)}; find ${folderOf(role)} -type f | wc -l'`
      : `rclone size ${quote(place.target)}`;
  return [sizeOf(from, 'old'), sizeOf(to, 'new')];
}

/** JSON is YAML too, and the shell does not expand a quoted here-document. */
function podOf(claims: readonly { readonly name: string; readonly claim: string }[], image: string): string {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: POD, namespace: REGISTRY_NAMESPACE },
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
