/** A Secret whose values are ciphertext that only the cluster's Sealed Secrets controller can open. */

import { SealedSecret, type SealedSecretSpecTemplate } from '../../../imports/bitnami.com';
import type { SecretModel } from '../../model/secret';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';
import { secretRole } from './secret-role';

type SealedSecretModel = SecretModel & { readonly mode: 'sealedSecret' };

/**
 * Defines the SealedSecret.
 *
 * @see https://github.com/bitnami-labs/sealed-secrets#scopes
 */
export function defineSealedSecret(id: string, model: WithMetadata, secret: SealedSecretModel): Definition {
  const { name, namespace, source } = secret;
  const annotations = scopeAnnotations(source.scope);
  return define(SealedSecret, id, {
    metadata: objectMetadata(model, { role: secretRole(secret), name, namespace, annotations }),
    spec: { encryptedData: { ...source.encryptedData }, template: template(secret, annotations) },
  });
}

/** The controller reads the scope from the object, and from the template of the Secret. */
const scopeAnnotations = (scope: SealedSecretModel['source']['scope']): Readonly<Record<string, string>> =>
  scope === 'strict' ? {} : { [`sealedsecrets.bitnami.com/${scope}`]: 'true' };

/** Keys that must be there though empty come from the template, unless they were sealed too. */
function template(
  { type, keys, source }: SealedSecretModel,
  annotations: Readonly<Record<string, string>>,
): SealedSecretSpecTemplate | undefined {
  const empty = keys.empty.filter(key => !Object.hasOwn(source.encryptedData, key));
  const parts = {
    ...(Object.keys(annotations).length > 0 ? { metadata: { annotations } } : {}),
    ...(type === undefined ? {} : { type }),
    ...(empty.length > 0 ? { data: Object.fromEntries(empty.map(key => [key, ''])) } : {}),
  };
  return Object.keys(parts).length > 0 ? parts : undefined;
}
