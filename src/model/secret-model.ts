/** Secrets, and what needs them, everything decided. */

import type { ExternalSecretSource, PlainSecretSource, SealedSecretSource } from '../config/shape/credentials';
import type { IssuerRef } from '../config/shape/routes';
import type { ImageStreamTag } from '../config/shape/third-party';
import type { CredentialKeys } from '../facts/secret-keys';
import type { ConfigPath } from '../findings/finding';
import type { Secret } from './secret';

/** How one Secret comes about. */
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
  | { readonly mode: 'externalSecret'; readonly source: ExternalSecretSource }
  | { readonly mode: 'sealedSecret'; readonly source: SealedSecretSource }
  | { readonly mode: 'existingSecret' }
  | {
      readonly mode: 'secret';
      readonly source: PlainSecretSource;
      /** By key; what cannot be read is missing. */
      readonly values: Readonly<Record<string, Secret>>;
      readonly allowPlaintext: boolean;
    }
);

/** A certificate that cert-manager keeps in a Secret of the same name. */
export interface CertificateModel {
  readonly name: string;
  readonly issuerRef: Required<IssuerRef>;
  readonly dnsNames: readonly string[];
  readonly duration?: string;
  readonly renewBefore?: string;
  readonly keySize?: number;
}

/** One tag of an image stream, nothing left open. */
export type ImageStreamTagModel = Required<ImageStreamTag>;

/** An image stream that follows foreign images. */
export interface ImageStreamModel {
  readonly name: string;
  readonly namespace: string;
  readonly tags: readonly ImageStreamTagModel[];
}
