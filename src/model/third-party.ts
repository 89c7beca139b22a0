/** `thirdParty` and `pullSecret`: pull credentials by namespace, and the image streams that need them. */

import type { ImageStreamTag, ThirdPartyRegistry } from '../config/shape/third-party';
import { CONFIG_NAMESPACE } from '../facts/names';
import { PULL_KEYS } from '../facts/secret-keys';
import { NONE } from '../values/none';
import type { ResolveContext } from './context';
import { resolveSecret, type SecretModel } from './secret';

/** One tag of an image stream, nothing left open. */
export type ImageStreamTagModel = Required<ImageStreamTag>;

/** An image stream that follows external images. */
export interface ImageStreamModel {
  readonly name: string;
  readonly namespace: string;
  readonly tags: readonly ImageStreamTagModel[];
}

/** Type of a Secret with pull credentials. */
export const PULL_TYPE = 'kubernetes.io/dockerconfigjson';

/** Names of Secrets that the documentation gives. */
const KNOWN_NAMES: Readonly<Record<string, string>> = { 'registry.redhat.io': 'redhat-registry-credentials' };

/** Name of the Secret with a registry's pull credentials, the same in every namespace. */
export function pullSecretName({ server, secretName }: Pick<ThirdPartyRegistry, 'server' | 'secretName'>): string {
  const host = server ?? '';
  const known = Object.hasOwn(KNOWN_NAMES, host) ? KNOWN_NAMES[host] : undefined;
  return secretName ?? known ?? `${nameOf(host)}-pull`;
}

/** `quay.io/acme` as `quay-io-acme`. */
const nameOf = (server: string): string =>
  serverHost(server)
    .toLowerCase()
    .replaceAll('*', 'any')
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** The server without scheme and without a slash at its end, which readers of pull credentials leave out too. */
export const serverHost = (server: string): string => server.replace(/^https?:\/\//i, '').replace(/\/+$/, '');

/** One Secret for each registry and namespace. */
export function resolvePullSecrets({ cluster, inputs }: ResolveContext): readonly SecretModel[] {
  if (cluster.thirdParty === undefined) return NONE;
  return cluster.thirdParty.flatMap((registry, index) => {
    const { credentials, namespaces, server } = registry;
    if (credentials === undefined) return [];
    const path = ['thirdParty', index, 'credentials'];
    const target = { path, name: pullSecretName(registry), type: PULL_TYPE, keys: PULL_KEYS, pullServer: server ?? '' };
    return [...new Set(namespaces)].flatMap(
      namespace => resolveSecret(credentials, { namespace, ...target }, inputs) ?? [],
    );
  });
}

/** The cluster's own pull secret, which the installer made: its one key is replaced, nothing else. */
export function resolvePullSecret({ cluster, inputs }: ResolveContext): SecretModel | undefined {
  const { externalSecret } = cluster.pullSecret ?? {};
  if (externalSecret === undefined) return undefined;
  const target = { path: ['pullSecret'], name: 'pull-secret', namespace: CONFIG_NAMESPACE, keys: PULL_KEYS };
  return resolveSecret({ externalSecret }, { merge: true, ...target }, inputs);
}

/** Every image stream of every registry. */
export const resolveImageStreams = ({ cluster: { thirdParty } }: ResolveContext): readonly ImageStreamModel[] =>
  thirdParty === undefined ? NONE : streamsOf(thirdParty);

const streamsOf = (registries: readonly ThirdPartyRegistry[]): readonly ImageStreamModel[] =>
  registries.flatMap(({ imageStreams }) =>
    (imageStreams ?? []).map(({ name, namespace, tags }) => ({
      name: name ?? '',
      namespace: namespace ?? '',
      tags: (tags ?? []).map(tag => ({
        name: tag.name ?? '',
        from: tag.from ?? '',
        scheduled: tag.scheduled ?? false,
        insecure: tag.insecure ?? false,
        referencePolicy: tag.referencePolicy ?? 'Source',
      })),
    })),
  );
