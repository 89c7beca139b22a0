/** The ConfigMap with the CA of the storage endpoint, in openshift-config. It has one owner: us, or someone else. */

import { CA_BUNDLE_KEY, CONFIG_NAMESPACE } from '../../facts/names';
import type { TrustedCaModel } from '../../model/trusted-ca';
import { certificatesOf } from '../../values/pem';
import { type Definition, define } from '../common/definition';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import type { WithMetadata } from '../common/shared-part';

/** Has OpenShift's network operator fill the ConfigMap with the cluster's trust bundle. */
const INJECT_TRUSTED_BUNDLE = { 'config.openshift.io/inject-trusted-cabundle': 'true' };

/** Defines the ConfigMap where it is ours to define: from PEM text, or empty for OpenShift to fill. */
export function defineTrustBundle(
  model: WithMetadata,
  { source, configMap, pem }: TrustedCaModel,
): Definition | undefined {
  if (source !== 'pem' && source !== 'injected') return undefined;
  const identity = { role: 'trustBundle', name: configMap, namespace: CONFIG_NAMESPACE } as const;
  if (source === 'injected') {
    return define(k8s.KubeConfigMap, 'TrustBundle', {
      metadata: objectMetadata(model, { ...identity, labels: INJECT_TRUSTED_BUNDLE }),
    });
  }
  return define(k8s.KubeConfigMap, 'TrustBundle', {
    metadata: objectMetadata(model, identity),
    data: { [CA_BUNDLE_KEY]: certificatesOf(pem ?? '') },
  });
}
