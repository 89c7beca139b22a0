/** The maximal configuration, on the versions between which most fields came. The slow test has all versions. */

import { definition } from '../../../src/config/schema';
import { NEWEST_VERSION } from '../../../src/facts/versions';
import { unsetKeys } from '../../support/leaves';
import { IMAGES, OBJECT_STORES, PRUNER, REGISTRY, samplesOf } from '../../support/maximal';
import { testEveryField } from './every-field';

testEveryField(['4.3', '4.6', '4.11', '4.14', '4.17', NEWEST_VERSION]);

describe('the maximal configuration says everything that can be said', () => {
  test.each<[string, readonly unknown[], readonly string[]]>([
    ['Registry', [REGISTRY], ['own']],
    ['Pruner', [PRUNER], []],
    ['ImageConfig', Object.values(IMAGES), ['additionalTrustedCA', 'imageDigestMirrors', 'imageTagMirrors']],
  ])('%s', (type, values, elsewhere) => {
    expect([...unsetKeys(type, values)].sort()).toEqual([...elsewhere].sort());
  });

  /** What becomes other objects: resources that make the storage, Secrets, and the other ways to a CA. */
  const ELSEWHERE = /^provision$|^cloudFront\.privateKey\.\w+$|^trustedCA\./;

  test.each(OBJECT_STORES)('storage.%s', backend => {
    const type = definition('Storage').properties?.[backend]?.$ref?.split('/').at(-1) ?? '';
    expect(unsetKeys(type, [samplesOf(backend)]).filter(key => !ELSEWHERE.test(key))).toEqual([]);
  });
});
