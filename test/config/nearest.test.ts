import { nearest, suggestion } from '../../src/config/nearest';
import { cpuSeconds } from '../support/cpu';

const KNOWN = [
  'replicas',
  'registry',
  'routes',
  'readOnly',
  's3',
  'gcs',
  'pvc',
  'aws',
  'gcp',
  'single-node',
  'single-file',
  'baremetal',
];

test.each([
  ['replcias', 'replicas'],
  ['replica', 'replicas'],
  ['Replicas', 'replicas'],
  ['read-only', 'readOnly'],
  ['read_only', 'readOnly'],
  ['regsitry', 'registry'],
  ['asw', 'aws'],
  ['S3', 's3'],
  ['gcss', 'gcs'],
  ['nfs', undefined],
  ['aro', undefined],
  ['efs', undefined],
  ['rook', undefined],
  ['bare', 'baremetal'],
  ['single', undefined],
  ['bar', undefined],
  ['xyzzy', undefined],
  ['', undefined],
  ['a', undefined],
  ['storageClassName', undefined],
])('%j is meant to be %j', (word, expected) => expect(nearest(word, KNOWN)).toBe(expected));

test('nothing is suggested where nothing is known', () => {
  expect(nearest('a', [])).toBeUndefined();
  expect(suggestion('a', [])).toBe('');
  expect(suggestion('replcias', KNOWN)).toBe(' Did you mean "replicas"?');
});

test('a long word takes no long time', () => {
  expect(cpuSeconds(() => nearest('x'.repeat(1_000_000), KNOWN))).toBeLessThan(1);
});
