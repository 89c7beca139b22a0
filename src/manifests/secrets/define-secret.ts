/** A Secret, by whichever mode the configuration chose. */

import type { SecretModel } from '../../model/secret';
import type { Definition } from '../common/definition';
import type { WithMetadata } from '../common/shared-part';
import { defineExternalSecret } from './external-secret';
import { definePlainSecret } from './plain-secret';
import { defineSealedSecret } from './sealed-secret';

/** Defines the object that creates the Secret, or nothing where someone else makes it. */
export function defineSecret(id: string, model: WithMetadata, secret: SecretModel): Definition | undefined {
  switch (secret.mode) {
    case 'externalSecret':
      return defineExternalSecret(id, model, secret);
    case 'sealedSecret':
      return defineSealedSecret(id, model, secret);
    case 'secret':
      return definePlainSecret(id, model, secret);
    case 'existingSecret':
      return undefined;
  }
}
