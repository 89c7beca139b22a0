import { LOGGING_RULES } from '../../../src/rules/registry/logging';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(LOGGING_RULES);

test.each<[string, string, string[]]>([
  ['-1', '4.5', ['LOGGING_NUMBER']],
  ['100', '4.4', ['LOGGING_NUMBER']],
  ['2', '4.5', []],
  ['8', '4.3', []],
  ['-1', '4.6', []],
])('logging %s on %s', (level, version, expected) => {
  expect(codes(`platform: aws\nregistry: {logging: ${level}}\nopenshift: "${version}"`)).toEqual(expected);
});
