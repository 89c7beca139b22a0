/** Keys of Secrets: what the reader looks for must be there, and nothing that is meant for another one. */

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
  /** What stands there: the name of what holds the value, or ciphertext. */
  readonly text: string;
}

const MINIO = `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}`;

const STORE = 'store: {name: vault}, key: registry';

const credentialsKeys: Rule = {
  code: 'CREDENTIALS_KEYS',
  severity: 'error',
  title: 'a Secret lacks a key that is read, or has another one',
  why: 'where this Secret is there, the operator looks nowhere else: with a key missing or misspelt the storage stays unreachable',
  fix: 'give exactly the keys that are read',
  source: 'operator pkg/storage, getCredentialsConfigData and GetConfig of each driver',
  bad: `${MINIO}
    credentials: {externalSecret: {${STORE}, properties: {AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret}}}`,
  good: `${MINIO}
    credentials: {externalSecret: {${STORE}, properties: {REGISTRY_STORAGE_S3_ACCESSKEY: id, REGISTRY_STORAGE_S3_SECRETKEY: secret}}}`,
  check: ({ model }) => secretsByPlace(model).flatMap(secret => keyHits(secret, model)),
};

/** The keys that are said; with `extract`, or where someone else makes the Secret, nobody knows them. */
export function givenKeys(secret: SecretModel): readonly GivenKey[] {
  const under = (part: string, map: Readonly<Record<string, string>> | undefined): GivenKey[] =>
    Object.entries(map ?? {}).map(([key, text]) => ({ key, text, path: [...secret.path, secret.mode, part, key] }));
  if (secret.mode === 'externalSecret') return under('properties', secret.source.properties);
  if (secret.mode === 'sealedSecret') return under('encryptedData', secret.source.encryptedData);
  if (secret.mode === 'existingSecret') return [];
  return [...under('env', secret.source.env), ...under('files', secret.source.files)];
}

/** A CA beside a key pair, and missing keys of a route or of CloudFront, are other rules'. */
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

/** A store's properties need not be said; a login needs both of its parts. */
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

/** `extract` takes everything there is, whatever the properties say. */
const beside = (secret: SecretModel, given: readonly GivenKey[]): readonly Hit[] =>
  secret.mode === 'externalSecret' && secret.source.extract && given.length > 0
    ? [
        {
          path: [...secret.path, secret.mode, 'properties'],
          what: 'properties are named beside extract: true',
          why: 'extract takes every property under its own name, and nothing else',
          fix: 'keep one of the two',
        },
      ]
    : [];

const twice = (given: readonly GivenKey[]): readonly Hit[] =>
  given
    .filter(({ key }, index) => given.findIndex(other => other.key === key) < index)
    .map(({ key, path }) => ({
      path,
      what: `${key} is given in env and in files`,
      fix: 'keep one of the two',
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

/** A key that stands where one that is needed should, is an error; one more than is needed does no harm. */
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
  why: 'it does no harm there, but is one more credential in the cluster',
  fix: 'remove it; accept this where something else reads the Secret',
} as const;

const readerOf = (secret: SecretModel, model: RegistryModel): string => {
  const kind = kindOfSecret(secret, model);
  if (kind === 'tls') return 'a route';
  if (kind === 'pull') return 'pull credentials';
  return `${kind} on OpenShift ${model.openshift}`;
};

/** The login whose keys these are, where Swift is told another one. */
function otherSwiftAuth(secret: SecretModel, model: RegistryModel, given: readonly GivenKey[]): string | undefined {
  if (secret.path[0] !== 'credentials' || model.storage?.backend !== 'swift') return undefined;
  const said = model.swiftAuth;
  return (['password', 'applicationCredential', 'token'] as const).find(
    auth =>
      auth !== said && given.some(({ key }) => credentialKeys('swift', model.openshift, auth).required.includes(key)),
  );
}

/** Keys that people bring along from elsewhere, and why they do not serve. */
const MINTED = "the operator reads this key only from the cluster's own Secret, installer-cloud-credentials";
const CLAIMED = 'this is how a bucket claim names its keys; the operator does not read them';
const renamed = (why: string, index: number) => ({
  why,
  fix: (allowed: readonly string[]): string => `call it ${allowed[index] ?? allowed.join(', ')}`,
});
const FOREIGN: Readonly<Record<string, ReturnType<typeof renamed>>> = {
  AWS_ACCESS_KEY_ID: renamed(CLAIMED, 0),
  AWS_SECRET_ACCESS_KEY: renamed(CLAIMED, 1),
  aws_access_key_id: renamed(MINTED, 0),
  aws_secret_access_key: renamed(MINTED, 1),
  credentials: {
    why: `${MINTED}; an INI file, and so a role to assume, cannot be given here`,
    fix: allowed => `give ${allowed.join(' and ')}, or leave credentials out on a cluster that has its own`,
  },
  'service_account.json': renamed(MINTED, 0),
  azure_client_id: { why: MINTED, fix: allowed => `give ${allowed.join(', ')}, the access key of the storage account` },
  azure_client_secret: {
    why: MINTED,
    fix: allowed => `give ${allowed.join(', ')}, the access key of the storage account`,
  },
  'clouds.yaml': { why: MINTED, fix: allowed => `give ${allowed.join(' and ')}` },
  ibmcloud_api_key: renamed(MINTED, 0),
  '.dockercfg': renamed(`the format before ${PULL_KEYS.required[0]}`, 0),
};

/** In the order they are listed in the documentation. */
export const SECRET_KEY_RULES: readonly Rule[] = [credentialsKeys];
