/** A Secret that the External Secrets Operator keeps equal to an entry of a store. */

import type { Construct } from 'constructs';
import {
  ExternalSecret,
  type ExternalSecretSpec,
  type ExternalSecretSpecData,
  type ExternalSecretSpecTarget,
} from '../../imports/external-secrets.io';
import { objectMetadata } from '../objects/metadata';
import { canonicalDuration } from '../resolve/canonical';
import type { RegistryModel, SecretModel } from '../resolve/model';

type ExternalSecretModel = SecretModel & { readonly mode: 'externalSecret' };

/** How often a store is read, unless the user says otherwise. */
const DEFAULT_REFRESH = '1h';

/** Defines the ExternalSecret; it owns the Secret and leaves it when the store's entry vanishes. */
export function defineExternalSecret(
  scope: Construct,
  id: string,
  model: RegistryModel,
  secret: ExternalSecretModel,
): void {
  const { store, refreshInterval } = secret.source;
  new ExternalSecret(scope, id, {
    metadata: objectMetadata(model, { role: 'externalSecret', name: secret.name, namespace: secret.namespace }),
    spec: {
      refreshInterval: canonicalDuration(refreshInterval ?? DEFAULT_REFRESH),
      secretStoreRef: { kind: store.kind ?? 'SecretStore', name: store.name },
      target: target(secret),
      ...contents(secret),
    } as ExternalSecretSpec,
  });
}

function contents({ source, keys }: ExternalSecretModel): Partial<ExternalSecretSpec> {
  const { key, version, extract, properties } = source;
  const ref = { key, ...(version === undefined ? {} : { version }) };
  if (extract) return { dataFrom: [{ extract: ref }] };
  const data = keys.required.map((secretKey): ExternalSecretSpecData => {
    const property = properties?.[secretKey] ?? (keys.wholeEntry ? undefined : secretKey);
    return { secretKey, remoteRef: property === undefined ? ref : { ...ref, property } };
  });
  return { data };
}

/** A template is needed only for a type of its own and for keys that must be there though empty. */
function target({ name, type, keys }: ExternalSecretModel): ExternalSecretSpecTarget {
  const base = { name, creationPolicy: 'Owner', deletionPolicy: 'Retain' } as ExternalSecretSpecTarget;
  if (type === undefined && keys.empty.length === 0) return base;
  const values = [...keys.required.map(key => [key, `{{ .${key} }}`]), ...keys.empty.map(key => [key, ''])];
  return {
    ...base,
    template: {
      engineVersion: 'v2',
      ...(type === undefined ? {} : { type }),
      ...(keys.empty.length > 0 ? { data: Object.fromEntries(values) } : {}),
    } as ExternalSecretSpecTarget['template'],
  };
}
