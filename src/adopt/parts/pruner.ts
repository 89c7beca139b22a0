/** The pruner: written if people changed it, otherwise left to the operator. */

import type { PlainMap } from '../../config/plain-map';
import { PRUNER_FIELDS } from '../fields';
import { findingAt, type LiveObject } from '../live';
import { type Part, unlessEmpty } from './part';

/**
 * Defaults of the operator and the API server for a pruner that nobody changed.
 *
 * @see openshift/cluster-image-registry-operator pkg/operator/controllerimagepruner.go Bootstrap
 */
const UNTOUCHED: Readonly<Record<string, unknown>> = {
  schedule: '',
  suspend: false,
  keepTagRevisions: 3,
  successfulJobsHistoryLimit: 3,
  failedJobsHistoryLimit: 3,
  ignoreInvalidImageReferences: true,
  logLevel: 'Normal',
};

const SECOND = 1_000_000_000;

/** Reads the pruner's spec. */
export function prunerPart(pruner: LiveObject, spec: PlainMap, knowsBoolean: boolean): Part {
  const { keepYoungerThan, ...rest } = spec;
  const duration =
    typeof keepYoungerThan === 'number' && keepYoungerThan > 0 && rest.keepYoungerThanDuration === undefined
      ? { keepYoungerThanDuration: `${keepYoungerThan / SECOND}s` }
      : {};
  // An absent boolean is false; an emitted pruner has true.
  const strict = knowsBoolean ? { ignoreInvalidImageReferences: false } : {};
  const live = { ...strict, ...rest, ...duration };
  const known = Object.entries(live).filter(([key]) => PRUNER_FIELDS.includes(key));
  const stated = Object.fromEntries(known.filter(([key, value]) => UNTOUCHED[key] !== value && !isEmpty(value)));
  const strange = Object.keys(live).filter(key => !PRUNER_FIELDS.includes(key));
  const untouched = Object.keys(stated).length === 0;
  return {
    entry: unlessEmpty('pruner', stated),
    leftOut: untouched ? ['pruner: it is the default of the operator'] : [],
    findings: strange.map(key =>
      findingAt('ADOPT_LEFT_OUT', pruner, ['spec', key], `spec.${key} of the ImagePruner: a fleet has no such setting`),
    ),
  };
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value as object).length === 0);
