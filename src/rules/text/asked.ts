/** Whether a text of the configuration is a credential in the wrong place. */

import type { FoundText } from '../../config/texts';
import { MADE_FOR, NAMES_OF_CREDENTIALS, type Purpose } from '../../facts/text-fields';
import { credentialIn, type Likelihood } from '../../findings/credential-text';
import type { Hit } from '../rule';

/** How sure it is; undefined where it is not one, or where the field is for text that looks like it. */
export function askedText({ field, path, text }: FoundText): Likelihood | undefined {
  if (text !== '' && isNamedPassword(field, path.at(-1))) return 'certain';
  const found = likelihoodOf(text, MADE_FOR.get(field));
  return found === 'likely' && NAMES_OF_CREDENTIALS.includes(field) ? 'certain' : found;
}

function likelihoodOf(text: string, purpose: Purpose | undefined): Likelihood | undefined {
  switch (purpose) {
    case 'certificates':
      return credentialIn(text.replace(CERTIFICATE, ''));
    case 'ciphertext':
      return credentialIn(text, 'random');
    case 'commit':
      return /^[0-9a-f]+$/.test(text) ? undefined : credentialIn(text);
    case 'subject':
      return credentialIn(text, 'pair');
    default:
      return credentialIn(text);
  }
}

const CERTIFICATE =
  /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g;

/** In a map of the user's own keys, the name of a key may show that its value is a password. */
const isNamedPassword = (field: string, key: string | number | undefined): boolean =>
  field.endsWith('.*') &&
  !field.startsWith('ExternalSecretSource.') &&
  !field.startsWith('PlainSecretSource.') &&
  !field.startsWith('SealedSecretSource.') &&
  /passw(or)?d$|passphrase$|^restuserkey$|secret_?access_?key$/i.test(String(key));

/** The place, without the text. */
export const heldAt = ({ field, path }: FoundText): Hit => ({
  path,
  what: field.endsWith('.{}')
    ? `a key of ${String(path.at(-2))} looks like a credential`
    : `${String(path.at(-1))} contains what looks like a credential`,
});
