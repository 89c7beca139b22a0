/** Which fields of a live spec belong to an entry, and which are the operator's own. */

import { definition } from '../config/schema';

/** Settings of `registry`, named as in the Config. */
export const REGISTRY_FIELDS: readonly string[] = Object.keys(definition('Registry').properties ?? {});

/** Settings of `pruner`, named as in the ImagePruner. */
export const PRUNER_FIELDS: readonly string[] = Object.keys(definition('Pruner').properties ?? {});

/** What is never in an entry, and why. */
export const FIELDS_OF_OPERATOR: readonly string[] = [
  'spec.httpSecret, spec.observedConfig and finalizers of the Config: the operator writes them, and httpSecret is a credential',
];
