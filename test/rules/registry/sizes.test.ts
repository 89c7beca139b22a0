import { SIZE_RULES } from '../../../src/rules/registry/sizes';
import { runCluster } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(SIZE_RULES);
const resources = (part: string, value: object): string =>
  JSON.stringify({ platform: 'aws', [part]: { resources: value } });

test.each<[string, object, string[]]>([
  ['registry', { limits: { memory: '512m' } }, ['MEMORY_TINY']],
  ['registry', { requests: { memory: '512m' } }, ['MEMORY_TINY']],
  ['registry', { requests: { memory: 512 } }, ['MEMORY_TINY']],
  ['registry', { requests: { memory: '1023Ki' } }, ['MEMORY_TINY']],
  ['registry', { requests: { memory: '1Mi' } }, []],
  ['registry', { requests: { memory: 0 } }, []],
  ['registry', { requests: { memory: '0.5Gi' } }, []],
  ['registry', { limits: { 'ephemeral-storage': '10m' } }, ['MEMORY_TINY']],
  ['pruner', { limits: { memory: '256m' } }, ['MEMORY_TINY']],
  ['jobs', { limits: { memory: '256m' } }, ['MEMORY_TINY']],
  ['registry', { requests: { cpu: 4000 } }, ['CPU_HUGE']],
  ['registry', { requests: { cpu: '4000' } }, ['CPU_HUGE']],
  ['registry', { requests: { cpu: '1k' } }, ['CPU_HUGE']],
  ['registry', { requests: { cpu: '4000m' } }, []],
  ['registry', { limits: { cpu: 256 } }, []],
  ['registry', { limits: { cpu: 257 } }, ['CPU_HUGE']],
])('%s %j', (part, value, expected) => expect(codes(resources(part, value))).toEqual(expected));

test.each<[string, string, string[]]>([
  ['32 replicas', 'registry: {replicas: 32}', []],
  ['33 replicas', 'registry: {replicas: 33}', ['REPLICAS_MANY']],
  ['as many as there are nodes', 'registry: {replicas: 3}\nworkers: 3', []],
  ['more than there are nodes', 'registry: {replicas: 4}\nworkers: 3', ['REPLICAS_MANY']],
  ['two on one node, which is another rule’s', 'registry: {replicas: 2}\nworkers: 1', []],
  ['no node', 'workers: 0', ['WORKERS_NONE']],
  ['fewer than none', 'workers: -3', ['WORKERS_NONE']],
  ['no node, and no registry', 'workers: 0\nregistry: {managementState: Removed}', []],
])('%s', (_, settings, expected) => expect(codes(`platform: aws\n${settings}`)).toEqual(expected));

test.each<[object, string, string]>([
  [{ limits: { memory: '512m' } }, 'memory 512m is only one byte', 'write 512Mi, or 512Gi'],
  [{ limits: { memory: 1024 } }, 'memory 1024 is only 1024 bytes', 'write 1024Mi, or 1024Gi'],
  [{ requests: { cpu: 4000 } }, 'cpu 4000 is more than any node has', 'write 4000m'],
])('%j is told in words', (value, what, fix) => {
  const found = runCluster(resources('registry', value)).findings.find(({ path }) => path.includes('resources'));
  expect(found).toMatchObject({ what, fix });
});

test('a claim of a hundred thousandths of a byte', () => {
  const pvc = { accessModes: ['ReadWriteMany'], storageClassName: 'files', size: '100m' };
  expect(codes(JSON.stringify({ platform: 'none', storage: { pvc } }))).toEqual(['MEMORY_TINY']);
});
