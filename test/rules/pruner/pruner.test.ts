import { PRUNER_RULES } from '../../../src/rules/pruner/pruner';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(PRUNER_RULES);

test.each<[string, string[]]>([
  ['{}', []],
  ['{schedule: "0 2 * * *", keepTagRevisions: 5, keepYoungerThanDuration: 168h}', []],
  ['{schedule: "@daily"}', []],
  ['{schedule: "daily"}', ['PRUNER_SCHEDULE']],
  ['{schedule: "0 2 * * 7"}', ['PRUNER_SCHEDULE']],
  ['{schedule: ""}', []],
  ['{keepTagRevisions: -1}', ['PRUNER_NEGATIVE']],
  ['{keepYoungerThanDuration: -1h}', ['PRUNER_NEGATIVE']],
  ['{failedJobsHistoryLimit: -1}', ['PRUNER_NEGATIVE']],
  ['{failedJobsHistoryLimit: 0}', ['PRUNER_HISTORY_MIN']],
  ['{successfulJobsHistoryLimit: 0}', ['PRUNER_HISTORY_MIN']],
  ['{successfulJobsHistoryLimit: 1, failedJobsHistoryLimit: 1}', []],
  ['{keepTagRevisions: 0}', ['PRUNER_KEEPS_LITTLE']],
  ['{keepYoungerThanDuration: 59m59s}', ['PRUNER_KEEPS_LITTLE']],
  ['{keepYoungerThanDuration: 0s}', ['PRUNER_KEEPS_LITTLE']],
  ['{keepYoungerThanDuration: 1h}', []],
  ['{suspend: true}', ['PRUNER_SUSPENDED']],
  ['{ignoreInvalidImageReferences: false}', ['PRUNER_INVALID_REFERENCES']],
  ['{ignoreInvalidImageReferences: true}', []],
])('%s', (pruner, expected) => expect(codes(`platform: aws\npruner: ${pruner}`)).toEqual(expected));

test('suspended while the registry is read-only is as it should be', () => {
  expect(codes('platform: aws\nregistry: {readOnly: true}\npruner: {suspend: true}')).toEqual([]);
});
