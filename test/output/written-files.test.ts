import { WrittenFiles } from '../../src/output/written-files';
import { foldersWith, outputFile } from '../support/output';

/** Texts of the same length. */
const files = (paths: readonly string[]) => paths.map(path => outputFile(path, `é${path.at(-6)}`));
const BYTES = Buffer.byteLength(outputFile('', 'éa').text);

function written(paths: readonly string[]): ReturnType<WrittenFiles['end']> {
  const all = new WrittenFiles();
  for (const folder of foldersWith(files(paths))) all.add(folder);
  return all.end();
}

test('has the files of each folder, and every folder above one', () => {
  const { folders, ...ends } = written(['.owner', 'clusters/b/z.yaml', 'clusters/b/a.yaml', 'rights/x/y/a.yaml']) ?? {};
  expect(ends).toEqual({ first: '.owner', last: 'rights/x/y/a.yaml' });
  expect(Object.fromEntries(folders ?? [])).toEqual({
    '': { names: ['.owner'], bytes: BYTES },
    clusters: { names: [], bytes: 0 },
    'clusters/b': { names: ['a.yaml', 'z.yaml'], bytes: 2 * BYTES },
    rights: { names: [], bytes: 0 },
    'rights/x': { names: [], bytes: 0 },
    'rights/x/y': { names: ['a.yaml'], bytes: BYTES },
  });
});

test('takes files of a folder in two turns, and of the one above after those below', () => {
  const { folders } = written(['rights/a/b.yaml', 'rights/c.yaml', 'rights/a/a.yaml']) ?? {};
  expect(Object.fromEntries(folders ?? [])).toEqual({
    '': { names: [], bytes: 0 },
    rights: { names: ['c.yaml'], bytes: BYTES },
    'rights/a': { names: ['a.yaml', 'b.yaml'], bytes: 2 * BYTES },
  });
});

test('a folder of many files is as if they came one by one', () => {
  const [x, y, z] = [['b.yaml', 'a.yaml'], ['c.yaml'], ['b.yaml', 'a.yaml']] as const;
  const all = new WrittenFiles();
  const add = (folder: string, names: readonly string[]): void =>
    all.add({ folder, names, texts: names.map(name => outputFile('', `é${name.at(-6)}`).text) });
  add('clusters/x', x);
  add('hub', []);
  add('clusters/y', y);
  add('clusters/z', x);
  const paths = [...x.map(name => `clusters/x/${name}`), 'clusters/y/c.yaml', ...z.map(name => `clusters/z/${name}`)];
  expect(all.end()).toEqual(written(paths));
});

test('folders with the same names share one list of them', () => {
  const { folders } =
    written(['clusters/a/x.yaml', 'clusters/a/y.yaml', 'clusters/b/y.yaml', 'clusters/b/x.yaml']) ?? {};
  expect(folders?.get('clusters/a')?.names).toBe(folders?.get('clusters/b')?.names);
});

test('is nothing where nothing was written', () => {
  expect(written([])).toBeUndefined();
});
