/** Regions of AWS, by partition, and the domains of its own endpoints. */

import { hostOf } from '../values/endpoint';
import { remembered } from '../values/remembered';

/**
 * One row per partition.
 *
 * @see https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 * @see botocore/data/partitions.json in boto/botocore
 */
export const AWS_PARTITIONS = {
  aws: {
    domains: ['amazonaws.com', 'api.aws'],
    regions: [
      'af-south-1',
      ...numbered('ap-east', 2),
      ...numbered('ap-northeast', 3),
      ...numbered('ap-south', 2),
      ...numbered('ap-southeast', 7),
      'ca-central-1',
      'ca-west-1',
      ...numbered('eu-central', 2),
      'eu-north-1',
      ...numbered('eu-south', 2),
      ...numbered('eu-west', 3),
      'il-central-1',
      'me-central-1',
      'me-south-1',
      'mx-central-1',
      'sa-east-1',
      ...numbered('us-east', 2),
      ...numbered('us-west', 2),
    ],
  },
  'aws-cn': { domains: ['amazonaws.com.cn'], regions: ['cn-north-1', 'cn-northwest-1'] },
  'aws-us-gov': { domains: ['amazonaws.com'], regions: ['us-gov-east-1', 'us-gov-west-1'] },
  'aws-iso': { domains: ['c2s.ic.gov'], regions: ['us-iso-east-1', 'us-iso-west-1'] },
  'aws-iso-b': { domains: ['sc2s.sgov.gov'], regions: ['us-isob-east-1', 'us-isob-west-1'] },
  'aws-iso-e': { domains: ['cloud.adc-e.uk'], regions: ['eu-isoe-west-1'] },
  'aws-iso-f': { domains: ['csp.hci.ic.gov'], regions: ['us-isof-east-1', 'us-isof-south-1'] },
  'aws-eusc': { domains: ['amazonaws.eu'], regions: ['eusc-de-east-1'] },
} as const satisfies Readonly<Record<string, { readonly domains: readonly string[]; readonly regions: string[] }>>;

const PARTITIONS = Object.values(AWS_PARTITIONS);

/** Every region that is known. */
export const AWS_REGIONS: readonly string[] = PARTITIONS.flatMap(({ regions }) => regions);

/** The partition with the region; undefined for one that is in no table. Stores of other vendors take any region. */
export const partitionOf = (region: string): string | undefined =>
  Object.entries(AWS_PARTITIONS).find(([, { regions }]) => (regions as readonly string[]).includes(region))?.[0];

/** Whether the text has the form all regions have, a point of the compass included; new regions appear every year. */
export const looksLikeAwsRegion = (region: string): boolean =>
  /^[a-z]{2,4}(-[a-z]+)?-(central|(north|south)?(east|west)|north|south)-\d{1,2}$/.test(region);

/**
 * Whether the region is in a partition that is cut off from the internet: a CA of its own signs for its endpoints.
 *
 * @see botocore/data/partitions.json in boto/botocore, regionRegex
 */
export const isIsolatedRegion = (region: string): boolean => /^[a-z]{2}-iso[a-z]?-/.test(region);

/** Whether the host is one of AWS's own endpoints. */
export const isAwsHost = remembered((host: string): boolean =>
  PARTITIONS.some(({ domains }) => domains.some(domain => host === domain || host.endsWith(`.${domain}`))),
);

/**
 * Whether S3 storage is a store of a vendor other than AWS. Without an endpoint it is AWS, and so it is in an isolated
 * region: other vendors' stores go by the name of a public one, or by one of their own.
 */
export const isOtherStore = ({ region, regionEndpoint }: Readonly<Record<string, unknown>>): boolean =>
  Boolean(regionEndpoint) && !isAwsHost(hostOf(String(regionEndpoint)) ?? '') && !isIsolatedRegion(String(region));

/** `eu-west` and 3 as the regions 1 to 3. */
function numbered(area: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${area}-${index + 1}`);
}
