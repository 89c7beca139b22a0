/** The pruner: when it runs, and what it keeps. */

import { cronProblem, neverFires } from '../../values/cron';
import { parseDuration } from '../../values/duration';
import { type Hit, hitIf, type Rule } from '../rule';
import { valuesAtAny } from '../walk';

const HOUR = 3600e9;

const schedule: Rule = {
  code: 'PRUNER_SCHEDULE',
  severity: 'error',
  title: 'the schedule of the pruner is not a valid cron expression',
  why: 'the operator cannot create the CronJob: the cluster operator is Degraded with ImagePrunerSyncError, and nothing is pruned',
  fix: 'write minute, hour, day of month, month and day of week, for example "0 2 * * *"',
  source: 'kubernetes pkg/apis/batch/validation; robfig/cron ParseStandard',
  bad: `
    platform: aws
    pruner: {schedule: "0 25 * * *"}`,
  good: `
    platform: aws
    pruner: {schedule: "0 2 * * mon-fri"}`,
  check: ({ config }) => {
    const text = config.pruner?.schedule;
    const problem = text === undefined || text === '' ? undefined : cronProblem(text);
    return problem === undefined
      ? []
      : [{ path: ['pruner', 'schedule'], what: `schedule "${text}" is not a valid cron expression: ${problem}` }];
  },
};

const neverRuns: Rule = {
  code: 'PRUNER_NEVER_RUNS',
  severity: 'warning',
  title: 'the schedule of the pruner names a day that no year has',
  why: 'the CronJob is made and never runs: images and storage grow without end',
  fix: 'write a day that every month has, for example "0 2 1 * *"; set pruner.suspend: true where nothing is to be pruned',
  source: 'robfig/cron SpecSchedule.Next',
  bad: `
    platform: aws
    pruner: {schedule: "0 0 31 2 *"}`,
  good: `
    platform: aws
    pruner: {schedule: "0 0 28 2 *"}`,
  check: ({ config }) => {
    const { schedule: text = '' } = config.pruner ?? {};
    return hitIf(text !== '' && cronProblem(text) === undefined && neverFires(text), () => ({
      path: ['pruner', 'schedule'],
      what: `schedule "${text}" never comes`,
    }));
  },
};

const COUNTS = ['pruner.keepTagRevisions', 'pruner.successfulJobsHistoryLimit', 'pruner.failedJobsHistoryLimit'];

const negative: Rule = {
  code: 'PRUNER_NEGATIVE',
  severity: 'error',
  title: 'a number of the pruner is negative',
  why: 'the pruning Job fails each time, or the operator cannot create the CronJob; in both cases the cluster operator is Degraded',
  fix: 'write 0 or more',
  source: 'openshift/oc pkg/cli/admin/prune/images; operator pkg/resource/prunercronjob.go',
  bad: `
    platform: aws
    pruner: {keepTagRevisions: -1}`,
  good: `
    platform: aws
    pruner: {keepTagRevisions: 5}`,
  check: ({ config }) => {
    const young = config.pruner?.keepYoungerThanDuration ?? '';
    return [
      ...valuesAtAny(config, COUNTS)
        .filter(({ value }) => Number(value) < 0)
        .map(({ path, value }) => ({ path, what: `${path.at(-1)} is ${value}, but must not be negative` })),
      ...hitIf((parseDuration(young) ?? 0) < 0, () => ({
        path: ['pruner', 'keepYoungerThanDuration'],
        what: `keepYoungerThanDuration is ${young}, but must not be negative`,
      })),
    ];
  },
};

const history: Rule = {
  code: 'PRUNER_HISTORY_MIN',
  severity: 'warning',
  title: 'no finished Job of the pruner is kept',
  why: 'metrics and conditions of the pruner come from its finished Jobs: without them nobody sees that pruning fails',
  fix: 'write 1 or more',
  source: 'OpenShift documentation, image pruner',
  bad: `
    platform: aws
    pruner: {failedJobsHistoryLimit: 0}`,
  good: `
    platform: aws
    pruner: {successfulJobsHistoryLimit: 1, failedJobsHistoryLimit: 1}`,
  check: ({ config }) =>
    valuesAtAny(config, COUNTS.slice(1))
      .filter(({ value }) => value === 0)
      .map(({ path }) => ({ path, what: `${path.at(-1)} is 0, so no finished Job is kept` })),
};

const keepsLittle: Rule = {
  code: 'PRUNER_KEEPS_LITTLE',
  severity: 'warning',
  title: 'the pruner may delete images that were just pushed, or all revisions but the current one',
  why: 'an image younger than an hour may be part of a push, a build or a rollout that is still running; a pruned image is gone',
  fix: 'keep at least 1 revision, and images for at least 60m',
  source: 'OpenShift documentation, image pruner: the defaults are 3 and 60m',
  bad: `
    platform: aws
    pruner: {keepYoungerThanDuration: 60s}`,
  good: `
    platform: aws
    pruner: {keepYoungerThanDuration: 168h, keepTagRevisions: 3}`,
  check: ({ config }): readonly Hit[] => {
    const { keepTagRevisions, keepYoungerThanDuration: young = '60m' } = config.pruner ?? {};
    const age = parseDuration(young) ?? HOUR;
    return [
      ...hitIf(keepTagRevisions === 0, () => ({
        path: ['pruner', 'keepTagRevisions'],
        what: 'keepTagRevisions is 0: no revision but the current one is kept',
      })),
      ...hitIf(age >= 0 && age < HOUR, () => ({
        path: ['pruner', 'keepYoungerThanDuration'],
        what: `keepYoungerThanDuration ${young} is below 60m`,
      })),
    ];
  },
};

const suspended: Rule = {
  code: 'PRUNER_SUSPENDED',
  severity: 'warning',
  title: 'the pruner is suspended',
  why: 'images are never deleted, and the storage grows without limit',
  fix: 'remove pruner.suspend',
  source: 'operator pkg/resource/prunercronjob.go',
  bad: `
    platform: aws
    pruner: {suspend: true}`,
  good: `
    platform: aws
    pruner: {suspend: false}`,
  check: ({ config }) =>
    hitIf(config.pruner?.suspend === true && config.registry?.readOnly !== true, () => ({
      path: ['pruner', 'suspend'],
      what: 'the pruner will not run: suspend is true',
    })),
};

const invalidReferences: Rule = {
  code: 'PRUNER_INVALID_REFERENCES',
  severity: 'warning',
  title: 'one invalid image reference stops the pruner',
  why: 'a single workload with a misspelt image makes every pruning Job fail, and the cluster operator Degraded',
  fix: 'remove ignoreInvalidImageReferences, or set it to true',
  source: 'operator pkg/resource/prunercronjob.go',
  bad: `
    platform: aws
    pruner: {ignoreInvalidImageReferences: false}`,
  good: `
    platform: aws
    pruner: {ignoreInvalidImageReferences: true}`,
  check: ({ config }) =>
    hitIf(config.pruner?.ignoreInvalidImageReferences === false, () => ({
      path: ['pruner', 'ignoreInvalidImageReferences'],
      what: 'ignoreInvalidImageReferences is false: one invalid reference stops the pruner',
    })),
};

/** In the order they are listed in the documentation. */
export const PRUNER_RULES: readonly Rule[] = [
  schedule,
  neverRuns,
  negative,
  history,
  keepsLittle,
  suspended,
  invalidReferences,
];
