/** A Secret, by whichever mode the configuration chose. */

import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { RegistryModel } from '../../model/model';
import type { SecretModel } from '../../model/secret';
import { defineExternalSecret } from './external-secret';
import { definePlainSecret } from './plain-secret';
import { defineSealedSecret } from './sealed-secret';

/** Defines the object that creates the Secret, or nothing where someone else makes it. */
export function defineSecret(
  scope: Construct,
  id: string,
  model: RegistryModel,
  secret: SecretModel,
): ApiObject | undefined {
  switch (secret.mode) {
    case 'externalSecret':
      return defineExternalSecret(scope, id, model, secret);
    case 'sealedSecret':
      return defineSealedSecret(scope, id, model, secret);
    case 'secret':
      return definePlainSecret(scope, id, model, secret);
    case 'existingSecret':
      return undefined;
  }
}
