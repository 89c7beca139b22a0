/** Keys of Secrets: what the reader looks for must exist, and nothing for another reader. */

import { nearest } from '../../config/nearest';
import { credentialKeys, DOCKER_CONFIG_KEY, LOGIN_KEYS, PULL_KEYS } from '../../facts/secret-keys';
import { looksLikeCredential } from '../../findings/credential-text';
import type { ConfigPath } from '../../findings/finding';
import { secretsByPlace } from '../../model/all-secrets';
import type { RegistryModel } from '../../model/model';
import type { SecretModel } from '../../model/secret';
import type { Hit, Rule } from '../rule';
import { kindOfSecret } from './value-problems';

/** A key that the configuration gives. */
export interface GivenKey {
  readonly key: string;
  readonly path: ConfigPath;
  /** What it holds: the name of what has the value, or ciphertext. */
  readonly text: string;
}

const MINIO = `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}`;

const STORE = 'store: {name: vault}, key: registry';

const credentialsKeys: Rule = {
  code: 'CREDENTIALS_KEYS',
  severity: 'error',
  title: 'a Secret lacks a key, or has one that is not read',
  why: 'the operator reads this Secret and no other: with a missing or misspelt key it cannot access the storage',
  fix: 'write exactly the keys that are read',
  source: 'operator pkg/storage, getCredentialsConfigData and GetConfig of each driver',
  bad: `${MINIO}
    credentials: {externalSecret: {${STORE}, properties: {AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret}}}`,
  good: `${MINIO}
    credentials: {externalSecret: {${STORE}, properties: {REGISTRY_STORAGE_S3_ACCESSKEY: id, REGISTRY_STORAGE_S3_SECRETKEY: secret}}}`,
  check: ({ model }) => secretsByPlace(model).flatMap(secret => keyHits(secret, model)),
};

/** The keys that are set; with `extract`, or where someone else creates the Secret, they are not known. */
export function givenKeys(secret: SecretModel): readonly GivenKey[] {
  const under = (part: string, map: Readonly<Record<string, string>> | undefined): GivenKey[] =>
    Object.entries(map ?? {}).map(([key, text]) => ({ key, text, path: [...secret.path, secret.mode, part, key] }));
  if (secret.mode === 'externalSecret') return under('properties', secret.source.properties);
  if (secret.mode === 'sealedSecret') return under('encryptedData', secret.source.encryptedData);
  if (secret.mode === 'existingSecret') return [];
  return [...under('env', secret.source.env), ...under('files', secret.source.files)];
}

/** A CA beside a key pair, and missing keys of a route or of CloudFront, have rules of their own. */
function keyHits(secret: SecretModel, model: RegistryModel): readonly Hit[] {
  const given = givenKeys(secret);
  const { required, allowed } = expectedKeys(secret, given);
  const elsewhere = ['tls', 'cloudFront'].includes(kindOfSecret(secret, model));
  const isGiven = (key: string): boolean => given.some(other => other.key === key);
  const needed = required.length > 0 ? required : secret.keys.required;
  const missing = elsewhere ? [] : required.filter(key => !isGiven(key));
  const strange = given.filter(({ key }) => !allowed.includes(key) && !(elsewhere && key === 'ca.crt'));
  return [
    ...beside(secret, given),
    ...strange.map(one => strangeHit(one, secret, model, { allowed, open: needed.filter(key => !isGiven(key)) })),
    ...twice(given),
    ...(missing.length > 0 ? [missingHit(secret, model, missing, given)] : []),
  ];
}

/** A store's properties need not be set; a login needs both of its parts. */
function expectedKeys(
  secret: SecretModel,
  given: readonly GivenKey[],
): { readonly required: readonly string[]; readonly allowed: readonly string[] } {
  const { keys, mode, pullServer } = secret;
  const known = [...keys.required, ...(keys.optional ?? [])];
  if (mode === 'existingSecret') return { required: [], allowed: known };
  const isLogin = pullServer !== undefined && given.some(({ key }) => (LOGIN_KEYS as readonly string[]).includes(key));
  if (isLogin && mode !== 'sealedSecret') return { required: LOGIN_KEYS, allowed: LOGIN_KEYS };
  if (mode === 'externalSecret') return { required: [], allowed: known };
  return { required: keys.required, allowed: [...known, ...keys.empty] };
}

/** `extract` takes everything there is and ignores the properties. */
const beside = (secret: SecretModel, given: readonly GivenKey[]): readonly Hit[] =>
  secret.mode === 'externalSecret' && secret.source.extract && given.length > 0
    ? [
        {
          path: [...secret.path, secret.mode, 'properties'],
          what: 'properties have no effect with extract: true',
          why: 'extract copies every property under its own name, and nothing else',
          fix: 'remove properties or extract',
        },
      ]
    : [];

