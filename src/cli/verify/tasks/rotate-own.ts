/** Credentials that the cluster creates for the registry: the Cloud Credential Operator rotates them, not git. */

import { OC, REGISTRY_NAMESPACE } from '../../../facts/names';
import { PLATFORMS } from '../../../facts/platforms';
import type { RegistryModel } from '../../../model/model';
import { CONDITIONS_GOOD, SHOW_CONDITIONS, WAIT_FOR_PODS } from './commands';
import type { NotHere, Plan } from './task';

/** The Secret that the operator creates from a CredentialsRequest. */
const MINTED = 'installer-cloud-credentials';

/** If the platform has such credentials. */
export function ownCredentials({ platform, storage }: RegistryModel): Plan | NotHere {
  const { ownCredentials: backend, title } = PLATFORMS[platform];
  if (backend === undefined || (storage !== undefined && storage.backend !== backend)) {
    return { instead: 'git has no credentials for this storage: there is nothing to rotate' };
  }
  return {
    about: `The registry uses credentials that the cluster itself has on ${title}.`,
    steps: [
      {
        say: 'Check how the cluster gets its credentials.',
        run: [
          'oc get cloudcredential cluster -o jsonpath=\'{.spec.credentialsMode}{"\\n"}\'',
          'oc get authentication cluster -o jsonpath=\'{.spec.serviceAccountIssuer}{"\\n"}\'',
        ],
        good: 'an issuer in the second line means short-lived tokens (STS, workload identity): nothing to rotate, stop here. Manual without an issuer: replace the Secret where it is created',
      },
      {
        say: 'Default, Mint or Passthrough: rotate the administrator credentials in kube-system if it is their turn, then let those of the registry be created again.'.replace(
          '’',
          "'",
        ),
        run: [`${OC} delete secret ${MINTED}`, `${OC} get secret ${MINTED}`],
        good: 'the Secret exists again within a minute, with a new age',
      },
      {
        say: 'The operator uses them by itself.',
        run: [WAIT_FOR_PODS, SHOW_CONDITIONS],
        good: `successfully rolled out; ${CONDITIONS_GOOD}`,
      },
    ],
    back: [
      {
        say: `If it does not come back, check the CredentialsRequest of the registry. Running pods in ${REGISTRY_NAMESPACE} keep the old credentials until they restart.`,
        run: ['oc get credentialsrequests -n openshift-cloud-credential-operator openshift-image-registry -o yaml'],
      },
    ],
  };
}
