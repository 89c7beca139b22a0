/** All rules, and the catalogue of every finding there is. */

import type { CatalogueEntry } from '../findings/catalogue-entry';
import { GENERAL_CODES } from '../findings/general-codes';
import { LOCK_CODES } from '../findings/lock-codes';
import { ACCESS_RULES } from './access';
import { ACCESS_SUBJECT_RULES } from './access-subjects';
import { AZURE_RULES } from './azure';
import { AZURE_NETWORK_RULES } from './azure-network';
import { BRIDGE_RULES } from './bridge';
import { BUCKET_CLAIM_RULES } from './bucket-claims';
import { CLAIM_CLASS_RULES } from './claim-classes';
import { CLAIM_SETTING_RULES } from './claim-settings';
import { CLAIM_VOLUME_RULES } from './claim-volumes';
import { CLAIM_RULES } from './claims';
import { CLOUDFRONT_RULES } from './cloudfront';
import { CLUSTER_RULES } from './cluster';
import { CREDENTIAL_RULES } from './credentials';
import { DURATION_RULES } from './durations';
import { FIELD_VERSION_RULES } from './field-versions';
import { FLEET_RULES } from './fleet';
import { GCS_RULES } from './gcs';
import { IBM_AND_ALIBABA_RULES } from './ibm-and-alibaba';
import { IMAGE_RULES } from './image';
import { IMAGE_MIRROR_RULES } from './image-mirrors';
import { IMAGE_STREAM_RULES } from './image-streams';
import { IMAGE_TRUST_RULES } from './image-trust';
import { METADATA_RULES } from './metadata';
import { NODE_RULES } from './nodes';
import { OBJECT_CODES } from './object-codes';
import { ODF_RULES } from './odf';
import { OPERATOR_OBJECT_RULES } from './operator-objects';
import { PLACEMENT_RULES } from './placement';
import { PLAIN_SECRET_RULES } from './plain-secrets';
import { PROVISION_RULES } from './provision';
import { PRUNER_RULES } from './pruner';
import { QUANTITY_RULES } from './quantities';
import { REDHAT_REGISTRY_RULES } from './redhat-registry';
import { REGISTRY_STATE_RULES } from './registry-state';
import { REQUEST_RULES } from './requests';
import { ROSA_RULES } from './rosa';
import { ROUTE_CERTIFICATE_RULES } from './route-certificates';
import { ROUTE_TLS_RULES } from './route-tls';
import { ROUTE_RULES } from './routes';
import type { Rule } from './rule';
import { S3_RULES } from './s3';
import { S3_BUCKET_CARE_RULES } from './s3-bucket-care';
import { S3_ENDPOINT_RULES } from './s3-endpoint';
import { S3_OPTION_RULES } from './s3-options';
import { SEALED_SECRET_RULES } from './sealed-secrets';
import { SECRET_KEY_RULES } from './secret-keys';
import { SECRET_SOURCE_RULES } from './secret-sources';
import { SECRET_VALUE_RULES } from './secret-values';
import { STORAGE_CHOICE_RULES } from './storage-choice';
import { STORAGE_MANAGEMENT_RULES } from './storage-management';
import { SWIFT_RULES } from './swift';
import { TAKEOVER_RULES } from './takeover';
import { THIRD_PARTY_RULES } from './third-party';
import { TRUSTED_CA_RULES } from './trusted-ca';
import { TRUSTED_CA_ENDPOINT_RULES } from './trusted-ca-endpoint';
import { TRUSTED_CA_PEM_RULES } from './trusted-ca-pem';

/** The rules for one cluster, in the order of the documentation. */
export const ALL_RULES: readonly Rule[] = [
  ...CLUSTER_RULES,
  ...ROSA_RULES,
  ...REGISTRY_STATE_RULES,
  ...REQUEST_RULES,
  ...PLACEMENT_RULES,
  ...NODE_RULES,
  ...STORAGE_CHOICE_RULES,
  ...CLAIM_RULES,
  ...CLAIM_SETTING_RULES,
  ...CLAIM_VOLUME_RULES,
  ...CLAIM_CLASS_RULES,
  ...STORAGE_MANAGEMENT_RULES,
  ...S3_RULES,
  ...S3_OPTION_RULES,
  ...S3_ENDPOINT_RULES,
  ...S3_BUCKET_CARE_RULES,
  ...CLOUDFRONT_RULES,
  ...TRUSTED_CA_RULES,
  ...TRUSTED_CA_ENDPOINT_RULES,
  ...TRUSTED_CA_PEM_RULES,
  ...GCS_RULES,
  ...AZURE_RULES,
  ...AZURE_NETWORK_RULES,
  ...SWIFT_RULES,
  ...IBM_AND_ALIBABA_RULES,
  ...ODF_RULES,
  ...BUCKET_CLAIM_RULES,
  ...BRIDGE_RULES,
  ...TAKEOVER_RULES,
  ...CREDENTIAL_RULES,
  ...SECRET_SOURCE_RULES,
  ...PLAIN_SECRET_RULES,
  ...SECRET_KEY_RULES,
  ...SECRET_VALUE_RULES,
  ...SEALED_SECRET_RULES,
  ...ROUTE_CERTIFICATE_RULES,
  ...FIELD_VERSION_RULES,
  ...QUANTITY_RULES,
  ...DURATION_RULES,
  ...PROVISION_RULES,
  ...ROUTE_RULES,
  ...ROUTE_TLS_RULES,
  ...PRUNER_RULES,
  ...IMAGE_RULES,
  ...IMAGE_TRUST_RULES,
  ...IMAGE_MIRROR_RULES,
  ...ACCESS_RULES,
  ...ACCESS_SUBJECT_RULES,
  ...THIRD_PARTY_RULES,
  ...REDHAT_REGISTRY_RULES,
  ...IMAGE_STREAM_RULES,
  ...METADATA_RULES,
  ...OPERATOR_OBJECT_RULES,
];

/** Every finding by code. */
export const CATALOGUE: ReadonlyMap<string, CatalogueEntry> = new Map(
  [...GENERAL_CODES, ...Object.values(LOCK_CODES), ...OBJECT_CODES, ...ALL_RULES, ...FLEET_RULES].map(entry => [
    entry.code,
    entry,
  ]),
);
