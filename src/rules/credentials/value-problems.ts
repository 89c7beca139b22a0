/**
 * What is wrong with the value of a credential, by what reads it. Pure, and never a word of the value itself:
 * the rules use it for plain Secrets, and `seal` before it makes a value unreadable.
 */

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { isPlainMap } from '../../config/plain-map';
import type { BackendName } from '../../facts/platforms';
import { DOCKER_CONFIG_KEY, LOGIN_KEYS } from '../../facts/secret-keys';
import type { RegistryModel } from '../../model/model';
import { TLS_TYPE } from '../../model/route-secrets';
import type { SecretModel } from '../../model/secret';
import { PULL_TYPE } from '../../model/third-party';
import { readPem } from '../../values/pem';

/** What reads the value. */
export type ValueKind = BackendName | 'tls' | 'cloudFront' | 'pull';

/** What is wrong with a value, as the end of a sentence that begins with its key, and what to do about it. */
export interface ValueProblem {
  readonly what: string;
  readonly fix: string;
}

/** What reads the values of a Secret. */
export function kindOfSecret({ path, type, merge }: SecretModel, { storage }: RegistryModel): ValueKind {
  if (type === TLS_TYPE) return 'tls';
  if (type === PULL_TYPE || merge) return 'pull';
  return path[0] === 'credentials' ? (storage?.backend ?? 's3') : 'cloudFront';
}

/** What is wrong with one value; nothing where it is fine. */
export function valueProblem(kind: ValueKind, key: string, value: string, server?: string): ValueProblem | undefined {
  if (value.trim() === '') return { what: 'is empty', fix: 'give it a value, or leave the whole Secret out' };
  if (value.includes('\uFFFD') || value.includes('\0') || value.startsWith('\uFEFF')) {
    return { what: 'is not plain UTF-8 text', fix: 'save the file as UTF-8 without a byte order mark' };
  }
  switch (kind) {
    case 'gcs':
      return googleProblem(value);
    case 'azure':
      return lineProblem(value) ?? azureProblem(value);
    case 'oss':
      return alibabaProblem(value);
    case 'tls':
      return key === 'tls.key' ? privateKeyProblem(value) : certificateProblem(value);
    case 'cloudFront':
      return privateKeyProblem(value, 'rsa');
    case 'pull':
      return key === DOCKER_CONFIG_KEY ? pullProblem(value, server) : (lineProblem(value) ?? loginProblem(key, value));
    case 's3':
      return lineProblem(value) ?? iniProblem(value);
    default:
      return lineProblem(value);
  }
}

/** A value of one line, without anything around it. */
function lineProblem(value: string): ValueProblem | undefined {
  if (/^[^\r\n]*(\r?\n)+$/.test(value)) {
    return {
      what: 'ends in a newline',
      fix: "write the value without one, for example with printf '%s' instead of echo, or cut it off with tr -d '\\n'",
    };
  }
  if (/[\r\n]/.test(value)) return { what: 'has more than one line', fix: 'give the value alone, on one line' };
  return value === value.trim() ? undefined : { what: 'begins or ends with a blank', fix: 'take the blank away' };
}