const twice = (given: readonly GivenKey[]): readonly Hit[] =>
  given
    .filter(({ key }, index) => given.findIndex(other => other.key === key) < index)
    .map(({ key, path }) => ({
      path,
      what: `${key} is set in both env and files`,
      fix: `remove ${key} from env or from files`,
    }));

function missingHit(
  secret: SecretModel,
  model: RegistryModel,
  missing: readonly string[],
  given: readonly GivenKey[],
): Hit {
  const part = { externalSecret: 'properties', sealedSecret: 'encryptedData', secret: 'env', existingSecret: '' };
  const auth = otherSwiftAuth(secret, model, given);
  return {
    path: [...secret.path, secret.mode, part[secret.mode]],
    what: `${secret.mode} has no ${missing.join(' and no ')}`,
    fix: auth ? `add them, or set credentials.swiftAuth to ${auth}` : `add ${missing.join(' and ')}`,
  };
}

/** A key in the place of a needed one is an error; a key in addition does no harm. */
function strangeHit(
  one: GivenKey,
  secret: SecretModel,
  model: RegistryModel,
  { allowed, open }: { readonly allowed: readonly string[]; readonly open: readonly string[] },
): Hit {
  const { key, path } = one;
  const shown = looksLikeCredential(key) ? 'a key' : `"${key}"`;
  const auth = otherSwiftAuth(secret, model, [one]);
  const known = Object.hasOwn(FOREIGN, key) ? FOREIGN[key] : undefined;
  const close = nearest(key, allowed);
  const list = allowed.join(', ');
  const instead = known !== undefined || auth !== undefined || READ_ELSEWHERE.test(key) || open.includes(close ?? '');
  if (!(instead && open.length > 0) && key !== DOCKER_CONFIG_KEY) {
    return { path, what: `${shown} is not read for ${readerOf(secret, model)}`, ...ONE_MORE };
  }
  return {
    path,
    what: `${shown} is not read for ${readerOf(secret, model)}`,
    why: known?.why,
    fix: auth
      ? `set credentials.swiftAuth to ${auth}, or use ${list}`
      : (known?.fix(allowed) ?? (close ? `write ${close}` : `use ${list}`)),
  };
}

/** Keys that are read for another backend, or make pull credentials of one server. */
const READ_ELSEWHERE = /^(REGISTRY_STORAGE_.*|username|password)$/;

const ONE_MORE = {
  severity: 'warning',
  why: 'the key does no harm, but is one more credential in the cluster',
  fix: 'remove the key; accept this if something else reads the Secret',
} as const;

const readerOf = (secret: SecretModel, model: RegistryModel): string => {
  const kind = kindOfSecret(secret, model);
  if (kind === 'tls') return 'a route';
  if (kind === 'pull') return 'pull credentials';
  return `${kind} on OpenShift ${model.openshift}`;
};

/** The login whose keys these are, where swiftAuth is another one. */
function otherSwiftAuth(secret: SecretModel, model: RegistryModel, given: readonly GivenKey[]): string | undefined {
  if (secret.path[0] !== 'credentials' || model.storage?.backend !== 'swift') return undefined;
  const said = model.swiftAuth;
  return (['password', 'applicationCredential', 'token'] as const).find(
    auth =>
      auth !== said && given.some(({ key }) => credentialKeys('swift', model.openshift, auth).required.includes(key)),
  );
}

/** Keys that people copy from elsewhere, and why they do not work. */
const MINTED = "the operator reads this key only from the cluster's own Secret, installer-cloud-credentials";
const CLAIMED = 'the Secret of a bucket claim has this key; the operator does not read it';
const renamed = (why: string, index: number) => ({
  why,
  fix: (allowed: readonly string[]): string => `name it ${allowed[index] ?? allowed.join(', ')}`,
});
const FOREIGN: Readonly<Record<string, ReturnType<typeof renamed>>> = {
  AWS_ACCESS_KEY_ID: renamed(CLAIMED, 0),
  AWS_SECRET_ACCESS_KEY: renamed(CLAIMED, 1),
  aws_access_key_id: renamed(MINTED, 0),
  aws_secret_access_key: renamed(MINTED, 1),
  credentials: {
    why: `${MINTED}; an INI file, and with it a role to assume, is not supported here`,
    fix: allowed => `set ${allowed.join(' and ')}, or remove credentials on a cluster that has its own`,
  },
  'service_account.json': renamed(MINTED, 0),
  azure_client_id: { why: MINTED, fix: allowed => `set ${allowed.join(', ')}, the access key of the storage account` },
  azure_client_secret: {
    why: MINTED,
    fix: allowed => `set ${allowed.join(', ')}, the access key of the storage account`,
  },
  'clouds.yaml': { why: MINTED, fix: allowed => `set ${allowed.join(' and ')}` },
  ibmcloud_api_key: renamed(MINTED, 0),
  '.dockercfg': renamed(`the format before ${PULL_KEYS.required[0]}`, 0),
};

/** In the order they are listed in the documentation. */
export const SECRET_KEY_RULES: readonly Rule[] = [credentialsKeys];
