/** Names of buckets: what AWS allows, and what any S3-compatible store can have. */

import { isAddress } from '../../../values/url';

const RESERVED_PREFIXES = ['xn--', 'sthree-', 'amzn-s3-demo-'];
const RESERVED_SUFFIXES = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'];

/**
 * What is wrong with the name of an S3 bucket, or undefined.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function s3NameProblem(name: string): string | undefined {
  if (name.length < 3 || name.length > 63) return `must have 3 to 63 characters, not ${name.length}`;
  if (!/^[a-z0-9.-]+$/.test(name)) return 'must contain only a-z, 0-9, dots and dashes';
  if (!/^[a-z0-9].*[a-z0-9]$/.test(name)) return 'must begin and end with a letter or a digit';
  if (name.includes('..')) return 'must not have two dots in a row';
  if (isAddress(name)) return 'must not look like an IP address';
  const reserved =
    RESERVED_PREFIXES.find(prefix => name.startsWith(prefix)) ??
    RESERVED_SUFFIXES.find(suffix => name.endsWith(suffix));
  return reserved === undefined ? undefined : `must not use "${reserved}", which AWS reserves`;
}

/**
 * Whether a bucket of this name may date from before 2018, in us-east-1: at most 255 letters, digits, dots, dashes and
 * underscores. Such buckets have path-style URLs only.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/BucketRestrictions.html
 */
export const mayBeOldBucket = (name: string): boolean =>
  /^[A-Za-z0-9._-]{3,255}$/.test(name) && /[A-Z_]/.test(name) && !isAddress(name);

/** What is wrong with a bucket name in any store: it becomes part of a path. */
export function anyStoreNameProblem(name: string): string | undefined {
  if (name.length > 255) return `must have at most 255 characters, not ${name.length}`;
  return /^[A-Za-z0-9][A-Za-z0-9._:-]*$/.test(name)
    ? undefined
    : 'must contain only letters, digits, dots, dashes and underscores';
}
