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
  title: 'a setting of CloudFront cannot work',
  why: 'the registry stops at its start when the distribution or the key pair is not whole',
  fix: 'give baseURL, keypairID, and name and key of the private key',
  source: 'docker-distribution registry/storage/driver/middleware/cloudfront newCloudFrontStorageMiddleware',
  bad: example(
    '{baseURL: "ftp://d111111abcdef8.cloudfront.net", keypairID: K2JCJMDEHXQW5F, privateKey: {name: cdn, key: private.pem}}',
  ),
  good: VALID,
  check: ({ config: { storage } }) => (storage?.s3?.cloudFront ? fieldHits(storage.s3.cloudFront) : []),
};

/** The middleware puts https:// before what has no scheme. */
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
      hitIf(!text, () => ({ path: [...PATH, ...path], what: `${path.join('.')} is empty` })),
    ),
    ...hitIf(Boolean(baseURL) && !/^https?:$/.test(whole?.protocol ?? ''), () => ({
      path: [...PATH, 'baseURL'],
      what: `baseURL "${showUrl(baseURL)}" is not a URL of http or https`,
    })),
    ...hitIf((parseDuration(duration ?? '0') ?? 0) < 0, () => ({
      path: [...PATH, 'duration'],
      what: `duration ${duration} is negative: a signed URL would have run out when it is made`,
    })),
  ];
}

const key: Rule = {
  code: 'CLOUDFRONT_KEY',
  severity: 'error',
  title: 'the Secret with the private key of CloudFront would not come about',
  why: 'the registry mounts it, and without the Secret or the key in it no pod starts',
  fix: 'name one mode for privateKey, and give the key that privateKey.key names; or no mode, where someone else makes the Secret in openshift-image-registry',
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
    if (modes.length > 1) return [{ path, what: `privateKey names ${modes.length} modes: ${modes.join(', ')}` }];
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
  title: 'CloudFront is set, and nobody is sent to it',
  why: 'with disableRedirect the registry hands out every layer itself',
  fix: 'remove registry.disableRedirect, or cloudFront',
  source: 'docker-distribution registry/handlers/blob.go',
  bad: `${VALID}
    registry: {disableRedirect: true}`,
  good: VALID,
  check: ({ config, model }) =>
    hitIf(config.storage?.s3?.cloudFront !== undefined && model.registry?.disableRedirect === true, () => ({
      path: PATH,
      what: 'cloudFront is set, and disableRedirect is true',
    })),
};

const endpoint: Rule = {
  code: 'CLOUDFRONT_ENDPOINT',
  severity: 'warning',
  title: 'CloudFront stands before a store that is not AWS',
  why: 'clients are sent to the distribution, which must have that very store as its origin',
  fix: 'make sure of the origin, or remove cloudFront',
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
      what: 'cloudFront is set, and regionEndpoint is not AWS',
    })),
};

/** In the order they are listed in the documentation. */
export const CLOUDFRONT_RULES: readonly Rule[] = [fields, key, redirect, endpoint];
