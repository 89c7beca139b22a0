/** Some commands look at clusters that have mistakes: each has a model, whatever stands where a map is meant. */

import type { Cluster } from '../../src/config/shape/cluster';
import { resolve } from '../../src/model/resolve';

test.each(['registry', 'pruner', 'access', 'image', 'jobs', 'takeOver', 'metadata', 'credentials', 'storage'])(
  '%s is a text',
  key => {
    const cluster = { name: 'a', platform: 'aws', [key]: 'text' } as unknown as Cluster;
    expect(resolve(cluster)).toMatchObject({ name: 'a' });
  },
);

test('a backend that does not exist is named', () => {
  const cluster = { name: 'a', platform: 'aws', storage: { s4: { bucket: 'registry' } } } as unknown as Cluster;
  expect(resolve(cluster)).toMatchObject({ storage: undefined });
});

test('parts of them are', () => {
  const cluster = {
    name: 'a',
    platform: 'aws',
    storage: { pvc: 'text' },
    credentials: { externalSecret: { store: 'text', key: 'x' } },
  } as unknown as Cluster;
  expect(resolve(cluster)).toMatchObject({ storage: { backend: 'pvc' } });
});
