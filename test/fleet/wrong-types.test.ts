import { checkFiles, errorsOf } from '../support/checked';

test.each([
  ['a name', 'clusters:\n  - name: {toString: {}}\n    openshift: "4.14"\n    platform: aws\n'],
  ['a number', 'clusters:\n  - {name: a, openshift: "4.14", platform: aws, registry: {replicas: {toString: {}}}}\n'],
  ['a list', 'clusters: []\nacknowledge: {toString: {}}\n'],
])('a map with a key that JavaScript would call, for %s', (_, text) => {
  expect(errorsOf(checkFiles({ 'fleet.yaml': text })).join('\n')).toMatch(/^WRONG_TYPE /m);
});
