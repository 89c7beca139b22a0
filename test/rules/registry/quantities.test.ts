import { QUANTITY_RULES } from '../../../src/rules/registry/quantities';
import { runCluster } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(QUANTITY_RULES);
const size = (text: unknown): string =>
  JSON.stringify({
    platform: 'baremetal',
    storage: { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'f', size: text } },
  });

test.each(['100Gi', '1Ti', '107374182400', 107374182400, '1e12', '0.5Ti'])('size %j', text => {
  expect(codes(size(text))).toEqual([]);
});

test.each(['100GB', '100 Gi', 'many', '', '-1Gi', '0', '100gi'])('size %j is none', text => {
  expect(codes(size(text))).toEqual(['QUANTITY']);
});

test('what people mean by GB is named', () => {
  const found = runCluster(size('150gb')).findings.find(({ code }) => code === 'QUANTITY');
  expect(found).toMatchObject({
    what: 'size "150gb" is not a Kubernetes quantity; did you mean 150Gi or 150G?',
    fix: 'write 150Gi, or 150G',
  });
});

const resources = (part: string, value: object): readonly string[] =>
  codes(JSON.stringify({ platform: 'aws', [part]: { resources: value } }));
test.each<[string, object, string[]]>([
  ['registry', { requests: { cpu: '100m', memory: 0 } }, []],
  ['registry', { requests: { cpu: '0.1.2' } }, ['QUANTITY']],
  ['pruner', { limits: { memory: '1GB' } }, ['QUANTITY']],
  ['pruner', { limits: { memory: '-1' } }, ['QUANTITY']],
  ['registry', { requests: { memory: '1Gi' }, limits: { memory: '1024Mi' } }, []],
  ['registry', { requests: { memory: '1025Mi' }, limits: { memory: '1Gi' } }, ['RESOURCES_ORDER']],
  ['pruner', { requests: { cpu: 2 }, limits: { cpu: '1500m' } }, ['RESOURCES_ORDER']],
  ['pruner', { requests: { cpu: 2 }, limits: { memory: '1Gi' } }, []],
])('%s %j', (part, value, expected) => expect(resources(part, value)).toEqual(expected));
