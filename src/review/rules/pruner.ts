/** `ImagePruner`: when images are deleted. */

import { parseDuration } from '../../values/duration';
import { valueAt } from '../compare/paths';
import { type FieldChange, OPERATOR, type RuleTable, type WholeChange } from './rule';

const PRUNER = ['ImagePruner'];
const SOURCE = `${OPERATOR}:pkg/operator/prunercronjob.go`;

/** Nanoseconds of a duration, or of the older field, which is in nanoseconds. */
const nanoseconds = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' ? (parseDuration(value) ?? 0) : HOUR;
const HOUR = 3_600_000_000_000;
const isShorter = ({ before, after }: FieldChange): boolean => nanoseconds(after) < nanoseconds(before);
const isFewer = ({ before, after }: FieldChange): boolean => Number(after ?? 3) < Number(before ?? 3);

/** Whether a pruner keeps less than the default pruner of the operator. */
const keepsLess = ({ object }: WholeChange): boolean => {
  const spec = valueAt(object.value, 'spec');
  const revisions = valueAt(spec, 'keepTagRevisions') ?? 3;
  const age = valueAt(spec, 'keepYoungerThanDuration') ?? valueAt(spec, 'keepYoungerThan');
  return Number(revisions) < 3 || nanoseconds(age) < HOUR;
};

/** Whether the default pruner of the operator keeps less than this one. */
const keepsMore = ({ object }: WholeChange): boolean => {
  const spec = valueAt(object.value, 'spec');
  const age = valueAt(spec, 'keepYoungerThanDuration') ?? valueAt(spec, 'keepYoungerThan');
  return (
    valueAt(spec, 'suspend') === true || Number(valueAt(spec, 'keepTagRevisions') ?? 3) > 3 || nanoseconds(age) > HOUR
  );
};

export const PRUNING: RuleTable = {
  fields: [
    {
      ...{
        code: 'prunes-revisions',
        risk: 'data-loss',
        kinds: PRUNER,
        paths: ['spec.keepTagRevisions'],
        when: isFewer,
      },
      why: 'the next run deletes the images of the older revisions of every tag',
      source: SOURCE,
    },
    {
      ...{ code: 'prunes-younger', risk: 'data-loss', kinds: PRUNER },
      paths: ['spec.keepYoungerThanDuration', 'spec.keepYoungerThan'],
      when: isShorter,
      why: 'the next run deletes images that were too young until now',
      source: SOURCE,
    },
    {
      ...{ code: 'pruner-resumed', risk: 'data-loss', kinds: PRUNER, paths: ['spec.suspend'] },
      when: ({ after }) => after !== true,
      why: 'images are deleted again from the next run on, with everything that has piled up',
      source: SOURCE,
    },
    {
      ...{
        code: 'pruner-ignores-references',
        risk: 'data-loss',
        kinds: PRUNER,
        paths: ['spec.ignoreInvalidImageReferences'],
      },
      when: ({ after }) => after === true,
      why: 'unreadable references no longer stop a run: an image that only they use is deleted',
      source: 'oc adm prune images --help, --ignore-invalid-refs',
    },
    {
      ...{ code: 'pruner-strict', risk: 'stuck', kinds: PRUNER, paths: ['spec.ignoreInvalidImageReferences'] },
      when: ({ after }) => after !== true,
      why: 'one unreadable reference fails every run, and the operator is Degraded',
      source: SOURCE,
    },
    {
      ...{ code: 'pruner-keeps-more', risk: 'safe', kinds: PRUNER },
      paths: ['spec.keepTagRevisions', 'spec.keepYoungerThanDuration', 'spec.keepYoungerThan', 'spec.suspend'],
      why: 'fewer images are deleted than before; the storage grows',
      source: SOURCE,
    },
    {
      ...{ code: 'pruner-run', risk: 'safe', kinds: PRUNER },
      paths: [
        'spec.schedule',
        'spec.successfulJobsHistoryLimit',
        'spec.failedJobsHistoryLimit',
        'spec.logLevel',
        'spec.resources.**',
        'spec.nodeSelector.**',
        'spec.tolerations.**',
        'spec.affinity.**',
      ],
      why: 'the pruner runs at another time or on other nodes; it deletes the same images',
      source: SOURCE,
    },
  ],
  otherwise: [
    {
      ...{ code: 'pruner-unknown', risk: 'data-loss', kinds: PRUNER, paths: ['spec.**'] },
      why: 'this field of the pruner is unknown: it may decide what is deleted',
      source: SOURCE,
    },
  ],
  whole: [
    {
      ...{ code: 'pruner-added', risk: 'data-loss', kinds: PRUNER, action: 'added', when: keepsLess },
      why: "it keeps less than the operator's default pruner, which keeps three revisions and one hour",
      source: `${OPERATOR}:pkg/operator/controllerimagepruner.go Bootstrap`,
    },
    {
      ...{ code: 'pruner-gone', risk: 'data-loss', kinds: PRUNER, action: 'removed', when: keepsMore },
      why: 'the operator creates it again, not suspended, and it keeps three revisions and one hour',
      source: `${OPERATOR}:pkg/operator/controllerimagepruner.go Bootstrap`,
    },
  ],
};
