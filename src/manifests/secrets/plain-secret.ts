/** A Secret with its values in it, for pipelines that apply directly. */

import { DOCKER_CONFIG_KEY, LOGIN_KEYS } from '../../facts/secret-keys';
import type { SecretModel } from '../../model/secret';
import { type Definition, define } from '../common/definition';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';
import { secretRole } from './secret-role';

type PlainSecretModel = SecretModel & { readonly mode: 'secret' };

/** The values in base64, as the API server keeps them; keys that must be there though empty are there. */
export function definePlainSecret(id: string, model: WithMetadata, secret: PlainSecretModel): Definition {
  const { name, namespace, type } = secret;
  const data = Object.entries(contents(secret)).map(([key, value]) => [key, Buffer.from(value).toString('base64')]);
  return define(k8s.KubeSecret, id, {
    metadata: objectMetadata(model, { role: secretRole(secret), name, namespace }),
    type,
    data: Object.fromEntries(data),
  });
}

/** A user name and a password make the whole file of pull credentials. */
function contents({ values, keys, pullServer }: PlainSecretModel): Readonly<Record<string, string>> {
  const [username, password] = LOGIN_KEYS.map(key => values[key]?.reveal());
  if (pullServer !== undefined && username !== undefined && password !== undefined) {
    const auth = Buffer.from(`${username}:${password}`).toString('base64');
    return { [DOCKER_CONFIG_KEY]: JSON.stringify({ auths: { [pullServer]: { auth } } }) };
  }
  const empty = keys.empty.map(key => [key, '']);
  return Object.fromEntries([...empty, ...Object.entries(values).map(([key, value]) => [key, value.reveal()])]);
}
