/** What the cluster stores the same is no change, and what it does not is one. */

import { changesBetween, type Plain } from './pairs/pair';

const CONFIG = 'imageregistry.operator.openshift.io/v1';
const object = (apiVersion: string, kind: string, more: object): Plain => ({
  apiVersion,
  kind,
  metadata: { name: 'cluster' },
  ...more,
});
const spec = (value: object): Plain => object(CONFIG, 'Config', { spec: value });
const pruner = (value: object): Plain => object(CONFIG, 'ImagePruner', { spec: value });
const claim = (storage: string): Plain =>
  object('v1', 'PersistentVolumeClaim', { spec: { resources: { requests: { storage } } } });

/** Two spellings of the same. */
const EQUAL: readonly (readonly [name: string, before: Plain, after: Plain])[] = [
  ['a quantity', claim('1024Mi'), claim('1Gi')],
  [
    'a quantity of CPU',
    spec({ resources: { requests: { cpu: '0.1' } } }),
    spec({ resources: { requests: { cpu: '100m' } } }),
  ],
  ['a duration', pruner({ keepYoungerThanDuration: '60m' }), pruner({ keepYoungerThanDuration: '1h0m0s' })],
  ['a zero value the operator drops', spec({ replicas: 2, defaultRoute: false, routes: [] }), spec({ replicas: 2 })],
  [
    'what the operator writes for nothing',
    spec({ replicas: 2, requests: { read: { maxWaitInQueue: '0s' } }, proxy: {} }),
    spec({ replicas: 2 }),
  ],
  ['a default of the API', spec({ logLevel: 'Normal' }), spec({ operatorLogLevel: 'Normal' })],
  ['a default of the pruner', pruner({ schedule: '', keepTagRevisions: 3 }), pruner({ schedule: '', suspend: false })],
  ['nothing', spec({ replicas: 2, observedConfig: null }), spec({ replicas: 2 })],
  ['the order of keys', spec({ a: 1, b: 2 }), spec({ b: 2, a: 1 })],
  [
    'the order of a set',
    spec({ tolerations: [{ key: 'a' }, { key: 'b' }] }),
    spec({ tolerations: [{ key: 'b' }, { key: 'a' }] }),
  ],
  [
    'the order of routes',
    spec({ routes: [{ name: 'a' }, { name: 'b' }] }),
    spec({ routes: [{ name: 'b' }, { name: 'a' }] }),
  ],
  [
    'what the server keeps of its own',
    { ...spec({}), metadata: { name: 'cluster', generation: 1, resourceVersion: '1' }, status: { a: 1 } },
    spec({}),
  ],
];

test.each(EQUAL)('%s is no change', (_, before, after) => {
  expect(changesBetween([before], [after])).toEqual([]);
});

/** Two spellings of something else. */
const UNEQUAL: readonly (readonly [name: string, before: Plain, after: Plain])[] = [
  ['zero revisions and none said', pruner({ keepTagRevisions: 0 }), pruner({})],
  ['an empty affinity and none', spec({ affinity: {} }), spec({})],
  ['empty resources and none', spec({ resources: {} }), spec({})],
  ['an empty backend and none', spec({ storage: { pvc: {} } }), spec({ storage: {} })],
  ['a label without a value and none', spec({ nodeSelector: { a: '' } }), spec({})],
  [
    'the order of mirrors',
    object('config.openshift.io/v1', 'ImageDigestMirrorSet', {
      spec: { imageDigestMirrors: [{ source: 'a', mirrors: ['x', 'y'] }] },
    }),
    object('config.openshift.io/v1', 'ImageDigestMirrorSet', {
      spec: { imageDigestMirrors: [{ source: 'a', mirrors: ['y', 'x'] }] },
    }),
  ],
  [
    'one of two items of a name',
    spec({
      routes: [
        { name: 'a', hostname: 'x' },
        { name: 'a', hostname: 'y' },
      ],
    }),
    spec({ routes: [{ name: 'a', hostname: 'y' }] }),
  ],
];

test.each(UNEQUAL)('%s is a change', (_, before, after) => {
  expect(changesBetween([before], [after])).not.toEqual([]);
});
