/** All rules, and the catalogue of every finding there is. */

import type { CatalogueEntry } from '../findings/catalogue-entry';
import { GENERAL_CODES } from '../findings/general-codes';
import { CLAIM_RULES } from './claims';
import { CLUSTER_RULES } from './cluster';
import { CREDENTIAL_RULES } from './credentials';
import { FIELD_VERSION_RULES } from './field-versions';
import { FLEET_RULES } from './fleet';
import type { Rule } from './rule';
import { STORAGE_CHOICE_RULES } from './storage-choice';

/** The rules for one cluster, in the order of the documentation. */
export const ALL_RULES: readonly Rule[] = [
  ...CLUSTER_RULES,
  ...STORAGE_CHOICE_RULES,
  ...CLAIM_RULES,
  ...CREDENTIAL_RULES,
  ...FIELD_VERSION_RULES,
];

/** Every finding by code. */
export const CATALOGUE: ReadonlyMap<string, CatalogueEntry> = new Map(
  [...GENERAL_CODES, ...ALL_RULES, ...FLEET_RULES].map(entry => [entry.code, entry]),
);
