/** All rules, and the catalogue of every finding there is. */

import { ADOPT_CODES } from '../findings/adopt-codes';
import { type CatalogueEntry, type OwnWords, problemOf } from '../findings/catalogue-entry';
import type { ConfigPath, Problem } from '../findings/finding';
import { GENERAL_CODES } from '../findings/general-codes';
import { LOCK_CODES } from '../findings/lock-codes';
import { ACCESS_RULES } from './access/access';
import { ACCESS_EFFECT_RULES } from './access/effect';
import { ACCESS_SUBJECT_RULES } from './access/subjects';
import { ANNOTATIONS_SIZE } from './cluster/annotation-size';
import { CLUSTER_RULES } from './cluster/cluster';
import { DOMAIN_RULES } from './cluster/domains';
import { EMPTY_VALUE_RULES } from './cluster/empty-values';
import { FIELD_VERSION_RULES } from './cluster/field-versions';
import { JOB_RULES } from './cluster/jobs';
import { METADATA_RULES } from './cluster/metadata';
import { OPERATOR_OBJECT_RULES } from './cluster/operator-objects';
import { OWN_RULES } from './cluster/own';
import { ROSA_RULES } from './cluster/rosa';
import { TAKEOVER_RULES } from './cluster/takeover';
import { BUCKET_KEYS_RULES } from './credentials/bucket-keys';
import { CLOUD_IDENTITY_RULES } from './credentials/cloud-identity';
import { CREDENTIAL_RULES } from './credentials/credentials';
import { SECRET_KEY_RULES } from './credentials/keys';
import { PLAIN_SECRET_RULES } from './credentials/plain-secrets';
import { SEALED_SECRET_RULES } from './credentials/sealed-secrets';
import { SECRET_SOURCE_RULES } from './credentials/sources';
import { SECRET_VALUE_RULES } from './credentials/values';
import { FLEET_RULES } from './fleet/fleet';
import { IMAGE_RULES } from './image/image';
import { IMAGE_MIRROR_RULES } from './image/mirrors';
import { IMAGE_RELEASE_RULES } from './image/release';
import { IMAGE_TRUST_RULES } from './image/trust';
import { OBJECT_CODES } from './object-codes';
import { PRUNER_RULES } from './pruner/pruner';
import { DURATION_RULES } from './registry/durations';
import { LOGGING_RULES } from './registry/logging';
import { NODE_FIELD_RULES } from './registry/node-fields';
import { NODE_RULES } from './registry/nodes';
import { PLACEMENT_RULES } from './registry/placement';
import { PROXY_RULES } from './registry/proxy';
import { QUANTITY_RULES } from './registry/quantities';
import { REQUEST_RULES } from './registry/requests';
import { SIZE_RULES } from './registry/sizes';
import { SPREAD_DEFAULT_RULES } from './registry/spread-defaults';
import { REGISTRY_STATE_RULES } from './registry/state';
import { ROUTE_CERTIFICATE_RULES } from './routes/certificates';
import { ROUTE_RULES } from './routes/routes';
import { ROUTE_TLS_RULES } from './routes/tls';
import type { Rule } from './rule';
import { AZURE_RULES } from './storage/azure/azure';
import { AZURE_NETWORK_RULES } from './storage/azure/network';
import { STORAGE_CHOICE_RULES } from './storage/choice';
import { STORAGE_ENDPOINT_RULES } from './storage/endpoints';
import { GCS_RULES } from './storage/gcs/gcs';
import { IBMCOS_RULES } from './storage/ibmcos/ibmcos';
import { STORAGE_IN_CLUSTER_RULES } from './storage/in-cluster';
import { STORAGE_MANAGEMENT_RULES } from './storage/management';
import { STORAGE_NAME_RULES } from './storage/names';
import { BUCKET_CLAIM_RULES } from './storage/odf/bucket-claims';
import { ODF_RULES } from './storage/odf/odf';
import { OSS_RULES } from './storage/oss/oss';
import { PROVISION_RULES } from './storage/provision/provision';
import { CLAIM_RULES } from './storage/pvc/claims';
import { CLAIM_CLASS_RULES } from './storage/pvc/classes';
import { ISCSI_RULES } from './storage/pvc/iscsi';
import { CLAIM_SETTING_RULES } from './storage/pvc/settings';
import { CLAIM_VOLUME_RULES } from './storage/pvc/volumes';
import { S3_AWS_REGION_RULES } from './storage/s3/aws-regions';
import { S3_BUCKET_CARE_RULES } from './storage/s3/bucket-care';
import { CLOUDFRONT_RULES } from './storage/s3/cloudfront';
import { S3_OPTION_RULES } from './storage/s3/options';
import { S3_RULES } from './storage/s3/s3';
import { SWIFT_RULES } from './storage/swift/swift';
import { TRUSTED_CA_ENDPOINT_RULES } from './storage/trusted-ca/endpoint';
import { TRUSTED_CA_PEM_RULES } from './storage/trusted-ca/pem';
import { TRUSTED_CA_RULES } from './storage/trusted-ca/trusted-ca';
import { TEXT_SECRET_RULES } from './text/literals';
import { TEXT_SYNTAX_RULES } from './text/syntax';
import { IMAGE_STREAM_RULES } from './third-party/image-streams';
import { REDHAT_REGISTRY_RULES } from './third-party/redhat-registry';
import { THIRD_PARTY_RULES } from './third-party/third-party';

