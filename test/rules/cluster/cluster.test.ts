import { CLUSTER_RULES } from '../../../src/rules/cluster/cluster';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(CLUSTER_RULES);

test.each<[string, string[]]>([
  ['openshift: "4.14"', []],
  ['openshift: "4.14.3"', ['VERSION_UNKNOWN']],
  ['openshift: v4.14', ['VERSION_UNKNOWN']],
  ['openshift: "4.2"', ['VERSION_UNKNOWN']],
  ['name: prod-1', []],
  ['name: Prod', ['CLUSTER_NAME']],
  ['hosted: true', ['HOSTED_CONTROL_PLANE']],
  ['hosted: false', []],
])('%s', (setting, expected) => expect(codes(`platform: aws\n${setting}`)).toEqual(expected));
