import { EMPTY_VALUE_RULES } from '../../../src/rules/cluster/empty-values';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(EMPTY_VALUE_RULES);
const registry = (settings: string): string => `platform: aws\nregistry: ${settings}\n`;

test.each<[string, string[]]>([
  ['{tolerations: []}', ['ZERO_VALUE']],
  ['{nodeSelector: {}}', ['ZERO_VALUE']],
  ['{proxy: {http: ""}}', ['ZERO_VALUE']],
  ['{requests: {read: {maxRunning: 0}}}', ['ZERO_VALUE']],
  ['{readOnly: false, disableRedirect: false}', []],
])('%s', (settings, expected) => expect(codes(registry(settings))).toEqual(expected));
