/** `grow`: more room for images. */

import { REGISTRY_NAMESPACE } from '../../../facts/names';
import type { RegistryModel } from '../../../model/model';
import type { ClaimModel } from '../../../model/storage-model';
import { quote } from '../../../values/shell-word';
import { OC } from './commands';
import type { NotHere, Plan, Step } from './task';

/** Claims grow where their class allows it, and never shrink. */
export function grow({ storage, name }: RegistryModel): Plan | NotHere {
  const claim = storage?.claim;
  if (claim !== undefined) {
    if (claim.volume !== undefined) {
      return {
        instead: `claim ${claim.name} is bound to a static volume: Kubernetes does not grow it. Enlarge the export or disk itself; for another volume see: registry-gitops verify ${quote(name)} --task migrate`,
      };
    }
    return claim.existing ? growTheirs(claim) : growOurs(claim);
  }
  if (storage?.bucketClaim !== undefined) return growBucketClaim(storage.bucketClaim);
  if (storage?.backend === 'emptyDir')
    return { instead: "an emptyDir has the size of its node's disk: use real storage" };
  return {
    instead:
      'a bucket or container has no size of its own: it grows by itself. Look at the quota of the account, and at what the pruner keeps',
  };
}

const sizeOf = (claim: ClaimModel): readonly string[] => [
  `${OC} get pvc ${quote(claim.name)} -o jsonpath='{.spec.resources.requests.storage} {.status.capacity.storage} {.status.conditions[*].type}{"\\n"}'`,
];

const HOW_FULL: Step = {
  say: 'How full it is.',
  run: [`${OC} exec deployment/image-registry -- df -h /registry`],
  good: 'size, used and available of the volume',
};

function classAllows({ name, storageClassName }: ClaimModel): Step {
  const find =
    storageClassName === undefined
      ? `CLASS=$(${OC} get pvc ${quote(name)} -o jsonpath='{.spec.storageClassName}')`
      : `CLASS=${quote(storageClassName)}`;
  return {
    say: 'Does the class let claims grow?',
    run: [find, `oc get storageclass "$CLASS" -o jsonpath='{.allowVolumeExpansion}{"\\n"}'`],
    good: 'true. Otherwise the API server refuses the change: move to a new claim instead (--task migrate)',
  };
}

const WAIT: Step = {
  say: 'Some drivers finish only when the pod starts again.',
  run: [`${OC} delete pods -l docker-registry=default`],
  good: 'needed only where the conditions hold FileSystemResizePending',
};

const NO_WAY_BACK: readonly Step[] = [
  { say: 'A claim never shrinks. A smaller one is a new claim: see --task migrate.' },
];

const growOurs = (claim: ClaimModel): Plan => ({
  about: `Claim ${claim.name} asks for ${claim.size}.`,
  steps: [
    HOW_FULL,
    classAllows(claim),
    {
      say: 'Write the new size.',
      commit: ['storage: {pvc: {size: NEW_SIZE}}   # odf.cephfs instead of pvc where that is the backend'],
    },
    { say: 'After the sync.', run: sizeOf(claim), good: 'the new size twice, and no condition' },
    WAIT,
  ],
  back: NO_WAY_BACK,
});

const growTheirs = (claim: ClaimModel): Plan => ({
  about: `Claim ${claim.name} exists already: git does not own it.`,
  steps: [
    HOW_FULL,
    classAllows(claim),
    {
      say: 'Its owner enlarges it.',
      run: [
        `${OC} patch pvc ${quote(claim.name)} --type=merge -p '{"spec":{"resources":{"requests":{"storage":"NEW_SIZE"}}}}'`,
      ],
      good: 'patched',
    },
    { say: 'A little later.', run: sizeOf(claim), good: 'the new size twice, and no condition' },
    WAIT,
  ],
  back: NO_WAY_BACK,
});

function growBucketClaim({ name, namespace }: { readonly name: string; readonly namespace: string }): Plan {
  return {
    about: `Bucket claim ${name} grows with the object store; only a quota and the store behind it set a limit.`,
    steps: [
      {
        say: 'Is there a quota on the claim, and is the store nearly full?',
        run: [
          `oc get obc -n ${quote(namespace)} ${quote(name)} -o jsonpath='{.spec.additionalConfig}{"\\n"}'`,
          'oc get storagecluster,backingstore -n openshift-storage',
        ],
        good: 'maxSize or maxObjects, where there is a quota; everything Ready',
      },
      {
        say: 'With a quota: write the new one. Provisioners read it when the claim is made; some read it again later.',
        commit: [
          'storage: {odf: {noobaa: {additionalConfig: {maxSize: NEW_SIZE}}}}   # rgw instead of noobaa where that is the store',
        ],
      },
      {
        say: `A full store is enlarged in Data Foundation, not here: add capacity, or a backing store. Nothing changes in ${REGISTRY_NAMESPACE}.`,
      },
    ],
    back: [{ say: 'Write the old quota again; a quota below what is stored stops pushes.' }],
  };
}
