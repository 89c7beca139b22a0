import { runCluster } from '../../support/fleet';

const KIB = 1024;
/** Text that is no credential, and of this size. */
const text = (bytes: number): string => 'a note '.repeat(Math.ceil(bytes / 7)).slice(0, bytes);
const found = (shared: object, own: object = {}): readonly string[] =>
  runCluster(
    JSON.stringify({
      platform: 'baremetal',
      metadata: { annotations: shared },
      storage: {
        pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'files', metadata: { annotations: own } },
      },
    }),
  ).findings.flatMap(({ code, what }) => (code === 'ANNOTATIONS_SIZE' ? [what] : []));

test.each<[string, object, object, readonly string[]]>([
  ['a long note', { 'example.com/a': text(200 * KIB) }, {}, []],
  ['one that is too long', { 'example.com/a': text(256 * KIB) }, {}, ['metadata.annotations has 257 KiB in total']],
  [
    'many that are too long together',
    Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`example.com/a${index}`, text(KIB)])),
    {},
    ['metadata.annotations has 305 KiB in total'],
  ],
  [
    'letters of several bytes',
    { 'example.com/a': 'é '.repeat(90 * KIB) },
    {},
    ['metadata.annotations has 271 KiB in total'],
  ],
  [
    'a claim with those of the cluster',
    { 'example.com/a': text(140 * KIB) },
    { 'example.com/b': text(140 * KIB) },
    ['storage.pvc.metadata.annotations has 281 KiB in total'],
  ],
  [
    'a claim that replaces one of the cluster',
    { 'example.com/a': text(140 * KIB) },
    { 'example.com/a': text(140 * KIB) },
    [],
  ],
])('%s', (_, shared, own, expected) => {
  expect(found(shared, own)).toEqual(expected);
});
