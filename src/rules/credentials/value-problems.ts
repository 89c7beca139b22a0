/**
 * What is wrong with the value of a credential, by what reads it. Pure, and never any part of the value itself:
 * the rules use it for plain Secrets, and `seal` before it makes a value unreadable.
 */

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { isPlainMap } from '../../config/plain-map';
import { BACKENDS, type BackendName } from '../../facts/backends';
import { DOCKER_CONFIG_KEY, LOGIN_KEYS } from '../../facts/secret-keys';
import type { RegistryModel } from '../../model/model';
import { TLS_TYPE } from '../../model/route-secrets';
import type { SecretModel } from '../../model/secret';
import { PULL_TYPE } from '../../model/third-party';
import { lineProblem, parseJson, type ValueProblem } from '../../values/credential';
import { readPem } from '../../values/pem';

/** What reads the value. */
export type ValueKind = BackendName | 'tls' | 'cloudFront' | 'pull';

/** What reads the values of a Secret. */
export function kindOfSecret({ path, type, merge }: SecretModel, { storage }: RegistryModel): ValueKind {
  if (type === TLS_TYPE) return 'tls';
  if (type === PULL_TYPE || merge) return 'pull';
  return path[0] === 'credentials' ? (storage?.backend ?? 's3') : 'cloudFront';
}

/** What is wrong with one value; nothing where it is fine. */
export function valueProblem(kind: ValueKind, key: string, value: string, server?: string): ValueProblem | undefined {
  if (value.trim() === '') return { what: 'is empty', fix: 'set a value, or remove the whole Secret' };
  if (value.includes('\uFFFD') || value.includes('\0') || value.startsWith('\uFEFF')) {
    return { what: 'is not plain UTF-8 text', fix: 'save the file as UTF-8 without a byte order mark' };
  }
  switch (kind) {
    case 'tls':
      return key === 'tls.key' ? privateKeyProblem(value) : certificateProblem(value);
    case 'cloudFront':
      return privateKeyProblem(value, 'rsa');
    case 'pull':
      return key === DOCKER_CONFIG_KEY ? pullProblem(value, server) : (lineProblem(value) ?? loginProblem(key, value));
    default:
      return backendProblem(kind, value);
  }
}

function backendProblem(backend: BackendName, value: string): ValueProblem | undefined {
  const { secret } = BACKENDS[backend];
  return secret === 'none' ? undefined : secret.value(value);
}

/** Every certificate of a chain counts, not only the first one. */
function certificateProblem(value: string): ValueProblem | undefined {
  const fix = 'use the certificate in PEM, followed by those that signed it';
  const { certificates, broken, hasPrivateKey } = readPem(value);
  if (hasPrivateKey)
    return { what: 'must not contain a private key', fix: `${fix}; the key belongs under tls.key alone` };
  if (certificates.length === 0) return { what: 'is not a certificate in PEM', fix };
  return broken > 0 ? { what: 'has a certificate that cannot be read', fix } : undefined;
}

function privateKeyProblem(value: string, type?: 'rsa'): ValueProblem | undefined {
  if (/ENCRYPTED/.test(value)) {
    return {
      what: 'must not be encrypted',
      fix: 'remove the password with "openssl pkey -in FILE": nobody can type it',
    };
  }
  try {
    const { asymmetricKeyType } = createPrivateKey(value);
    if (type === undefined) return undefined;
    if (asymmetricKeyType !== type)
      return { what: 'is not an RSA key', fix: 'create an RSA key pair: CloudFront signs with RSA only' };
    return /-----BEGIN ([A-Z0-9 ]+)-----/.exec(value)?.[1] === 'RSA PRIVATE KEY' ? undefined : NOT_PKCS1;
  } catch {
    return { what: 'is not a private key in PEM', fix: 'use the private key in PEM' };
  }
}

/** @see docker-distribution registry/storage/driver/middleware/cloudfront; aws-sdk-go sign.LoadPEMPrivKey */
const NOT_PKCS1: ValueProblem = {
  what: 'is not in PKCS#1, the only form that the registry reads',
  fix: 'convert the key with "openssl rsa -traditional -in FILE": its first line then names an RSA PRIVATE KEY',
};

/** Whether key and certificate of a route belong together; nothing where one of them is broken by itself. */
export function pairProblem(certificate: string, key: string): ValueProblem | undefined {
  try {
    if (new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))) return undefined;
    return { what: 'does not belong to tls.crt', fix: 'put the certificate of this key first in tls.crt' };
  } catch {
    return undefined;
  }
}

/** User name and password are joined by a colon, and split at the first one. */
const loginProblem = (key: string, value: string): ValueProblem | undefined =>
  key === LOGIN_KEYS[0] && value.includes(':')
    ? { what: 'must not contain a colon', fix: 'write the user name alone: the password has a key of its own' }
    : undefined;

function pullProblem(value: string, server: string | undefined): ValueProblem | undefined {
  const json = parseJson(value);
  const auths = isPlainMap(json) ? json.auths : undefined;
  const fix = 'use the file that podman login --authfile FILE writes';
  if (!isPlainMap(auths)) return { what: 'is not a JSON object with "auths"', fix };
  if (server === undefined || server === '' || Object.keys(auths).some(entry => hostOf(entry) === server)) {
    return undefined;
  }
  return { what: `has no entry for ${server}`, fix: `run podman login --authfile FILE ${server}, and use that file` };
}

/** Old files have URLs, new ones may have a repository behind the host. */
const hostOf = (entry: string): string => entry.replace(/^https?:\/\//, '').split('/', 1)[0] ?? '';
