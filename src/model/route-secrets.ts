/** Key pairs of routes: Secrets by any mode, and certificates of cert-manager. */

import type { CertificateSource, CustomRoute, IssuerRef } from '../config/shape/routes';
import { REGISTRY_NAMESPACE } from '../facts/names';
import { TLS_KEYS } from '../facts/secret-keys';
import { canonicalDuration } from '../values/duration';
import { NONE } from '../values/none';
import { withoutZeros } from '../values/zero';
import type { ResolveContext } from './context';
import { routeSecretName } from './registry';
import { resolveSecret, type SecretModel } from './secret';

/** A certificate that cert-manager keeps in a Secret of the same name. */
export interface CertificateModel {
  readonly name: string;
  readonly issuerRef: Required<IssuerRef>;
  readonly dnsNames: readonly string[];
  readonly duration?: string;
  readonly renewBefore?: string;
  readonly keySize?: number;
}

/** Type of a Secret with a key pair. */
export const TLS_TYPE = 'kubernetes.io/tls';

/** The Secrets of custom routes; none for those that someone else or cert-manager makes. */
export function resolveRouteSecrets({ cluster, inputs }: ResolveContext): readonly SecretModel[] {
  const custom = cluster.routes?.custom;
  if (custom === undefined) return NONE;
  return custom.flatMap((route, index) => {
    const name = routeSecretName(route);
    if (route.tls === undefined || name === undefined) return [];
    const path = ['routes', 'custom', index, 'tls'];
    const target = { path, name, namespace: REGISTRY_NAMESPACE, type: TLS_TYPE, keys: TLS_KEYS };
    return resolveSecret(route.tls, target, inputs) ?? [];
  });
}

/** The certificates of custom routes. */
export function resolveCertificates({ cluster }: ResolveContext): readonly CertificateModel[] {
  const custom = cluster.routes?.custom;
  if (custom === undefined) return NONE;
  return custom.flatMap(route => {
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
