/** Whether an S3 bucket is one of AWS. */

import type { S3Storage } from '../../../config/shape/s3';
import { isAwsHost } from '../../../facts/aws-regions';
import { hostOf } from '../../../values/endpoint';

/** Whether the bucket is AWS's own, and not a compatible store's. */
export const isAws = ({ regionEndpoint }: Pick<S3Storage, 'regionEndpoint'>): boolean =>
  !regionEndpoint || isAwsHost(hostOf(regionEndpoint) ?? '');
