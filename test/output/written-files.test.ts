import { WrittenFiles } from '../../src/output/written-files';

function written(paths: readonly string[]): ReturnType<WrittenFiles['end']> {
  const files = new WrittenFiles();
  for (const path of paths) files.add(path.slice(0, Math.max(0, path.lastIndexOf('/'))), path, `é${path.at(-6)}`);
  return files.end();
}

test('has the files of each folder, and every folder above one', () => {
  const { folders, ...ends } = written(['.owner', 'clusters/b/z.yaml', 'clusters/b/a.yaml', 'rights/x/y/a.yaml']) ?? {};
  expect(ends).toEqual({ first: '.owner', last: 'rights/x/y/a.yaml' });
  expect(Object.fromEntries(folders ?? [])).toEqual({
    '': { names: ['.owner'], bytes: 3 },
    clusters: { names: [], bytes: 0 },
    'clusters/b': { names: ['a.yaml', 'z.yaml'], bytes: 6 },
    rights: { names: [], bytes: 0 },
    'rights/x': { names: [], bytes: 0 },
    'rights/x/y': { names: ['a.yaml'], bytes: 3 },
  });
});

test('takes files of a folder in two turns, and of the one above after those below', () => {
  const { folders } = written(['rights/a/b.yaml', 'rights/c.yaml', 'rights/a/a.yaml']) ?? {};
  expect(Object.fromEntries(folders ?? [])).toEqual({
    '': { names: [], bytes: 0 },
    rights: { names: ['c.yaml'], bytes: 3 },
    'rights/a': { names: ['a.yaml', 'b.yaml'], bytes: 6 },
  });
});

test('folders with the same names share one list of them', () => {
  const { folders } =
    written(['clusters/a/x.yaml', 'clusters/a/y.yaml', 'clusters/b/y.yaml', 'clusters/b/x.yaml']) ?? {};
  expect(folders?.get('clusters/a')?.names).toBe(folders?.get('clusters/b')?.names);
});

test('is nothing where nothing was written', () => {
  expect(written([])).toBeUndefined();
});
