import { runCluster } from '../../support/fleet';

const found = (settings: string): readonly (string | undefined)[] =>
  runCluster(`{platform: baremetal, ${settings}}`)
    .findings.filter(({ code }) => code === 'KEY_RESERVED')
    .map(({ path }) => path?.join('.'));

const parameters = (map: string): string =>
  `storage: {pvc: {accessModes: [ReadWriteMany], storageClass: {name: files, provisioner: files.example.com, parameters: ${map}}}}`;

test.each<[string, readonly string[]]>([
  ['metadata: {labels: {constructor: ""}}', ['metadata.labels.constructor']],
  ['metadata: {annotations: {constructor: a}}', ['metadata.annotations.constructor']],
  ['registry: {nodeSelector: {constructor: a}}', ['registry.nodeSelector.constructor']],
  [parameters('{__proto__: a}'), ['storage.pvc.storageClass.parameters.__proto__']],
  [parameters('{toString: a, prototype: b, valueOf: c}'), []],
])('%s', (settings, expected) => expect(found(settings)).toEqual(expected));
