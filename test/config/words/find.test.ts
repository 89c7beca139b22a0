import { parse } from 'yaml';
import { definition, dereference, type Schema } from '../../../src/config/schema';
import { checkShape } from '../../../src/config/shape-check';
import { fixOfWord } from '../../../src/config/words/common-word';
import { COMMON_WORDS, wordForKey, wordForValue } from '../../../src/config/words/find';

const CLUSTER = definition('Cluster');
const fixFor = (path: string): string | undefined => {
  const word = wordForKey(path.split('.'));
  return word && fixOfWord(word);
};

test.each([
  ['storage.nfs', 'volume: {nfs: {server: SERVER, path: /PATH}}'],
  ['storage.NFS', 'volume: {nfs:'],
  ['storage.ceph', 'odf: {cephfs:'],
  ['storage.rook', 'odf: {rgw:'],
  ['storage.odf.ceph', 'odf: {cephfs:'],
  ['storage.noobaa', 'odf: {noobaa:'],
  ['storage.minio', 'regionEndpoint:'],
  ['storage.bucket', 's3: {bucket:'],
  ['storage.ebs', 'accessModes: [ReadWriteOnce]'],
  ['storage.efs', 'accessModes: [ReadWriteMany]'],
  ['storage.cinder', 'pvc: {'],
  ['credentials.vault', 'externalSecret: {store:'],
  ['credentials.sts', 'remove the key'],
  ['kms', 'keyID:'],
  ['version', 'openshift: "'],
])('%s: %s', (path, fix) => expect(fixFor(path)).toContain(fix));

test.each([
  ['platform', 'aro', 'write platform: azure'],
  ['platform', 'OSD', 'write platform: aws or platform: gcp'],
  ['platform', 'rosa-hcp', 'write platform: rosa and hosted: true'],
  ['platform', 'sno', 'oc get infrastructure cluster'],
  ['topology', 'sno', 'write topology: single-node'],
  ['environment', 'prod', 'write environment: production'],
])('%s: %s', (path, value, fix) => {
  const word = wordForValue([path], value);
  expect(word && fixOfWord(word)).toContain(fix);
});

test('in a list the place of the item does not matter', () =>
  expect(wordForValue(['storage', 'pvc', 'accessModes', 1], 'RWX')?.is).toBe('ReadWriteMany'));

test.each([['storage.s3.nfs'], ['xyzzy'], ['storage.constructor'], ['__proto__']])('%s has no answer', path =>
  expect(fixFor(path)).toBeUndefined(),
);

/** The schema at a dotted path below a cluster. */
const schemaAt = (place: string): Schema =>
  place
    .split('.')
    .filter(Boolean)
    .reduce((node, key) => dereference(dereference(node).properties?.[key] ?? {}), dereference(CLUSTER));

describe('every word', () => {
  const { keys, values } = COMMON_WORDS;

  test.each(keys)('$place: $word is not a key there, and what is to be written is known', ({ place, word, answer }) => {
    expect(Object.keys(schemaAt(place).properties ?? {}).map(key => key.toLowerCase())).not.toContain(word);
    expect(wordForKey([...place.split('.').filter(Boolean), word])).toBe(answer);
    expectKnown(answer);
  });

  test.each(values)('$place "$word" is not a value there, and what is to be written is known', entry => {
    const { place, word, answer } = entry;
    const node = schemaAt(place);
    const allowed = dereference(node.items ?? node).enum ?? [];
    expect(allowed.length).toBeGreaterThan(1);
    expect(allowed).not.toContain(word);
    expect(wordForValue(place.split('.'), word)).toBe(answer);
    expectKnown(answer);
  });

  function expectKnown({ write, fix }: (typeof keys)[number]['answer']): void {
    expect(write === undefined).toBe(fix !== undefined);
    const settings = [write ?? []].flat().map(text => parse(text) as object);
    const issues = settings.flatMap(setting => checkShape(CLUSTER, { name: 'a', platform: 'aws', ...setting }).issues);
    expect(issues).toEqual([]);
  }
});