/** The operator writes S3 keys into an INI file, whose readers cut values and strip quotes. */
function iniProblem(value: string): ValueProblem | undefined {
  if (/^["']|["']$/.test(value)) return { what: 'begins or ends with a quote', fix: 'take the quotes away' };
  const comment = /\s[#;]/.test(value);
  return comment ? { what: 'has a blank before # or ;', fix: 'make a new key: this one is cut off there' } : undefined;
}

/** Standard base64, as the SDK wants it. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const azureProblem = (value: string): ValueProblem | undefined =>
  BASE64.test(value)
    ? undefined
    : { what: 'is not base64', fix: 'give the access key of the storage account, as the portal shows it' };

/** @see https://pkg.go.dev/golang.org/x/oauth2/google */
const GOOGLE_TYPES = [
  'service_account',
  'authorized_user',
  'external_account',
  'external_account_authorized_user',
  'impersonated_service_account',
];

function googleProblem(value: string): ValueProblem | undefined {
  const fix = 'give the JSON file of the service account, whole and unchanged';
  const json = parseJson(value);
  if (!isPlainMap(json)) return { what: 'is not a JSON object', fix };
  if (typeof json.type !== 'string' || json.type === '') return { what: 'is JSON without "type"', fix };
  if (!GOOGLE_TYPES.includes(json.type)) {
    return { what: 'is JSON whose "type" Google does not know', fix: `use one of ${GOOGLE_TYPES.join(', ')}` };
  }
  const missing = json.type === 'service_account' ? ['client_email', 'private_key'].filter(key => !json[key]) : [];
  return missing.length > 0 ? { what: `is a service account without ${missing.join(' and ')}`, fix } : undefined;
}

/** An INI file with one access key. */
function alibabaProblem(value: string): ValueProblem | undefined {
  const wanted = ['type', 'access_key_id', 'access_key_secret'];
  const missing = wanted.filter(key => !new RegExp(`^\\s*${key}\\s*=\\s*\\S`, 'm').test(value));
  const fix = 'write [default], type = access_key, access_key_id = ... and access_key_secret = ..., each on its line';
  if (!/^\s*\[default\]/m.test(value)) return { what: 'has no section [default]', fix };
  if (missing.length > 0) return { what: `has no ${missing.join(' and no ')}`, fix };
  return /^\s*type\s*=\s*access_key\s*$/m.test(value) ? undefined : { what: 'is of another type than access_key', fix };
}

/** Every certificate of a chain counts, not only the first one. */
function certificateProblem(value: string): ValueProblem | undefined {
  const fix = 'give the certificate, followed by those that signed it, in PEM';
  const { certificates, broken, hasPrivateKey } = readPem(value);
  if (hasPrivateKey) return { what: 'holds a private key', fix: `${fix}; the key belongs under tls.key alone` };
  if (certificates.length === 0) return { what: 'is no certificate in PEM', fix };
  return broken > 0 ? { what: 'has a certificate that cannot be read', fix } : undefined;
}

function privateKeyProblem(value: string, type?: 'rsa'): ValueProblem | undefined {
  if (/ENCRYPTED/.test(value)) {
    return { what: 'is encrypted', fix: 'take the password away: nobody is there to type it' };
  }
  try {
    const { asymmetricKeyType } = createPrivateKey(value);
    if (type === undefined || asymmetricKeyType === type) return undefined;
    return { what: 'is no RSA key', fix: 'CloudFront signs with RSA: make a new key pair' };
  } catch {
    return { what: 'is no private key in PEM', fix: 'give the private key in PEM' };
  }
}

/** Whether key and certificate of a route belong together; nothing where one of them is broken by itself. */
export function pairProblem(certificate: string, key: string): ValueProblem | undefined {
  try {
    if (new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))) return undefined;
    return { what: 'does not belong to tls.crt', fix: 'put the certificate of this very key first in tls.crt' };
  } catch {
    return undefined;
  }
}

/** User name and password are joined by a colon, and split at the first one. */
const loginProblem = (key: string, value: string): ValueProblem | undefined =>
  key === LOGIN_KEYS[0] && value.includes(':')
    ? { what: 'has a colon', fix: 'give the user name alone: the password stands under a key of its own' }
    : undefined;

function pullProblem(value: string, server: string | undefined): ValueProblem | undefined {
  const json = parseJson(value);
  const auths = isPlainMap(json) ? json.auths : undefined;
  const fix = 'give the file that podman login --authfile FILE writes';
  if (!isPlainMap(auths)) return { what: 'is not a JSON object with "auths"', fix };
  if (server === undefined || server === '' || Object.keys(auths).some(entry => hostOf(entry) === server)) {
    return undefined;
  }
  return { what: `has no entry for ${server}`, fix: `run podman login --authfile FILE ${server}, and use that file` };
}

/** Old files have URLs, new ones may have a repository behind the host. */
const hostOf = (entry: string): string => entry.replace(/^https?:\/\//, '').split('/', 1)[0] ?? '';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
