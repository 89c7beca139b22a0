/** Generated classes drop a name they do not know: every field of the CRD must come back from them as it was. */

import { toJson_ConfigSpecStorage } from '../../../imports/imageregistry.operator.openshift.io';
import { inGeneratedWords } from '../../../src/manifests/storage/storage-spec';
import { configStorageSchema } from '../../support/own-schema';
import type { Schema } from '../../support/structural-schema';

/** A value with every field of the schema. */
function everything({ properties, items, type }: Schema): unknown {
  if (properties !== undefined) {
    return Object.fromEntries(Object.entries(properties).map(([name, child]) => [name, everything(child)]));
  }
  if (items !== undefined) return [everything(items)];
  return { string: 'x', boolean: true, integer: 1 }[String(type)] ?? {};
}

const backends = Object.entries(configStorageSchema().properties ?? {}).filter(([name]) => name !== 'managementState');

test.each(backends)('%s', (backend, schema) => {
  const storage = { [backend]: everything(schema) };
  expect(toJson_ConfigSpecStorage(inGeneratedWords(storage) as object)).toEqual(storage);
});
