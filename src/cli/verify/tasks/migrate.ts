/** `migrate`: another bucket, container, claim or backend, with every image copied. */

import type { Place } from '../../../facts/image-copy';
import { OC, REGISTRY_NAMESPACE } from '../../../facts/names';
import type { RegistryModel } from '../../../model/model';
import { describeIdentity, OWN_STORAGE } from '../../../model/storage-change';
import { quote } from '../../../values/shell-word';
import { CONDITIONS_GOOD, CONFIG, SHOW_CONDITIONS, WAIT_FOR_PODS } from './commands';
import { copySteps, placeOfStorage } from './copy';
import { copyImage } from './copy-image';
import { pause, resume } from './pause';
import type { NotHere, Plan, Step } from './task';

/** The configuration has the current place of the images; people fill in the new one. */
export function migrate(model: RegistryModel): Plan | NotHere {
  const { registry, storage, name } = model;
  if (registry === undefined)
    return { instead: 'the Config of this cluster is not owned by git: its owner moves the storage' };
  if (registry.managementState === 'Removed') {
    return { instead: 'the registry is Removed: set the new storage in the fleet; there is nothing to copy' };
  }
  if (storage?.backend === 'emptyDir')
    return {
      instead: 'images in an emptyDir are lost with the pod: set the new storage in the fleet, and push them again',
    };
  const from = placeOfStorage(storage);
  return {
    about: `From ${describeIdentity(storage?.identity ?? OWN_STORAGE)} to a new place. Pulls keep working; pushes are refused during the last copy and the switch.`,
    steps: [
      ...(storage === undefined ? [OPERATORS_OWN] : []),
      {
        say: 'Create the new place: a bucket or container with its credentials, or a claim. Keep the old one.',
        ...(from.kind === 'claim'
          ? {
              run: [`${OC} get pvc ${quote(from.claim)}`],
              good: 'Bound, and its size: the new place must be at least as large',
            }
          : {}),
      },
      ...copyEither(from, copyImage(model)),
      ...pause(model),
      { say: 'Copy again with the same commands: now nothing is pushed meanwhile.' },
      {
        say: `Write the new storage into the entry. synth refuses it with STORAGE_MOVED and prints the sentence to acknowledge: it begins with "${name} moves from". Leave readOnly in for now.`,
        commit: [
          'storage: {BACKEND: {…}}',
          'acknowledge: [{change: "THE SENTENCE", reason: "all images were copied on DATE"}]   # at the root of the fleet file',
        ],
        run: [`registry-gitops verify ${quote(name)}`, `registry-gitops review origin/main fleet.yaml`],
        good: 'the change and its class, and the takeover if the old backend would stay beside the new one',
      },
      {
        say: 'After the sync: the registry is on the new storage.',
        run: [
          WAIT_FOR_PODS,
          `oc get ${CONFIG} -o jsonpath='{.spec.storage}{"\\n"}{.status.storage}{"\\n"}'`,
          SHOW_CONDITIONS,
        ],
        good: `one backend, the new one, in both lines; ${CONDITIONS_GOOD}`,
      },
      {
        say: 'Pull an image that was pushed long before the move.',
        run: [
          `oc run registry-check --rm -i --restart=Never -n PROJECT --image=image-registry.${REGISTRY_NAMESPACE}.svc:5000/PROJECT/IMAGE -- true`,
        ],
        good: 'pod deleted, and no ErrImagePull',
      },
      ...resume(model),
      { say: 'Remove the entry of acknowledge: this also removes the takeover Job from the output.' },
      { say: 'Delete the old place when its images are older than your longest rollback.' },
    ],
    back: [
      {
        say: 'Before the first push to the new place: write the old storage into the entry again, with the sentence that synth prints. No image is lost, because the old place was only read.',
        commit: [
          'storage: …   # as it was',
          'acknowledge: [{change: "THE SENTENCE", reason: "back to the old storage"}]',
        ],
      },
      {
        say: 'After a push: first copy from the new place to the old one, with the same commands the other way round.',
      },
    ],
  };
}

const OPERATORS_OWN: Step = {
  say: 'Look up where the operator keeps the images: git does not name the place.',
  run: [`oc get ${CONFIG} -o jsonpath='{.status.storage}{"\\n"}'`],
  good: 'the bucket, container or claim: replace BUCKET below with it',
};

/** Both kinds of target, because the new place is not known. */
function copyEither(from: Place, image: string): readonly Step[] {
  const toObjects = copySteps(from, { kind: 'objects', target: 'new:NEW_BUCKET', type: '' }, image);
  const toClaim = copySteps(from, { kind: 'claim', claim: 'NEW_CLAIM' }, image);
  return [
    { say: 'To a bucket or container:' },
    ...toObjects,
    { say: `To a claim, which must be in the namespace ${REGISTRY_NAMESPACE}:` },
    ...toClaim,
  ];
}
