import { runCluster } from '../../support/fleet';

const OURS = /^(VALUE_SYNTAX|TEXT_INVISIBLE) /;
const found = (settings: string): readonly string[] =>
  runCluster(`{platform: baremetal, ${settings}}`)
    .findings.map(({ code, path }) => `${code} ${path?.join('.')}`)
    .filter(text => OURS.test(text));

const nfs = (path: string): string =>
  `storage: {pvc: {accessModes: [ReadWriteMany], volume: {nfs: {server: nfs.example.com, path: ${path}}}}}`;

test.each<[string, readonly string[]]>([
  [nfs('/exports/registry'), []],
  [nfs('exports/registry'), ['VALUE_SYNTAX storage.pvc.volume.nfs.path']],
  [nfs('"/exports\\u0007"'), ['TEXT_INVISIBLE storage.pvc.volume.nfs.path']],
  [nfs('"/exports\\u202e"'), ['TEXT_INVISIBLE storage.pvc.volume.nfs.path']],
])('%s', (settings, expected) => expect(found(settings)).toEqual(expected));
