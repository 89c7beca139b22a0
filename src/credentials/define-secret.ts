/** A Secret, by whichever mode the configuration chose. */

import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { objectMetadata } from '../objects/metadata';
import type { RegistryModel, SecretModel } from '../resolve/model';
import { defineExternalSecret } from './external-secret';

/** Defines the object that makes the Secret, or nothing where someone else makes it. */
export function defineSecret(scope: Construct, id: string, model: RegistryModel, secret: SecretModel): void {
  switch (secret.mode) {
    case 'externalSecret':
      defineExternalSecret(scope, id, model, secret);
      return;
    case 'secret':
      definePlainSecret(scope, id, model, secret);
      return;
    case 'sealedSecret':
    case 'existingSecret':
  }
}

/** The values in base64, as the API server keeps them; keys that must be there though empty are there. */
function definePlainSecret(
  scope: Construct,
  id: string,
  model: RegistryModel,
  { name, namespace, type, values, keys }: SecretModel & { readonly mode: 'secret' },
): void {
  const data = Object.fromEntries([
    ...keys.empty.map(key => [key, '']),
    ...Object.entries(values).map(([key, value]) => [key, Buffer.from(value.reveal()).toString('base64')]),
  ]);
  new k8s.KubeSecret(scope, id, {
    metadata: objectMetadata(model, { role: 'secret', name, namespace }),
    type: type ?? 'Opaque',
    data,
  });
}
