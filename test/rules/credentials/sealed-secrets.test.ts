/** Where a sealed value can be opened, and what is none. */

import { EXAMPLE_SEALED_VALUE } from '../../../src/rules/credentials/sealed-secrets';
import { errorsOf, STORAGE } from '../../support/example-secrets';

test('an annotation on every object must not change the scope of a sealed value', () => {
  const cluster = `${STORAGE.azure}
    metadata: {annotations: {sealedsecrets.bitnami.com/cluster-wide: "true"}}
    credentials: `;
  const sealed = `{sealedSecret: {encryptedData: {REGISTRY_STORAGE_AZURE_ACCOUNTKEY: ${EXAMPLE_SEALED_VALUE}}}}`;
  expect(errorsOf(cluster + sealed).map(({ code }) => code)).toEqual(['SEALED_SCOPE']);
  expect(errorsOf(`${cluster}{existingSecret: {}}`)).toEqual([]);
});

test.each([
  ['a sealed value', EXAMPLE_SEALED_VALUE, []],
  ['the value itself', 'c2VjcmV0', ['SEALED_VALUE']],
  ['half a value', EXAMPLE_SEALED_VALUE.slice(0, 300), ['SEALED_VALUE']],
])('%s', (_, value, codes) => {
  const errors = errorsOf(`${STORAGE.azure}
    credentials: {sealedSecret: {encryptedData: {REGISTRY_STORAGE_AZURE_ACCOUNTKEY: ${value}}}}`);
  expect(errors.map(({ code }) => code)).toEqual(codes);
});
