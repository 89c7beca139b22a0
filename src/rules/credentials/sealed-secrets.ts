/** Ciphertext: whether it can have come from a sealing tool, and whether the controller will open it where it goes. */

import type { ConfigPath } from '../../findings/finding';
import { allSecrets, secretsByPlace } from '../../model/all-secrets';
import type { RegistryModel } from '../../model/model';
import type { SecretModel } from '../../model/secret';
import { type Hit, hitIf, type Rule } from '../rule';

type SealedSecretModel = SecretModel & { readonly mode: 'sealedSecret' };

/** Bytes of RSA keys of 2048, 3072 and 4096 bits. */
const KEY_BYTES: readonly number[] = [256, 384, 512];
/** Bytes of the tag that GCM adds. */
const TAG_BYTES = 16;

/** Whether a text has the layout of a sealed value: length, the session key under RSA, ciphertext and its tag. */
export function isSealedValue(text: string): boolean {
  const line = text.replace(/[\r\n]/g, '');
  const bytes = Buffer.from(line, 'base64');
  if (bytes.length < 2 || bytes.toString('base64') !== line) return false;
  const length = bytes.readUInt16BE(0);
  return KEY_BYTES.includes(length) && bytes.length >= 2 + length + TAG_BYTES;
}

/** A value of the right form, for the examples of rules: nobody can open it. */
export const EXAMPLE_SEALED_VALUE = Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(256 + 24, 'example')]).toString(
  'base64',
);

const example = (accessKey: string): string => `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}
    credentials:
      sealedSecret:
        encryptedData:
          REGISTRY_STORAGE_S3_ACCESSKEY: ${accessKey}
          REGISTRY_STORAGE_S3_SECRETKEY: ${EXAMPLE_SEALED_VALUE}`;

const value: Rule = {
  code: 'SEALED_VALUE',
  severity: 'error',
  acceptable: false,
  title: 'a value under encryptedData is not ciphertext',
  why: 'the controller cannot decrypt it, and the Secret is never created; if it is the credential itself, everyone can read it',
  fix: 'run registry-gitops seal, or kubeseal --raw; replace a credential that was written here in plain text',
  source: 'sealed-secrets pkg/crypto/crypto.go',
  bad: example('c2VjcmV0'),
  good: example(EXAMPLE_SEALED_VALUE),
  check: ({ model }) =>
    sealed(secretsByPlace(model)).flatMap(({ path, source }) =>
      Object.entries(source.encryptedData).flatMap(([key, text]) =>
        hitIf(!isSealedValue(text), () => ({
          path: [...path, 'sealedSecret', 'encryptedData', key],
          what: `the value of ${key} is not a sealed value`,
        })),
      ),
    ),
};

const pull = (namespaces: string, scope: string): string => `
    platform: aws
    thirdParty:
      - server: quay.io
        namespaces: [${namespaces}]
        credentials: {sealedSecret: {${scope}encryptedData: {.dockerconfigjson: ${EXAMPLE_SEALED_VALUE}}}}`;

const scope: Rule = {
  code: 'SEALED_SCOPE',
  severity: 'error',
  acceptable: false,
  title: 'a value is used outside the scope it was sealed for',
  why: 'the namespace, and in the strict scope the name, are part of the encryption: the controller cannot decrypt the value for another one',
  fix: 'seal the values with --scope cluster-wide, and set scope: cluster-wide',
  source: 'https://github.com/bitnami-labs/sealed-secrets#scopes',
  bad: pull('team-a, team-b', ''),
  good: pull('team-a, team-b', 'scope: cluster-wide, '),
  check: ({ model }) => [
    ...sealed(secretsByPlace(model)).flatMap(one => namespaceHits(one, model)),
    ...annotationHits(model),
  ],
};

function namespaceHits({ path, source }: SealedSecretModel, model: RegistryModel): readonly Hit[] {
  const same = sealed(allSecrets(model)).filter(other => samePath(other.path, path));
  const namespaces = [...new Set(same.map(({ namespace }) => namespace))];
  return hitIf(namespaces.length > 1 && source.scope !== 'cluster-wide', () => ({
    path: [...path, 'sealedSecret', 'scope'],
    what: `a value of scope ${source.scope} cannot be used in ${namespaces.length} namespaces: ${namespaces.join(', ')}`,
  }));
}

/** An annotation for all objects of the cluster would change what the controller believes of each. */
function annotationHits(model: RegistryModel): readonly Hit[] {
  const names = Object.keys(model.metadata.annotations ?? {}).filter(name =>
    /^sealedsecrets\.bitnami\.com\/(namespace|cluster)-wide$/.test(name),
  );
  if (names.length === 0 || sealed(allSecrets(model)).length === 0) return [];
  return names.map(name => ({
    path: ['metadata', 'annotations', name],
    what: `the annotation ${name} would change the scope of every SealedSecret`,
    fix: 'remove the annotation, and set scope beside encryptedData',
  }));
}

const sealed = (secrets: readonly SecretModel[]): readonly SealedSecretModel[] =>
  secrets.filter(secret => secret.mode === 'sealedSecret');

const samePath = (a: ConfigPath, b: ConfigPath): boolean => JSON.stringify(a) === JSON.stringify(b);

/** In the order they are listed in the documentation. */
export const SEALED_SECRET_RULES: readonly Rule[] = [value, scope];
