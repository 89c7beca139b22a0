/** Values of plain Secrets: what the reader of each cannot read, or silently misreads. */

import { BACKEND_NAMES } from '../../facts/backends';
import { LOGIN_KEYS } from '../../facts/secret-keys';
import { secretsByPlace } from '../../model/all-secrets';
import type { RegistryModel } from '../../model/model';
import type { SecretModel } from '../../model/secret';
import type { Hit, Rule } from '../rule';
import { givenKeys } from './keys';
import { kindOfSecret, pairProblem, type ValueKind, valueProblem } from './value-problems';

type PlainSecretModel = SecretModel & { readonly mode: 'secret' };

/** An example with one value from a file; `{}` is the place of the file. */
const withFile =
  (settings: string) =>
  (name: string): string =>
    settings.replace('{}', `example/${name}`);

const s3 = withFile(`
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}
    credentials:
      secret:
        allowPlaintext: true
        env: {REGISTRY_STORAGE_S3_ACCESSKEY: EXAMPLE_S3_ACCESS_KEY}
        files: {REGISTRY_STORAGE_S3_SECRETKEY: {}}`);

const gcs = withFile(`
    platform: gcp
    storage: {gcs: {bucket: registry, region: europe-west1}}
    credentials: {secret: {allowPlaintext: true, files: {REGISTRY_STORAGE_GCS_KEYFILE: {}}}}`);

const azure = withFile(`
    platform: azure
    storage: {azure: {accountName: registry, container: images}}
    credentials: {secret: {allowPlaintext: true, files: {REGISTRY_STORAGE_AZURE_ACCOUNTKEY: {}}}}`);

const route = withFile(`
    platform: aws
    routes:
      custom:
        - name: public
          hostname: registry.example.com
          tls: {secret: {allowPlaintext: true, files: {tls.crt: example/tls.crt, tls.key: {}}}}`);

const cloudFront = withFile(`
    platform: aws
    storage:
      s3:
        bucket: registry
        region: eu-west-1
        cloudFront:
          baseURL: https://d111111abcdef8.cloudfront.net
          keypairID: K2JCJMDEHXQW5F
          privateKey: {name: cdn, key: private.pem, secret: {allowPlaintext: true, files: {private.pem: {}}}}`);

const pull = withFile(`
    platform: aws
    thirdParty:
      - server: quay.io
        namespaces: [team-a]
        credentials: {secret: {allowPlaintext: true, files: {.dockerconfigjson: {}}}}`);

/** What is the same in every rule on values of one kind. */
const valueRule = (
  kinds: readonly ValueKind[],
  rule: Omit<Rule, 'check' | 'severity' | 'fix'> & Partial<Pick<Rule, 'fix'>>,
): Rule => ({
  severity: 'error',
  fix: 'replace the value in the file or the variable that holds it',
  ...rule,
  check: ({ model }) =>
    plainSecrets(model)
      .filter(secret => kinds.includes(kindOfSecret(secret, model)))
      .flatMap(secret => valueHits(secret, model)),
});

const plainSecrets = (model: RegistryModel): readonly PlainSecretModel[] =>
  secretsByPlace(model).filter(secret => secret.mode === 'secret');

/** Keys that nobody reads have a rule of their own. */
function valueHits(secret: PlainSecretModel, model: RegistryModel): readonly Hit[] {
  const kind = kindOfSecret(secret, model);
  const read = [...secret.keys.required, ...(secret.keys.optional ?? []), ...(kind === 'pull' ? LOGIN_KEYS : [])];
  return givenKeys(secret).flatMap(({ key, path }): Hit[] => {
    const value = read.includes(key) ? secret.values[key]?.reveal() : undefined;
    if (value === undefined) return [];
    const problem = valueProblem(kind, key, value, secret.pullServer) ?? wrongPair(key, secret);
    return problem === undefined ? [] : [{ path, what: `the value of ${key} ${problem.what}`, fix: problem.fix }];
  });
}

function wrongPair(key: string, { type, values }: PlainSecretModel): ReturnType<typeof pairProblem> {
  if (type === undefined || key !== 'tls.key') return undefined;
  return pairProblem(values['tls.crt']?.reveal() ?? '', values[key]?.reveal() ?? '');
}

/** Backends whose values have a rule of their own. */
const SPECIAL: readonly ValueKind[] = ['gcs', 'azure'];
const ORDINARY = BACKEND_NAMES.filter(name => !SPECIAL.includes(name));

const storage = valueRule(ORDINARY, {
  code: 'CREDENTIALS_VALUE',
  title: 'the value of a credential is not usable',
  why: 'the operator passes the value on cut, trimmed or empty, and the storage refuses every request with a wrong signature or login',
  source: 'operator pkg/storage/s3/s3.go sharedCredentialsDataFromStaticCreds',
  bad: s3('s3-secret-key-with-newline'),
  good: s3('s3-secret-key'),
});

const google = valueRule(['gcs'], {
  code: 'GCS_KEYFILE',
  title: 'the value is not a Google service account key file',
  why: 'the operator cannot log in, and cannot access the bucket',
  source: 'operator pkg/storage/gcs/gcs.go GetConfig',
  bad: gcs('not-json'),
  good: gcs('gcs-keyfile.json'),
});

const account = valueRule(['azure'], {
  code: 'AZURE_ACCOUNT_KEY',
  title: 'the value is not an Azure storage account key',
  why: 'the operator stops at an empty key, and signs every request wrongly with an invalid one',
  source: 'operator pkg/storage/azure/azure.go GetConfig',
  bad: azure('not-json'),
  good: azure('azure-account-key'),
});

const keyPair = valueRule(['tls'], {
  code: 'ROUTE_TLS_VALUE',
  title: "a route's certificate or key cannot be used",
  why: 'the router does not admit the route, or serves its default certificate',
  source: 'operator pkg/resource/route.go',
  bad: route('other-tls.key'),
  good: route('tls.key'),
});

const signer = valueRule(['cloudFront'], {
  code: 'CLOUDFRONT_PRIVATE_KEY',
  title: 'the private key of CloudFront cannot be used',
  why: 'the registry fails to start',
  source: 'docker-distribution registry/storage/driver/middleware/cloudfront',
  bad: cloudFront('pkcs8.key'),
  good: cloudFront('rsa.key'),
});

const login = valueRule(['pull'], {
  code: 'PULL_CREDENTIALS_VALUE',
  title: 'pull credentials cannot be used for this registry',
  why: 'the API server refuses a Secret without a docker config, and a login for another registry is never used',
  source: 'https://kubernetes.io/docs/concepts/configuration/secret/#docker-config-secrets',
  bad: pull('not-json'),
  good: pull('dockerconfig.json'),
});

/** In the order they are listed in the documentation. */
export const SECRET_VALUE_RULES: readonly Rule[] = [storage, google, account, keyPair, signer, login];
