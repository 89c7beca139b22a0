/** Names of buckets: what AWS allows, and what any compatible store can take. */

import { isAddress } from '../../../values/url';

const RESERVED_PREFIXES = ['xn--', 'sthree-', 'amzn-s3-demo-'];
const RESERVED_SUFFIXES = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'];

/**
 * What is wrong with the name of an S3 bucket, or undefined.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function s3NameProblem(name: string): string | undefined {
  if (name.length < 3 || name.length > 63) return `has ${name.length} characters, not 3 to 63`;
  if (!/^[a-z0-9.-]+$/.test(name)) return 'has characters other than a-z, 0-9, dots and dashes';
  if (!/^[a-z0-9].*[a-z0-9]$/.test(name)) return 'does not begin and end with a letter or a digit';
  if (name.includes('..')) return 'has two dots in a row';
  if (isAddress(name)) return 'looks like an IP address';
  const reserved =
    RESERVED_PREFIXES.find(prefix => name.startsWith(prefix)) ??
    RESERVED_SUFFIXES.find(suffix => name.endsWith(suffix));
  return reserved === undefined ? undefined : `uses "${reserved}", which AWS keeps for itself`;
}

/**
 * Whether a bucket of this name may be one of the first years, which us-east-1 still has: at most 255 letters, digits,
 * dots, dashes and underscores. They can be reached by path alone.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/BucketRestrictions.html
 */
export const mayBeOldBucket = (name: string): boolean =>
  /^[A-Za-z0-9._-]{3,255}$/.test(name) && /[A-Z_]/.test(name) && !isAddress(name);

/** What is wrong with a name in any store: it becomes a part of a path. */
export function anyStoreNameProblem(name: string): string | undefined {
  if (name.length > 255) return `has ${name.length} characters, more than 255`;
  return /^[A-Za-z0-9][A-Za-z0-9._:-]*$/.test(name)
    ? undefined
    : 'has characters other than letters, digits, dots, dashes and underscores';
}
