/** Keys by the External Secrets Operator: it reads the bucket claim's Secret through the API server. */

import {
  SecretStore,
  SecretStoreSpecProviderKubernetesServerCaProviderType,
} from '../../../imports/external-secrets.io';
import { REGISTRY_NAMESPACE, USER_SECRET } from '../../facts/names';
import { credentialKeys } from '../../facts/secret-keys';
import type { BucketKeysModel } from '../../model/bucket-keys';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import { defineGrantee } from '../common/permissions';
import type { WithMetadata } from '../common/shared-part';
import { defineExternalSecret } from '../secrets/external-secret';
import { CLAIM_KEYS } from './claim-keys';

/** Name of the store and of the account it reads with. */
const READER = 'registry-bucket-reader';

type ByExternalSecret = Extract<BucketKeysModel, { readonly mode: 'externalSecret' }>;

/** Defines the store, its rights, and the ExternalSecret that makes the operator's Secret. */
export function defineKeysByExternalSecret(
  model: WithMetadata,
  { claim, refreshInterval, path }: ByExternalSecret,
  openshift: string,
): readonly Definition[] {
  const reader = { name: READER, namespace: REGISTRY_NAMESPACE };
  return [
    ...defineGrantee(model, reader, [
      { namespace: claim.namespace, apiGroup: '', resource: 'secrets', names: [claim.name], verbs: ['get'] },
    ]),
    define(SecretStore, 'SecretStore', {
      metadata: objectMetadata(model, { role: 'secretStore', ...reader }),
      spec: {
        provider: {
          kubernetes: {
            remoteNamespace: claim.namespace,
            server: {
              caProvider: {
                type: SecretStoreSpecProviderKubernetesServerCaProviderType.CONFIG_MAP,
                name: 'kube-root-ca.crt',
                key: 'ca.crt',
              },
            },
            auth: { serviceAccount: { name: READER } },
          },
        },
      },
    }),
    defineExternalSecret('Credentials', model, {
      mode: 'externalSecret',
      path,
      name: USER_SECRET,
      namespace: REGISTRY_NAMESPACE,
      keys: credentialKeys('s3', openshift),
      source: {
        store: { kind: 'SecretStore', name: READER },
        key: claim.name,
        properties: CLAIM_KEYS,
        refreshInterval,
      },
    }),
  ];
}
