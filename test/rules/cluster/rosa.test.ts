import { ROSA_RULES } from '../../../src/rules/cluster/rosa';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(ROSA_RULES);
const STORE = '{externalSecret: {store: {name: vault}, key: k}}';

test.each<[string, string[]]>([
  ['pruner: {suspend: false}', []],
  ['thirdParty: [{server: quay.io}]', []],
  ['access: {viewers: [{project: a, users: [b]}]}', ['ROSA_ACCESS']],
  ['registry: {replicas: 2}', ['ROSA_MANAGED']],
  ['storage: {s3: {bucket: b-b, region: us-east-1}}', ['ROSA_MANAGED']],
  ['credentials: {existingSecret: {}}', ['ROSA_MANAGED']],
  ['routes: {default: true}', []],
  ['image: {externalRegistryHostnames: [a.example.com]}', ['ROSA_IMAGE']],
  [`pullSecret: ${STORE}`, ['ROSA_MANAGED']],
  ['takeOver: {fields: [nodeSelector]}', ['ROSA_MANAGED']],
  ['bootstrapStorage: pvc', ['ROSA_MANAGED']],
  ['registry: {}\nroutes: {}', ['ROSA_MANAGED']],
])('%s', (settings, expected) => {
  expect(codes(`platform: rosa\n${settings}`)).toEqual(expected);
  expect(codes(`platform: aws\n${settings}`)).toEqual([]);
});
