/** `storage.s3.cloudFront`: the distribution in front of the bucket, and the Secret with its private key. */

import type { CloudFront } from '../../../config/shape/s3';
import { namedModes } from '../../../model/secret';
import { parseDuration } from '../../../values/duration';
import { parseUrl, showUrl } from '../../../values/url';
import { type Hit, hitIf, type Rule } from '../../rule';
import { isAws } from './s3';

const PATH = ['storage', 's3', 'cloudFront'];

/** A cluster with this CloudFront, and more settings. */
const example = (cloudFront: string, more = ''): string => `
    platform: aws
    storage:
      s3:
        bucket: acme-registry
        region: eu-west-1
        cloudFront: ${cloudFront}${more}`;

const VALID = example(
  '{baseURL: https://d111111abcdef8.cloudfront.net, keypairID: K2JCJMDEHXQW5F, privateKey: {name: cdn, key: private.pem}}',
);

const fields: Rule = {
  code: 'CLOUDFRONT_FIELDS',
  severity: 'error',
  title: 'a CloudFront setting is missing or not valid',
  why: 'the registry pods crash at startup when the distribution or the key pair is incomplete',
  fix: 'set baseURL, keypairID, privateKey.name and privateKey.key',
  source: 'docker-distribution registry/storage/driver/middleware/cloudfront newCloudFrontStorageMiddleware',
  bad: example(
    '{baseURL: "ftp://d111111abcdef8.cloudfront.net", keypairID: K2JCJMDEHXQW5F, privateKey: {name: cdn, key: private.pem}}',
  ),
  good: VALID,
  check: ({ config: { storage } }) => (storage?.s3?.cloudFront ? fieldHits(storage.s3.cloudFront) : []),
};

/** The middleware puts https:// before a URL without a scheme. */
const withScheme = (url: string): string => (url.includes('://') ? url : `https://${url}`);

function fieldHits({ baseURL, keypairID, privateKey, duration }: CloudFront): readonly Hit[] {
  const needed: readonly (readonly [readonly string[], string | undefined])[] = [
    [['baseURL'], baseURL],
    [['keypairID'], keypairID],
    [['privateKey', 'name'], privateKey?.name],
    [['privateKey', 'key'], privateKey?.key],
  ];
  const whole = parseUrl(withScheme(baseURL ?? ''));
  return [
    ...needed.flatMap(([path, text]) =>
      hitIf(!text, () => ({ path: [...PATH, ...path], what: `cloudFront.${path.join('.')} must not be empty` })),
    ),
    ...hitIf(Boolean(baseURL) && !/^https?:$/.test(whole?.protocol ?? ''), () => ({
      path: [...PATH, 'baseURL'],
      what: `baseURL "${showUrl(baseURL)}" is not an http:// or https:// URL`,
    })),
    ...hitIf((parseDuration(duration ?? '0') ?? 0) < 0, () => ({
      path: [...PATH, 'duration'],
      what: `duration ${duration} is negative: signed URLs would already be expired when they are created`,
    })),
  ];
}

const key: Rule = {
  code: 'CLOUDFRONT_KEY',
  severity: 'error',
  title: 'the Secret with the CloudFront private key would not be created',
  why: 'the registry mounts this Secret: no pod starts if the Secret or its key is missing',
  fix: 'keep one mode for privateKey, with the key that privateKey.key names; or no mode, if you create the Secret in openshift-image-registry yourself',
  source: 'operator pkg/storage/s3/s3.go Volumes',
  bad: example(
    '{baseURL: https://d111111abcdef8.cloudfront.net, keypairID: K2X, privateKey: {name: cdn, key: private.pem, existingSecret: {}, sealedSecret: {encryptedData: {private.pem: AgB}}}}',
  ),
  good: VALID,
  check: ({ config: { storage } }) => {
    const { privateKey } = storage?.s3?.cloudFront ?? {};
    if (privateKey === undefined) return [];
    const path = [...PATH, 'privateKey'];
    const modes = namedModes(privateKey);
    if (modes.length > 1)
      return [{ path, what: `privateKey must have only one mode, not ${modes.length}: ${modes.join(', ')}` }];
    const { sealedSecret, secret } = privateKey;
    const given = sealedSecret?.encryptedData ?? (secret && { ...secret.env, ...secret.files });
    return hitIf(given !== undefined && !Object.hasOwn(given, privateKey.key), () => ({
      path: [...path, modes[0] ?? ''],
      what: `${modes[0]} has no key "${privateKey.key}"`,
    }));
  },
};

const redirect: Rule = {
  code: 'CLOUDFRONT_REDIRECT',
  severity: 'warning',
  title: 'CloudFront is not used while disableRedirect is true',
  why: 'with disableRedirect the registry serves every layer itself and never sends clients to CloudFront',
  fix: 'remove registry.disableRedirect, or cloudFront',
  source: 'docker-distribution registry/handlers/blob.go',
  bad: `${VALID}
    registry: {disableRedirect: true}`,
  good: VALID,
  check: ({ config, model }) =>
    hitIf(config.storage?.s3?.cloudFront !== undefined && model.registry?.disableRedirect === true, () => ({
      path: PATH,
      what: 'cloudFront has no effect while disableRedirect is true',
    })),
};

const endpoint: Rule = {
  code: 'CLOUDFRONT_ENDPOINT',
  severity: 'warning',
  title: 'CloudFront is used with a store that is not AWS S3',
  why: 'clients are redirected to the distribution: pulls fail unless its origin is this store',
  fix: 'check that the origin of the distribution is this store and accept this, or remove cloudFront',
  source: 'docker-distribution registry/storage/driver/middleware/cloudfront',
  bad: example(
    '{baseURL: https://d111111abcdef8.cloudfront.net, keypairID: K2X, privateKey: {name: cdn, key: private.pem}}',
    `
        regionEndpoint: https://minio.example.com
    credentials: {existingSecret: {}}`,
  ),
  good: VALID,
  check: ({ config: { storage } }) =>
    hitIf(storage?.s3?.cloudFront !== undefined && !isAws(storage.s3), () => ({
      path: PATH,
      what: `cloudFront is set, but regionEndpoint ${showUrl(storage?.s3?.regionEndpoint ?? '')} is not AWS`,
    })),
};

/** In the order they are listed in the documentation. */
export const CLOUDFRONT_RULES: readonly Rule[] = [fields, key, redirect, endpoint];
