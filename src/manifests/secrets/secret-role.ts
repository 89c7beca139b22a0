/** What a Secret is to Argo CD: the registry waits for its storage's keys, and never for a project's pull credentials. */

import type { SyncRole } from '../../facts/sync-policy';
import type { SecretModel } from '../../model/secret';

const ROLES = { externalSecret: 'externalSecret', sealedSecret: 'sealedSecret', secret: 'secret' } as const;

/** The role of the object that creates the Secret. */
export const secretRole = ({ mode, pullServer }: SecretModel & { readonly mode: keyof typeof ROLES }): SyncRole =>
  pullServer === undefined ? ROLES[mode] : 'pullCredentials';
