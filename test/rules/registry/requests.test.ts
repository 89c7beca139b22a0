import { REQUEST_RULES } from '../../../src/rules/registry/requests';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(REQUEST_RULES);
const registry = (settings: string): string => `platform: aws\nregistry: ${settings}\n`;

test.each<[string, string[]]>([
  ['{requests: {read: {maxRunning: 1, maxInQueue: 1, maxWaitInQueue: 1m}}}', []],
  ['{requests: {read: {maxRunning: -1}}}', ['REQUESTS_NEGATIVE']],
  ['{requests: {write: {maxInQueue: -5, maxRunning: 3}}}', ['REQUESTS_NEGATIVE']],
  ['{requests: {write: {maxWaitInQueue: -1m, maxRunning: 3}}}', ['REQUESTS_NEGATIVE']],
  ['{requests: {write: {maxWaitInQueue: 0s, maxRunning: 3}}}', []],
  ['{requests: {write: {maxWaitInQueue: 1m}}}', ['REQUESTS_WAIT_ALONE']],
  ['{requests: {read: {maxWaitInQueue: 1m, maxInQueue: 2}}}', []],
])('%s', (settings, expected) => expect(codes(registry(settings))).toEqual(expected));
