/** `rotate-keys`: new storage credentials, with the old ones revoked only when nothing uses them any more. */

import { OC, REGISTRY_NAMESPACE, USER_SECRET } from '../../../facts/names';
import { credentialKeys } from '../../../facts/secret-keys';
import type { RegistryModel } from '../../../model/model';
import { CONDITIONS_GOOD, SHOW_CONDITIONS, WAIT_FOR_PODS } from './commands';
import { newKeysByClaim, revokeClaimKeys } from './rotate-bucket-claim';
import { newKeysByMode, oldKeysByMode } from './rotate-by-mode';
import { ownCredentials } from './rotate-own';
import type { NotHere, Plan, Step } from './task';

/** By the way the credentials reach the cluster. */
export function rotateKeys(model: RegistryModel): Plan | NotHere {
  const { credentials, bucketKeys, storage } = model;
  if (
    storage !== undefined &&
    credentialKeys(storage.backend, model.openshift, model.swiftAuth).required.length === 0
  ) {
    return { instead: `storage ${storage.backend} has no credentials: there is nothing to rotate` };
  }
  if (bucketKeys !== undefined) {
    return {
      about: 'The keys are those of the bucket claim.',
      steps: [...newKeysByClaim(model, bucketKeys), ...ARRIVED, ...revokeClaimKeys(model)],
      back: [{ say: 'Keys of a claim cannot be restored: create new ones in the same way.' }],
    };
  }
  if (credentials !== undefined) {
    return {
      about: `Keys: ${credentials.keys.required.join(', ')}. Both the old and the new ones must be valid for a while.`,
      steps: [
        {
          say: 'Create the new keys where the old ones came from, with the same permissions. Do not revoke the old ones yet.',
        },
        ...newKeysByMode(model, credentials),
        ...ARRIVED,
        REVOKE,
        LOOK_AGAIN,
      ],
      back: oldKeysByMode(credentials),
    };
  }
  return ownCredentials(model);
}

/** The operator copies the Secret and rolls out the pods itself: nothing has to be restarted. */
const ARRIVED: readonly Step[] = [
  {
    say: 'The operator copies the new keys, and new pods start.',
    run: [
      `oc get secret ${USER_SECRET} -n ${REGISTRY_NAMESPACE} --show-managed-fields -o jsonpath='{.metadata.managedFields[*].time}{"\\n"}'`,
      WAIT_FOR_PODS,
      SHOW_CONDITIONS,
    ],
    good: `a time after the change; successfully rolled out; ${CONDITIONS_GOOD}`,
  },
  {
    say: 'Push and pull once.',
    run: [
      `${OC} logs deployment/image-registry --since=10m | grep -ci 'denied\\|forbidden\\|unauthorized\\|InvalidAccessKeyId'`,
    ],
    good: '0',
  },
];

const REVOKE: Step = {
  say: 'Revoke the old keys. Anything else that uses them fails now, which is why they are revoked last.',
};

const LOOK_AGAIN: Step = {
  say: 'Check again after an hour: a pod that kept an old connection would fail now.',
  run: [SHOW_CONDITIONS],
  good: CONDITIONS_GOOD,
};
