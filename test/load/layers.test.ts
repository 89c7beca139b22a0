/** Defaults, profiles, clusters and files of clusters: which one wins, and whose mistake it is. */

import { checkFiles, errorsOf } from '../support/checked';
import { dedent } from '../support/fleet';

const errors = (text: string): readonly string[] => errorsOf(checkFiles({ 'fleet.yaml': dedent(text) }));
const merged = (text: string): unknown => checkFiles({ 'fleet.yaml': dedent(text) }).loaded.clusters[0]?.merged();

test('profiles merge in the order the cluster names them, over the defaults and under the cluster', () => {
  const text = (order: string, own = ''): string => `
    defaults: {openshift: "4.14", registry: {replicas: 1, logLevel: Debug, readOnly: true}}
    profiles:
      two: {registry: {replicas: 2, logLevel: Trace}}
      three: {registry: {replicas: 3}}
    clusters: [{name: a, platform: aws, profiles: ${order}${own}}]
  `;
  expect(merged(text('[two, three]'))).toMatchObject({ registry: { replicas: 3, logLevel: 'Trace', readOnly: true } });
  expect(merged(text('[three, two]'))).toMatchObject({ registry: { replicas: 2 } });
  expect(merged(text('[three]', ', registry: {replicas: 4, readOnly: null}'))).toMatchObject({
    registry: { replicas: 4, logLevel: 'Debug' },
  });
  expect(merged(text('[]', ', registry: null'))).not.toHaveProperty('registry');
});

test('an unknown profile is an error at its own place', () => {
  const text = `
    profiles: {infra: {}}
    clusters:
      - name: a
        platform: aws
        openshift: "4.14"
        profiles:
          - infra
          - infar
          - constructor
  `;
  expect(errors(text)).toEqual(['UNKNOWN_PROFILE fleet.yaml:8:9', 'UNKNOWN_PROFILE fleet.yaml:9:9']);
});

test('a mistake in the defaults is shown there, once, however many clusters inherit it', () => {
  const text = `
    defaults:
      openshift: "4.14"
      registry: {replicas: many}
    clusters:
      - {name: a, platform: aws}
      - {name: b, platform: gcp}
      - {name: c, platform: azure, registry: {replicas: 2}}
  `;
  expect(errors(text)).toEqual(['WRONG_TYPE fleet.yaml:3:14']);
});

test('a mistake in a profile is shown in the profile, used or not', () => {
  const text = (profiles: string): string => `
    profiles:
      odd:
        regsitry: {}
    clusters:
      - {name: a, platform: aws, openshift: "4.14", profiles: ${profiles}}
  `;
  expect(errors(text('[odd]'))).toEqual(['UNKNOWN_KEY fleet.yaml:3:5']);
  expect(errors(text('[]'))).toEqual(['UNKNOWN_KEY fleet.yaml:3:5']);
});

test('a rule about an inherited value points at the layer that says it', () => {
  const text = `
    defaults:
      openshift: "4.14"
      storage:
        pvc:
          accessModes: [ReadWriteOnce]
    profiles:
      many:
        registry:
          replicas: 2
    clusters:
      - {name: a, platform: none, profiles: [many]}
  `;
  expect(errors(text)).toEqual(['PVC_RWO_REPLICAS fleet.yaml:9:7']);
});

test('what is missing is missing in the cluster, or where its map is', () => {
  const text = `
    defaults:
      openshift: "4.14"
      storage:
        pvc: {size: 200Gi}
    clusters:
      - name: a
      - {name: b, platform: aws}
  `;
  const missing = errors(text).filter(line => line.startsWith('VALUE_MISSING'));
  expect(missing).toEqual(['VALUE_MISSING fleet.yaml:4:5', 'VALUE_MISSING fleet.yaml:6:5']);
});

test('a list hides the list below it, places included', () => {
  const text = `
    defaults:
      openshift: "4.14"
      thirdParty:
        - server: quay.io
          namespaces: [a]
    clusters:
      - name: a
        platform: aws
        thirdParty:
          - namespaces: [b]
  `;
  expect(errors(text)).toContain('VALUE_MISSING fleet.yaml:10:9');
});

test('layers that are no maps are one mistake each, and hide nothing', () => {
  const text = `
    defaults: {openshift: "4.14"}
    profiles:
      empty:
      list: []
    clusters:
      - {name: a, platform: aws, profiles: [empty, list]}
      - 5
      - {name: b, platform: aws}
  `;
  expect(errors(text)).toEqual(['WRONG_TYPE fleet.yaml:3:3', 'WRONG_TYPE fleet.yaml:4:3', 'WRONG_TYPE fleet.yaml:7:5']);
});

test('five mistakes in three clusters are five findings of one run, in the order of the file', () => {
  const text = `
    clusters:
      - name: a
        platform: awz
        openshift: 4.10
      - name: b
        platform: aws
        openshift: "4.14"
        regsitry: {replicas: 2}
        pruner: {keepTagRevisions: three}
      - name: c
        platform: baremetal
        openshift: "4.14"
        registry: {replicas: 2}
        storage: {pvc: {accessModes: [ReadWriteOnce]}}
  `;
  expect(errors(text)).toEqual([
    'UNKNOWN_VALUE fleet.yaml:3:5',
    'VERSION_NOT_QUOTED fleet.yaml:4:5',
    'UNKNOWN_KEY fleet.yaml:8:5',
    'WRONG_TYPE fleet.yaml:9:14',
    'PVC_RWO_REPLICAS fleet.yaml:13:16',
  ]);
});

test('an item that is refused moves none of those behind it', () => {
  const text = `
    clusters:
      - name: a
        platform: aws
        openshift: "4.14"
        baseDomain: example.com
        routes:
          custom:
            - 5
            - {name: x, hostname: "not a host"}
  `;
  const found = errors(text);
  expect(found[0]).toBe('WRONG_TYPE fleet.yaml:8:11');
  expect(found.slice(1).every(line => line.includes(':9:'))).toBe(true);
});
