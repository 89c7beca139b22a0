/** Sealing: a value under the public key of one cluster's Sealed Secrets controller. */

import {
  constants,
  createCipheriv,
  createPublicKey,
  type KeyObject,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'node:crypto';

/** Where a sealed value can be opened. */
export type SealingScope = 'strict' | 'namespace-wide' | 'cluster-wide';

/** The public half of the controller's key. */
export interface SealingKey {
  readonly key: KeyObject;
  /** Last moment of the certificate; absent for a bare public key. */
  readonly validTo?: Date;
}

/**
 * Seals a value: a session key under RSA-OAEP, with its scope as the label, then the value under AES-GCM.
 * The session key is new each time, so that a nonce of zeros is used only once.
 *
 * @see https://github.com/bitnami-labs/sealed-secrets/blob/main/pkg/crypto/crypto.go HybridEncrypt
 */
export function sealValue(value: string, key: KeyObject, label: string): string {
  const session = randomBytes(32);
  const wrapped = publicEncrypt(
    { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256', oaepLabel: Buffer.from(label) },
    session,
  );
  const cipher = createCipheriv('aes-256-gcm', session, Buffer.alloc(12));
  const sealed = [cipher.update(value, 'utf8'), cipher.final(), cipher.getAuthTag()];
  const length = Buffer.alloc(2);
  length.writeUInt16BE(wrapped.length);
  return Buffer.concat([length, wrapped, ...sealed]).toString('base64');
}

/** The label, which the controller uses again to open the value. */
export function sealingLabel(scope: SealingScope, namespace: string, name: string): string {
  if (scope === 'cluster-wide') return '';
  return scope === 'namespace-wide' ? namespace : `${namespace}/${name}`;
}

/** The key in a certificate, or a bare public key, in PEM; undefined for anything that cannot seal. */
export function readSealingKey(pem: string): SealingKey | undefined {
  const found = publicKeyOf(pem);
  const bits = found?.key.asymmetricKeyDetails?.modulusLength ?? 0;
  return found?.key.asymmetricKeyType === 'rsa' && bits >= 2048 ? found : undefined;
}

function publicKeyOf(pem: string): SealingKey | undefined {
  if (pem.includes('PRIVATE KEY')) return undefined;
  try {
    if (!pem.includes('BEGIN CERTIFICATE')) return { key: createPublicKey(pem) };
    const certificate = new X509Certificate(pem);
    return { key: certificate.publicKey, validTo: new Date(certificate.validTo) };
  } catch {
    return undefined;
  }
}
