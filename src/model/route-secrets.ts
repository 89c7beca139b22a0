/** Key pairs of routes: Secrets by any mode, and certificates of cert-manager. */

import type { CertificateSource, CustomRoute } from '../config/shape/routes';
import { REGISTRY_NAMESPACE } from '../facts/names';
import { TLS_KEYS } from '../facts/secret-keys';
import { canonicalDuration } from '../values/duration';
import { withoutZeros } from '../values/zero';
import type { ResolveContext } from './context';
import { resolveSecret } from './credentials';
import { routeSecretName } from './registry';
import type { CertificateModel, SecretModel } from './secret-model';

/** Type of a Secret with a key pair. */
export const TLS_TYPE = 'kubernetes.io/tls';

/** The Secrets of custom routes; none for those that someone else or cert-manager makes. */
export function resolveRouteSecrets({ cluster, inputs }: ResolveContext): readonly SecretModel[] {
  return (cluster.routes?.custom ?? []).flatMap((route, index) => {
    const name = routeSecretName(route);
    if (route.tls === undefined || name === undefined) return [];
    const path = ['routes', 'custom', index, 'tls'];
    const target = { path, name, namespace: REGISTRY_NAMESPACE, type: TLS_TYPE, keys: TLS_KEYS };
    return resolveSecret(route.tls, target, inputs) ?? [];
  });
}

/** The certificates of custom routes. */
export function resolveCertificates({ cluster }: ResolveContext): readonly CertificateModel[] {
  return (cluster.routes?.custom ?? []).flatMap(route => {
    const name = routeSecretName(route);
    const source = route.tls?.certificate;
    return source === undefined || name === undefined ? [] : [certificate(name, route, source)];
  });
}

function certificate(name: string, { hostname }: CustomRoute, source: CertificateSource): CertificateModel {
  const { issuerRef, dnsNames, duration, renewBefore, keySize } = source;
  return {
    name,
    issuerRef: {
      name: issuerRef?.name ?? '',
      kind: issuerRef?.kind ?? 'ClusterIssuer',
      group: issuerRef?.group ?? 'cert-manager.io',
    },
    dnsNames: dnsNames ?? [hostname ?? ''],
    ...withoutZeros({
      duration: duration && canonicalDuration(duration),
      renewBefore: renewBefore && canonicalDuration(renewBefore),
      keySize,
    }),
  };
}
