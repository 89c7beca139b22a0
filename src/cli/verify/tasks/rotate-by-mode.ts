/** How new storage keys reach the cluster, by the mode of `credentials`. */

import { OC } from '../../../facts/names';
import type { RegistryModel } from '../../../model/model';
import type { SecretModel } from '../../../model/secret';
import { quote } from '../../../values/shell-word';
import type { Step } from './task';

/** The steps for new values, up to the Secret in the cluster. */
export function newKeysByMode(model: RegistryModel, credentials: SecretModel): readonly Step[] {
  const name = quote(credentials.name);
  switch (credentials.mode) {
    case 'externalSecret': {
      const { store, key, refreshInterval } = credentials.source;
      return [
        { say: `Write them into ${store.kind} ${store.name}, entry ${key}: nothing changes in git.` },
        {
          say: `They arrive within ${refreshInterval}; this fetches them now.`,
          run: [
            `${OC} annotate externalsecret ${name} force-sync="$(date +%s)" --overwrite`,
            `${OC} wait --for=condition=Ready externalsecret/${name} --timeout=2m`,
          ],
          good: 'condition met',
        },
      ];
    }
    case 'sealedSecret':
      return [
        {
          say: 'Seal them: the command reads each value in turn, and writes the ciphertext into the entry. Commit it.',
          run: [
            'kubeseal --fetch-cert > sealing.pem',
            `registry-gitops seal --cluster ${quote(model.name)} --cert sealing.pem ${credentials.keys.required.map(key => `--key ${quote(key)}`).join(' ')}`,
          ],
          good: 'only encryptedData of the entry has changed',
        },
        {
          say: 'After the sync.',
          run: [
            `${OC} get sealedsecret ${name} -o jsonpath='{.status.conditions[*].type}={.status.conditions[*].status}{"\\n"}'`,
          ],
          good: 'Synced=True',
        },
      ];
    case 'existingSecret':
      return [
        {
          say: 'Write them into the Secret where it is created. By hand, each value from a file, so that it is never an argument:',
          run: [
            `${OC} create secret generic ${name} ${credentials.keys.required.map(key => `--from-file=${quote(key)}=FILE`).join(' ')} --dry-run=client -o yaml | oc apply -f -`,
          ],
          good: 'configured',
        },
      ];
    case 'secret':
      return [
        {
          say: 'Set them in the pipeline, in the variables or files that the entry names, and apply.',
          run: [
            `registry-gitops synth --cluster ${quote(model.name)} --stdout | oc apply --server-side --field-manager=argocd-controller -f -`,
          ],
          good: `secret/${credentials.name} serverside-applied`,
        },
      ];
  }
}

/** Until the old keys are revoked, they are valid. */
export const oldKeysByMode = ({ mode }: SecretModel): readonly Step[] => [
  {
    say: `${BACK[mode]} This works until the old keys are revoked.`,
  },
];

const BACK: Readonly<Record<SecretModel['mode'], string>> = {
  externalSecret: 'Restore the previous version of the entry in the store, and refresh as above.',
  sealedSecret: 'Revert the commit: the old ciphertext has the old keys.',
  existingSecret: 'Write the old values into the Secret again.',
  secret: 'Set the old values in the pipeline, and apply again.',
};
