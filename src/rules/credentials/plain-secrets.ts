/** Names of variables and files that have a value, and no plain text in git. */

import { basename, dirname } from 'node:path';
import { looksLikeCredential } from '../../findings/credential-text';
import { secretsByPlace } from '../../model/all-secrets';
import type { SecretModel } from '../../model/secret';
import type { Hit, Rule, RuleInput } from '../rule';

const MINIO = `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}`;

/** A plain Secret with both keys. */
const plain = (accessKey: string, secretKey: string, more = ''): string => `${MINIO}
    credentials:
      secret:
        env: {REGISTRY_STORAGE_S3_ACCESSKEY: ${accessKey}}
        files: {REGISTRY_STORAGE_S3_SECRETKEY: ${secretKey}}${more}`;
const ALLOWED = `
        allowPlaintext: true`;
const FINE = plain('EXAMPLE_S3_ACCESS_KEY', 'example/s3-secret-key', ALLOWED);

/** Plain Secrets, with what they name. */
const plainSecrets = ({ model }: RuleInput): readonly (SecretModel & { readonly mode: 'secret' })[] =>
  secretsByPlace(model).filter(secret => secret.mode === 'secret');

const variable: Rule = {
  code: 'SECRET_ENV',
  severity: 'error',
  acceptable: false,
  title: 'an environment variable with a credential is not set',
  why: 'the Secret would be created without this key',
  fix: 'set the variable where synth runs, or correct its name',
  source: 'src/model/credentials.ts',
  bad: plain('EXAMPLE_NOT_SET', 'example/s3-secret-key', ALLOWED),
  good: FINE,
  check: input =>
    missing(input, 'env', (key, name) =>
      isVariable(name)
        ? `the environment variable ${name} is not set`
        : `the environment variable for ${key} is not set (name not shown)`,
    ),
};

const file: Rule = {
  code: 'SECRET_FILE_UNREADABLE',
  severity: 'error',
  acceptable: false,
  title: 'a file with a credential cannot be read',
  why: 'the Secret would be created without this key',
  fix: 'correct the path, which is relative to the file that contains it, or the permissions',
  source: 'src/model/credentials.ts',
  bad: plain('EXAMPLE_S3_ACCESS_KEY', 'example/not-there', ALLOWED),
  good: FINE,
  check: input =>
    missing(input, 'files', (key, name) =>
      basename(name).includes('.')
        ? `${name} cannot be read`
        : `the file for ${key} in the folder ${dirname(name)} cannot be read`,
    ),
};

/** The usual form of names: a password that is here by mistake is not repeated. */
const isVariable = (name: string): boolean => /^_?[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(name);

function missing(input: RuleInput, part: 'env' | 'files', say: (key: string, name: string) => string): readonly Hit[] {
  return plainSecrets(input).flatMap(({ path, source, values }) =>
    Object.entries(source[part] ?? {})
      .filter(([key, name]) => values[key] === undefined && !looksLikeCredential(name))
      .map(([key, name]) => ({ path: [...path, 'secret', part, key], what: say(key, name) })),
  );
}

const plaintext: Rule = {
  code: 'PLAINTEXT_IN_OUTPUT',
  severity: 'error',
  acceptable: false,
  title: 'a credential would be written in plain text to the output folder',
  why: 'base64 hides nothing, and what is committed once stays in the history of the repository',
  fix: 'use externalSecret or sealedSecret; or apply it without a folder: registry-gitops synth --cluster NAME --stdout | oc apply -f -; or set allowPlaintext: true if the output is applied and never committed',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/secret-management/',
  bad: plain('EXAMPLE_S3_ACCESS_KEY', 'example/s3-secret-key'),
  good: FINE,
  check: input =>
    plainSecrets(input)
      .filter(({ allowPlaintext }) => !allowPlaintext)
      .map(({ path, name, namespace }) => ({
        path: [...path, 'secret'],
        what: `Secret ${namespace}/${name} would be written to the output in plain text`,
      })),
};

/** In the order they are listed in the documentation. */
export const PLAIN_SECRET_RULES: readonly Rule[] = [variable, file, plaintext];
