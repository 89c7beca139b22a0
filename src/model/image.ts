/** `image`: the fields of the cluster's Image we are asked to own, certificates of registries, and mirrors. */

import type { ImageConfig, Mirror, RegistryCA, RegistrySources } from '../config/shape/image';
import { TRUSTED_CAS_CONFIG_MAP } from '../facts/names';
import { repeated } from '../values/repeated';
import { withoutZeros } from '../values/zero';
import type { ResolveContext } from './context';
import { normalisePem } from './trusted-ca';

/**
 * The fields of the cluster's Image that are ours; others keep their owner.
 *
 * @see openshift/api config/v1 ImageSpec
 */
export type ImageSpecModel = Pick<
  ImageConfig,
  'registrySources' | 'allowedRegistriesForImport' | 'externalRegistryHostnames' | 'imageStreamImportMode'
> & { readonly additionalTrustedCA?: { readonly name: string } };

/** Mirrors of one source, without doubles. */
export type MirrorModel = Mirror & Required<Pick<Mirror, 'mirrors'>>;

/** Image settings of the whole cluster. */
export interface ImageModel {
  /** Empty where no field is ours. */
  readonly spec: ImageSpecModel;
  /** PEM text by key of the ConfigMap. */
  readonly trustedCAs: Readonly<Record<string, string>>;
  /** The objects this OpenShift version reads mirrors from. */
  readonly mirrorKind: 'mirrorSets' | 'contentSourcePolicy';
  readonly digestMirrors: readonly MirrorModel[];
  readonly tagMirrors: readonly MirrorModel[];
}

/** First version with mirror sets; before, there is one policy, for digests alone. */
export const MIRROR_SETS_SINCE = '4.13';

/** The settings, or undefined where none are set. */
export function resolveImage({ cluster, inputs, since }: ResolveContext): ImageModel | undefined {
  const { image } = cluster;
  if (image === undefined) return undefined;
  const trustedCAs = Object.entries(registryCAs(image)).map(
    ([host, source]) => [caKey(host), pemOf(source, inputs.file) ?? ''] as const,
  );
  return {
    spec: specOf(image, existingCAs(image) ?? (trustedCAs.length > 0 ? TRUSTED_CAS_CONFIG_MAP : undefined)),
    trustedCAs: Object.fromEntries(trustedCAs),
    mirrorKind: since(MIRROR_SETS_SINCE) ? 'mirrorSets' : 'contentSourcePolicy',
    digestMirrors: mirrorsOf(image.imageDigestMirrors),
    tagMirrors: mirrorsOf(image.imageTagMirrors),
  };
}

/** Certificates by host; none where a ConfigMap of others has them. */
export function registryCAs({ additionalTrustedCA = {} }: ImageConfig): Readonly<Record<string, RegistryCA>> {
  if (!('configMap' in additionalTrustedCA)) return additionalTrustedCA;
  const { configMap: _, ...hosts } = additionalTrustedCA;
  return hosts;
}

/** Name of the ConfigMap of others, where one is named. */
export const existingCAs = ({ additionalTrustedCA = {} }: ImageConfig): string | undefined =>
  'configMap' in additionalTrustedCA ? String(additionalTrustedCA.configMap) : undefined;

function specOf(image: ImageConfig, trustedCAs: string | undefined): ImageSpecModel {
  return withoutZeros({
    additionalTrustedCA: trustedCAs === undefined ? undefined : { name: trustedCAs },
    registrySources: withoutZeros(sourcesOf(image.registrySources ?? {})),
    allowedRegistriesForImport: uniqueBy(
      (image.allowedRegistriesForImport ?? []).map(({ domainName, insecure }) => ({
        domainName,
        insecure: insecure || undefined,
      })),
      JSON.stringify,
    ),
    externalRegistryHostnames: unique(image.externalRegistryHostnames),
    imageStreamImportMode: image.imageStreamImportMode,
  }) as ImageSpecModel;
}

const sourcesOf = (sources: RegistrySources): RegistrySources => ({
  insecureRegistries: unique(sources.insecureRegistries),
  blockedRegistries: unique(sources.blockedRegistries),
  allowedRegistries: unique(sources.allowedRegistries),
  containerRuntimeSearchRegistries: unique(sources.containerRuntimeSearchRegistries),
});

/** A ConfigMap key cannot hold a colon: `host:5000` becomes `host..5000`. */
export const caKey = (host: string): string => host.replace(/:(\d+)$/, '..$1');

/** The certificates as text; undefined if neither key is set, or the file cannot be read. */
export function pemOf(
  { pem, pemFile }: RegistryCA,
  readFile: (path: string) => string | undefined,
): string | undefined {
  const text = pem ?? (pemFile === undefined ? undefined : readFile(pemFile));
  return text === undefined ? undefined : normalisePem(text);
}

const mirrorsOf = (mirrors: readonly Mirror[] | undefined): readonly MirrorModel[] =>
  (mirrors ?? []).map(mirror => ({ ...mirror, mirrors: unique(mirror.mirrors) }));

const unique = (list: readonly string[] = []): readonly string[] => [...new Set(list)];

/** Keeps the first of each, in the user's order. */
function uniqueBy<T>(list: readonly T[], key: (item: T) => string): readonly T[] {
  const again = repeated(list, key);
  return list.filter((_, index) => !again.has(index));
}
