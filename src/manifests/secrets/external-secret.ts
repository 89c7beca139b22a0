/** A Secret that the External Secrets Operator keeps equal to an entry of a store. */

import {
  ExternalSecret,
  type ExternalSecretSpec,
  type ExternalSecretSpecData,
  type ExternalSecretSpecTarget,
} from '../../../imports/external-secrets.io';
import { DOCKER_CONFIG_KEY, LOGIN_KEYS } from '../../facts/secret-keys';
import type { SecretModel } from '../../model/secret';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';
import { secretRole } from './secret-role';

type ExternalSecretModel = SecretModel & { readonly mode: 'externalSecret' };

/** Defines the ExternalSecret; the Secret stays when the store's entry vanishes. */
export function defineExternalSecret(id: string, model: WithMetadata, secret: ExternalSecretModel): Definition {
  const { store, refreshInterval } = secret.source;
  return define(ExternalSecret, id, {
    metadata: objectMetadata(model, { role: secretRole(secret), name: secret.name, namespace: secret.namespace }),
    spec: {
      refreshInterval,
      secretStoreRef: { kind: store.kind, name: store.name },
      target: target(secret),
      ...contents(secret),
    } as ExternalSecretSpec,
  });
}

function contents(secret: ExternalSecretModel): Partial<ExternalSecretSpec> {
  const { keys, source } = secret;
  const { key, version, extract, properties = {} } = source;
  const ref = { key, version };
  if (extract) return { dataFrom: [{ extract: ref }] };
  const wanted = isLogin(secret) ? Object.keys(properties) : [...keys.required, ...Object.keys(properties)];
  const data = [...new Set(wanted)].map((secretKey): ExternalSecretSpecData => {
    const property = properties[secretKey] ?? (keys.wholeEntry ? undefined : secretKey);
    return { secretKey, remoteRef: property === undefined ? ref : { property, ...ref } };
  });
  return { data };
}

/** A template is needed only for a type of its own, and for keys that the store does not hold. */
function target(secret: ExternalSecretModel): ExternalSecretSpecTarget {
  const { name, type, merge } = secret;
  const policies = { creationPolicy: merge ? 'Merge' : 'Owner', deletionPolicy: 'Retain' };
  const data = templateData(secret);
  const needed = type !== undefined || data !== undefined;
  return {
    name,
    ...policies,
    template: needed ? { engineVersion: 'v2', type, ...data } : undefined,
  } as ExternalSecretSpecTarget;
}

/**
 * A login becomes a whole file, and nothing else. Keys that must be there though empty join the store's own:
 * without `Merge` the template would be all there is.
 *
 * @see https://external-secrets.io/latest/guides/templating/
 */
function templateData(secret: ExternalSecretModel): object | undefined {
  const { keys, source } = secret;
  if (isLogin(secret)) return { data: { [DOCKER_CONFIG_KEY]: dockerConfig(secret.pullServer ?? '') } };
  const empty = keys.empty.filter(key => source.properties?.[key] === undefined);
  return empty.length === 0
    ? undefined
    : { mergePolicy: 'Merge', data: Object.fromEntries(empty.map(key => [key, ''])) };
}

/** Whether a user name and a password are fetched instead of the file they make. */
function isLogin({ pullServer, source }: ExternalSecretModel): boolean {
  return pullServer !== undefined && !source.extract && LOGIN_KEYS.some(key => source.properties?.[key] !== undefined);
}

/** `auth` alone is what every reader of these files understands; in base64 nothing needs quoting. */
const dockerConfig = (server: string): string =>
  `{"auths":{${JSON.stringify(server)}:{"auth":"{{ printf "%s:%s" .username .password | b64enc }}"}}}`;
