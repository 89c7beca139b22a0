/** `grow`: more room for images. */

import { OC, REGISTRY_NAMESPACE } from '../../../facts/names';
import type { RegistryModel } from '../../../model/model';
import type { ClaimModel } from '../../../model/storage-model';
import { quote } from '../../../values/shell-word';
import type { NotHere, Plan, Step } from './task';

/** Claims grow if their class allows it, and never shrink. */
export function grow({ storage, name }: RegistryModel): Plan | NotHere {
  const claim = storage?.claim;
  if (claim !== undefined) {
    if (claim.volume !== undefined) {
      return {
        instead: `claim ${claim.name} is bound to a static volume: Kubernetes does not grow it. Enlarge the export or disk itself; to use another volume, run: registry-gitops verify ${quote(name)} --task migrate`,
      };
    }
    return claim.existing ? growTheirs(claim) : growOurs(claim);
  }
  if (storage?.bucketClaim !== undefined) return growBucketClaim(storage.bucketClaim);
  if (storage?.backend === 'emptyDir')
    return { instead: "an emptyDir has the size of its node's disk: use persistent storage" };
  return {
    instead:
      'a bucket or container has no size and grows by itself. Check the quota of the account, and what the pruner keeps',
  };
}

const sizeOf = (claim: ClaimModel): readonly string[] => [
  `${OC} get pvc ${quote(claim.name)} -o jsonpath='{.spec.resources.requests.storage} {.status.capacity.storage} {.status.conditions[*].type}{"\\n"}'`,
];

const HOW_FULL: Step = {
  say: 'Check how full it is.',
  run: [`${OC} exec deployment/image-registry -- df -h /registry`],
  good: 'size, used and available of the volume',
};

function classAllows({ name, storageClassName }: ClaimModel): Step {
  const find =
    storageClassName === undefined
      ? `CLASS=$(${OC} get pvc ${quote(name)} -o jsonpath='{.spec.storageClassName}')`
      : `CLASS=${quote(storageClassName)}`;
  return {
    say: 'Check whether the class allows claims to grow.',
    run: [find, `oc get storageclass "$CLASS" -o jsonpath='{.allowVolumeExpansion}{"\\n"}'`],
    good: 'true. Otherwise the API server refuses the change: move to a new claim instead (--task migrate)',
  };
}

const WAIT: Step = {
  say: 'Restart the pods if the driver needs it.',
  run: [`${OC} delete pods -l docker-registry=default`],
  good: 'needed only if the conditions have FileSystemResizePending',
};

const NO_WAY_BACK: readonly Step[] = [
  { say: 'A claim never shrinks. A smaller one is a new claim: see --task migrate.' },
];

const growOurs = (claim: ClaimModel): Plan => ({
  about: `Claim ${claim.name} requests ${claim.size}.`,
  steps: [
    HOW_FULL,
    classAllows(claim),
    {
      say: 'Write the new size.',
      commit: ['storage: {pvc: {size: NEW_SIZE}}   # or odf.cephfs instead of pvc'],
    },
    { say: 'After the sync.', run: sizeOf(claim), good: 'the new size twice, and no condition' },
    WAIT,
  ],
  back: NO_WAY_BACK,
});

const growTheirs = (claim: ClaimModel): Plan => ({
  about: `Claim ${claim.name} already exists: git does not own it.`,
  steps: [
    HOW_FULL,
    classAllows(claim),
    {
      say: 'Let its owner enlarge it.',
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
    about: `Bucket claim ${name} grows with the object store; only a quota and the size of the store limit it.`,
    steps: [
      {
        say: 'Check for a quota on the claim, and how full the store is.',
        run: [
          `oc get obc -n ${quote(namespace)} ${quote(name)} -o jsonpath='{.spec.additionalConfig}{"\\n"}'`,
          'oc get storagecluster,backingstore -n openshift-storage',
        ],
        good: 'maxSize or maxObjects if there is a quota; everything Ready',
      },
      {
        say: 'If there is a quota, write the new one. Provisioners read it when the claim is created; some read it again later.',
        commit: ['storage: {odf: {noobaa: {additionalConfig: {maxSize: NEW_SIZE}}}}   # or rgw instead of noobaa'],
      },
      {
        say: `If the store is full, enlarge it in Data Foundation: add capacity or a backing store. Nothing changes in ${REGISTRY_NAMESPACE}.`,
      },
    ],
    back: [{ say: 'Write the old quota again; pushes fail if it is below what is stored.' }],
  };
}
