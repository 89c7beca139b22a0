/** A Secret of the cluster: the ways it is created, and a value on its way into one. */

import { inspect } from 'node:util';
import type { Inputs } from '../config/inputs';
import type {
  Credentials,
  ExternalSecretSource,
  PlainSecretSource,
  SealedSecretSource,
  SecretSource,
} from '../config/shape/credentials';
import type { CredentialKeys } from '../facts/backends/backend';
import type { ConfigPath } from '../findings/finding';
import { canonicalDuration } from '../values/duration';
import { onceFor } from '../values/once-for';

/** An entry of a store, and how often it is read: nothing left open. */
export type ExternalSecretModel = Omit<ExternalSecretSource, 'store' | 'refreshInterval'> & {
  readonly store: Required<ExternalSecretSource['store']>;
  readonly refreshInterval: string;
};

/** How one Secret is created. */
export type SecretModel = {
  /** Where in the configuration its mode is written. */
  readonly path: ConfigPath;
  readonly name: string;
  readonly namespace: string;
  readonly type?: string;
  readonly keys: CredentialKeys;
  /** Registry whose pull credentials these are: a user name and a password may stand for the whole file. */
  readonly pullServer?: string;
  /** The Secret is there already, and gets these keys beside its own. */
  readonly merge?: true;
} & (
  | { readonly mode: 'externalSecret'; readonly source: ExternalSecretModel }
  | { readonly mode: 'sealedSecret'; readonly source: Required<SealedSecretSource> }
  | { readonly mode: 'existingSecret' }
  | {
      readonly mode: 'secret';
      readonly source: PlainSecretSource;
      /** By key; what cannot be read is missing. */
      readonly values: Readonly<Record<string, Secret>>;
      readonly allowPlaintext: boolean;
    }
);

/** What a Secret is, whichever mode it comes by. */
export type SecretTarget = Pick<SecretModel, 'path' | 'name' | 'namespace' | 'type' | 'keys' | 'pullServer' | 'merge'>;

/** Modes a Secret can have, in the order they are looked for. */
export const SECRET_MODES = ['externalSecret', 'sealedSecret', 'existingSecret', 'secret'] as const;

/** The modes that are set, `bucketClaim` left out; a rule refuses none and more than one. */
export const namedModes = (source: SecretSource | Credentials): readonly (typeof SECRET_MODES)[number][] =>
  SECRET_MODES.filter(mode => source[mode] !== undefined);

/** One Secret by the first mode that is set. */
export function resolveSecret(source: SecretSource, target: SecretTarget, inputs: Inputs): SecretModel | undefined {
  const { externalSecret, sealedSecret, existingSecret, secret } = source;
  if (externalSecret) return { mode: 'externalSecret', source: resolveExternal(externalSecret), ...target };
  if (sealedSecret) return { mode: 'sealedSecret', source: resolveSealed(sealedSecret), ...target };
  if (existingSecret) return { mode: 'existingSecret', ...target };
  if (!secret) return undefined;
  const values = readValues(secret, inputs);
  const allowPlaintext = secret.allowPlaintext ?? false;
  return { mode: 'secret', source: secret, values, allowPlaintext, ...target, type: target.type ?? 'Opaque' };
}

/** How often a store is read, unless the user says otherwise. */
const DEFAULT_REFRESH = '1h';

const resolveExternal = ({ store, refreshInterval, ...others }: ExternalSecretSource): ExternalSecretModel => ({
  store: store === undefined ? withKind(store) : storeOf(store),
  refreshInterval: canonicalDuration(refreshInterval ?? DEFAULT_REFRESH),
  ...others,
});

const withKind = (store: ExternalSecretSource['store']): ExternalSecretModel['store'] => ({
  ...store,
  kind: store?.kind ?? 'SecretStore',
});

/** One object for all clusters that have the store from one profile. */
const storeOf = onceFor(withKind);

/** What kubeseal seals for, unless another scope is set. */
export const DEFAULT_SCOPE = 'strict';

/** Base64 may be folded over lines where it is written; one line is what kubeseal creates. */
const resolveSealed = ({ encryptedData, scope }: SealedSecretSource): Required<SealedSecretSource> => ({
  scope: scope ?? DEFAULT_SCOPE,
  encryptedData: Object.fromEntries(
    Object.entries(encryptedData ?? {}).map(([key, text]) => [key, text.replace(/[\r\n]/g, '')]),
  ),
});

/** What could be read; rules report the rest. Without a prototype a key such as constructor is there only if it was read. */
function readValues({ env, files }: PlainSecretSource, inputs: Inputs): Readonly<Record<string, Secret>> {
  const read = [
    ...Object.entries(env ?? {}).map(([key, name]) => [key, inputs.env(name)] as const),
    ...Object.entries(files ?? {}).map(([key, path]) => [key, inputs.file(path)] as const),
  ];
  const values: Record<string, Secret> = Object.create(null);
  for (const [key, value] of read) if (value !== undefined) values[key] = new Secret(value);
  return values;
}

const HIDDEN = '[hidden]';

/** A credential on its way from the environment or a file into a Secret. Nothing that prints or serialises shows it. */
export class Secret {
  readonly #value: string;

  public constructor(value: string) {
    this.#value = value;
  }

  /** The value itself, for the one place that writes it. */
  public reveal(): string {
    return this.#value;
  }

  public toString(): string {
    return HIDDEN;
  }

  public toJSON(): string {
    return HIDDEN;
  }

  /** @internal Programs without the types of Node must be able to read our declarations. */
  public [inspect.custom](): string {
    return HIDDEN;
  }
}
