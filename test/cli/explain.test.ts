import { explain, unknownCode } from '../../src/cli/explain';
import { CATALOGUE } from '../../src/rules/catalogue';

test('a rule in full', () => {
  expect(explain('EMPTYDIR_REPLICAS')).toBe(`EMPTYDIR_REPLICAS: error, cannot be accepted

what:   more than one replica with emptyDir
why:    each pod has its own images, so pulls fail at random; the operator does not check this
fix:    set registry.replicas to 1, or remove it
source: operator pkg/storage/emptydir/emptydir.go

bad:
  platform: none
  environment: non-production
  storage: {emptyDir: {}}
  registry: {replicas: 2}

good:
  platform: none
  environment: non-production
  storage: {emptyDir: {}}
  registry: {replicas: 1}`);
});

test('a finding of no rule has no examples', () => {
  expect(explain('YAML_SYNTAX')).toMatch(/^YAML_SYNTAX: error, cannot be accepted\n\nwhat: {3}/);
  expect(explain('YAML_SYNTAX')).not.toContain('bad:');
});

test.each([...CATALOGUE.keys()])('%s is explained, in lower case too', code => {
  expect(explain(code)).toContain(code);
  expect(explain(code.toLowerCase())).toBe(explain(code));
});

test.each([
  ['PVC_RWO_REPLICA', 'there is no finding "PVC_RWO_REPLICA". Did you mean "PVC_RWO_REPLICAS"?'],
  ['pvc-rwo-replica', 'there is no finding "pvc-rwo-replica". Did you mean "PVC_RWO_REPLICAS"?'],
  ['', 'there is no finding "".'],
  ['toString', 'there is no finding "toString".'],
])('%j does not exist', (code, text) => {
  expect(explain(code)).toBeUndefined();
  expect(unknownCode(code)).toBe(`${text} registry-gitops explain lists all of them`);
});
