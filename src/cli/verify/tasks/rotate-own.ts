/** Credentials that the cluster makes for the registry: the Cloud Credential Operator rotates them, not git. */

import { REGISTRY_NAMESPACE } from '../../../facts/names';
import { PLATFORMS } from '../../../facts/platforms';
import type { RegistryModel } from '../../../model/model';
import { CONDITIONS_GOOD, OC, SHOW_CONDITIONS, WAIT_FOR_PODS } from './commands';
import type { NotHere, Plan } from './task';

/** The Secret that the operator makes from a CredentialsRequest. */
const MINTED = 'installer-cloud-credentials';

/** Where the platform has such credentials. */
export function ownCredentials({ platform, storage }: RegistryModel): Plan | NotHere {
  const { ownCredentials: backend, title } = PLATFORMS[platform];
  if (backend === undefined || (storage !== undefined && storage.backend !== backend)) {
    return { instead: 'git names no credentials for this storage: there is nothing here to rotate' };
  }
  return {
    about: `The registry uses credentials that the cluster itself has on ${title}.`,
    steps: [
      {
        say: 'How does the cluster get its credentials?',
        run: [
          'oc get cloudcredential cluster -o jsonpath=\'{.spec.credentialsMode}{"\\n"}\'',
          'oc get authentication cluster -o jsonpath=\'{.spec.serviceAccountIssuer}{"\\n"}\'',
        ],
        good: 'an issuer in the second line means short-lived tokens (STS, workload identity): nothing to rotate, stop here. Manual without an issuer: whoever made the Secret replaces it',
      },
      {
        say: 'Default, Mint or Passthrough: rotate the administrator credentials in kube-system if it is their turn, then let the registry’s own be made again.'.replace(
          '’',
          "'",
        ),
        run: [`${OC} delete secret ${MINTED}`, `${OC} get secret ${MINTED}`],
        good: 'the Secret is there again within a minute, with a new age',
      },
      {
        say: 'The operator takes them by itself.',
        run: [WAIT_FOR_PODS, SHOW_CONDITIONS],
        good: `successfully rolled out; ${CONDITIONS_GOOD}`,
      },
    ],
    back: [
      {
        say: `If it does not come back: look at the CredentialsRequest of the registry. Pods that run keep the old credentials until they start again in ${REGISTRY_NAMESPACE}.`,
        run: ['oc get credentialsrequests -n openshift-cloud-credential-operator openshift-image-registry -o yaml'],
      },
    ],
  };
}