/** The rules for one cluster by topic, which is a page of the documentation; in its order. */
export const RULES_BY_TOPIC = {
  cluster: [
    ...CLUSTER_RULES,
    ...DOMAIN_RULES,
    ...OWN_RULES,
    ...ROSA_RULES,
    ...FIELD_VERSION_RULES,
    ...EMPTY_VALUE_RULES,
    ...TAKEOVER_RULES,
    ...JOB_RULES,
    ...METADATA_RULES,
    ...OPERATOR_OBJECT_RULES,
  ],
  text: [...TEXT_SYNTAX_RULES, ...TEXT_SECRET_RULES],
  registry: [
    ...REGISTRY_STATE_RULES,
    ...REQUEST_RULES,
    ...PROXY_RULES,
    ...LOGGING_RULES,
    ...PLACEMENT_RULES,
    ...SPREAD_DEFAULT_RULES,
    ...NODE_RULES,
    ...NODE_FIELD_RULES,
    ...QUANTITY_RULES,
    ...SIZE_RULES,
    ...DURATION_RULES,
  ],
  storage: [
    ...STORAGE_CHOICE_RULES,
    ...STORAGE_MANAGEMENT_RULES,
    ...STORAGE_NAME_RULES,
    ...STORAGE_ENDPOINT_RULES,
    ...STORAGE_IN_CLUSTER_RULES,
    ...PROVISION_RULES,
  ],
  volumes: [...CLAIM_RULES, ...CLAIM_SETTING_RULES, ...CLAIM_VOLUME_RULES, ...ISCSI_RULES, ...CLAIM_CLASS_RULES],
  s3: [...S3_RULES, ...S3_AWS_REGION_RULES, ...S3_OPTION_RULES, ...S3_BUCKET_CARE_RULES, ...CLOUDFRONT_RULES],
  'trusted-ca': [...TRUSTED_CA_RULES, ...TRUSTED_CA_ENDPOINT_RULES, ...TRUSTED_CA_PEM_RULES],
  clouds: [...GCS_RULES, ...AZURE_RULES, ...AZURE_NETWORK_RULES, ...SWIFT_RULES, ...IBMCOS_RULES, ...OSS_RULES],
  odf: [...ODF_RULES, ...BUCKET_CLAIM_RULES],
  credentials: [
    ...CREDENTIAL_RULES,
    ...CLOUD_IDENTITY_RULES,
    ...SECRET_SOURCE_RULES,
    ...PLAIN_SECRET_RULES,
    ...SECRET_KEY_RULES,
    ...SECRET_VALUE_RULES,
    ...SEALED_SECRET_RULES,
    ...BUCKET_KEYS_RULES,
  ],
  routes: [...ROUTE_RULES, ...ROUTE_TLS_RULES, ...ROUTE_CERTIFICATE_RULES],
  pruner: [...PRUNER_RULES],
  image: [...IMAGE_RULES, ...IMAGE_RELEASE_RULES, ...IMAGE_TRUST_RULES, ...IMAGE_MIRROR_RULES],
  access: [...ACCESS_RULES, ...ACCESS_SUBJECT_RULES, ...ACCESS_EFFECT_RULES],
  'third-party': [...THIRD_PARTY_RULES, ...REDHAT_REGISTRY_RULES, ...IMAGE_STREAM_RULES],
} satisfies Readonly<Record<string, readonly Rule[]>>;

/** The rules for one cluster. */
export const ALL_RULES: readonly Rule[] = Object.values(RULES_BY_TOPIC).flat();

/** What is found beside the rules for one cluster, by topic. */
export const ROWS_BY_TOPIC = {
  fleet: FLEET_RULES,
  files: [...GENERAL_CODES, ANNOTATIONS_SIZE],
  lock: Object.values(LOCK_CODES),
  adopt: Object.values(ADOPT_CODES),
  objects: OBJECT_CODES,
  ...RULES_BY_TOPIC,
} satisfies Readonly<Record<string, readonly CatalogueEntry[]>>;

/** The name of a topic, which is that of its page. */
export type Topic = keyof typeof ROWS_BY_TOPIC;

/** Every row: what no rule makes, and the rules. */
export const CATALOGUE_ROWS: readonly CatalogueEntry[] = Object.values(ROWS_BY_TOPIC).flat();

/** Every finding by code. */
export const CATALOGUE: ReadonlyMap<string, CatalogueEntry> = new Map(CATALOGUE_ROWS.map(row => [row.code, row]));

/**
 * A problem of this code.
 *
 * @throws Error for a code that does not exist: a mistake of ours, never of a user.
 */
export function catalogueProblem(code: string, path: ConfigPath, what: string, own?: OwnWords): Problem {
  const row = CATALOGUE.get(code);
  if (row === undefined) throw new Error(`no finding is called ${code}`);
  return problemOf(row, path, what, own);
}
