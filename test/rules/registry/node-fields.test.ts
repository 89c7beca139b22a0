import { NODE_FIELD_RULES } from '../../../src/rules/registry/node-fields';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(NODE_FIELD_RULES);
const terms = (requirement: string): string => `{nodeSelectorTerms: [{matchFields: [${requirement}]}]}`;
const NODE = '{key: metadata.name, operator: In, values: [worker-0.example.com]}';

test.each<[string, string, readonly string[]]>([
  ['one node', NODE, []],
  ['all but one', '{key: metadata.name, operator: NotIn, values: [worker-0]}', []],
  ['two nodes', '{key: metadata.name, operator: In, values: [worker-0, worker-1]}', ['NODE_FIELD']],
  ['no node', '{key: metadata.name, operator: In, values: []}', ['NODE_FIELD']],
  ['any node', '{key: metadata.name, operator: Exists}', ['NODE_FIELD']],
  ['another field', '{key: metadata.namespace, operator: In, values: [a]}', ['NODE_FIELD']],
  ['what is no name', '{key: metadata.name, operator: In, values: ["Worker 0"]}', ['NODE_FIELD']],
])('%s', (_, requirement, expected) => {
  const required = `requiredDuringSchedulingIgnoredDuringExecution: ${terms(requirement)}`;
  const preferred = `preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, preference: {matchFields: [${requirement}]}}]`;
  for (const part of ['registry', 'pruner']) {
    expect(codes(`{platform: aws, ${part}: {affinity: {nodeAffinity: {${required}}}}}`)).toEqual(expected);
    expect(codes(`{platform: aws, ${part}: {affinity: {nodeAffinity: {${preferred}}}}}`)).toEqual(expected);
  }
  const volume = `{local: {path: /mnt/registry}, nodeAffinity: {required: ${terms(requirement)}}}`;
  expect(codes(`{platform: none, storage: {pvc: {accessModes: [ReadWriteOnce], volume: ${volume}}}}`)).toEqual(
    expected,
  );
});
