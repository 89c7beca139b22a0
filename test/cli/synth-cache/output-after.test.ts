/** What is kept of the output after a run: it shows whatever others do to a file later, and nothing else. */

import * as fs from 'node:fs';
import { join } from 'node:path';
import { foldersAsLeft, type KeptOutput, keptOutput } from '../../../src/cli/synth-cache/kept-output';
import { Look } from '../../../src/cli/synth-cache/look';
import { type EndedRun, outputAfter } from '../../../src/cli/synth-cache/output-after';
import { attempt } from '../../../src/cli/synth-cache/store';
import type { OutputFile } from '../../../src/output/manifest-file';
import type { OutputChanges } from '../../../src/output/output-changes';
import { asOnlyWriter } from '../../../src/output/output-writer';
import { folderWith } from '../../support/files';
import { foldersWith, outputFile } from '../../support/output';

const FILES = ['clusters/x/a.yaml', 'clusters/x/b.yaml', 'clusters/y/a.yaml', 'rights/x/a.yaml', 'rights/a.yaml'];
/** So many that a few are exchanged. */
const MANY = Array.from({ length: 100 }, (_, index) => `clusters/c${index}/a.yaml`);

/** A run that writes these files, and what is kept of it. */
function run(
  root: string,
  paths: readonly (string | OutputFile)[],
  more: Partial<EndedRun> = {},
): { readonly changes: OutputChanges; readonly kept: KeptOutput | undefined } {
  const started = Date.now();
  const files = paths.map(path => (typeof path === 'string' ? outputFile(path) : path));
  const [fleetFile, fleetLock] = ['fleet.yaml', 'fleet.lock.yaml'].map(name => join(root, '..', name)) as [
    string,
    string,
  ];
  const changes = asOnlyWriter({ folder: root, fleetFile, fleetLock, tell: () => undefined }, replace =>
    replace({ folders: foldersWith(files), only: [], inputs: [], commit: () => undefined }),
  );
  return { changes, kept: outputAfter({ root, changes, started, isNamed: true, ...more }) };
}

const start = (): string => join(folderWith(), 'dist');

function seen(root: string): Readonly<Record<string, unknown>> {
  const look = new Look(root);
  look.below();
  return Object.fromEntries(look.folders);
}

/** The folders, where the output is as it was left; `many` of them are not looked at one by one. */
const left = (root: string, kept: KeptOutput | undefined, many?: number) => {
  const folders = kept && attempt(() => foldersAsLeft(root, kept, many));
  return folders && Object.fromEntries(folders);
};

describe.each([
  [true, Number.POSITIVE_INFINITY],
  [true, 0],
  [false, 0],
])('with the names of files kept: %s, looked at as many from %d folders on', (isNamed, many) => {
  test('what was written is known without a look', () => {
    const root = start();
    const { changes, kept } = run(root, FILES, { isNamed });
    expect(changes.written?.folders.size).toBe(6);
    expect(left(root, kept, many)).toEqual(seen(root));
    expect(typeof kept?.folders).toBe(isNamed ? 'object' : 'string');
  });

  test('files that were exchanged, added and removed are known, and the others as before', () => {
    const root = start();
    const { kept: first } = run(root, [...FILES, ...MANY], { isNamed });
    const folders = first && foldersAsLeft(root, first);
    if (first === undefined || folders === undefined) throw new Error('the first run is not known');
    const before = { kept: first, folders };
    const next = [
      ...FILES.slice(1, 4),
      outputFile('rights/a.yaml', 'other'),
      ...MANY,
      'clusters/z/a.yaml',
      'hub/a.yaml',
    ];
    const { changes, kept } = run(root, next, { isNamed, before });
    expect(changes.touched).toHaveLength(4);
    expect(left(root, kept, many)).toEqual(seen(root));
    expect(kept?.spans).toHaveLength(2);
    const again = run(root, [...FILES.slice(1, 2), ...MANY], { isNamed, before: { kept: first, folders: new Map() } });
    expect(left(root, again.kept, many)).toBeUndefined();
  });

  test('an output that is as it was stays known, without a look', () => {
    const root = start();
    const { kept } = run(root, FILES, { isNamed });
    const before = kept && { kept, folders: new Map() };
    expect(run(root, FILES, { isNamed, before }).kept).toBe(kept);
  });

  test('an output of which nothing was known is looked at', () => {
    const root = start();
    run(root, FILES, { isNamed });
    const { changes, kept } = run(root, FILES, { isNamed });
    expect(changes.touched).toEqual([]);
    expect(left(root, kept, many)).toEqual(seen(root));
    // Files that did not change are linked.
    const next = run(root, [...FILES, 'hub/a.yaml'], { isNamed });
    expect(next.changes).toMatchObject({ added: 1, written: undefined });
    expect(left(root, next.kept, many)).toEqual(seen(root));
  });

  const before = new Date(2020, 1, 1);
  const changes: Readonly<Record<string, (root: string) => void>> = {
    'a file with another text of the same length and the same times': root => {
      const file = join(root, 'clusters/x/b.yaml');
      const { atime, mtime } = fs.statSync(file);
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('a test', 'a text'));
      fs.utimesSync(file, atime, mtime);
    },
    'another mode': root => fs.chmodSync(join(root, 'clusters/x/b.yaml'), 0o600),
    'another time': root => fs.utimesSync(join(root, 'rights/a.yaml'), before, before),
    'a file that was moved to another folder': root =>
      fs.renameSync(join(root, 'clusters/x/b.yaml'), join(root, 'clusters/y/b.yaml')),
    'two files that were exchanged': root => {
      const [a, b] = ['clusters/x/b.yaml', 'clusters/x/a.yaml'].map(path => join(root, path)) as [string, string];
      fs.renameSync(a, `${root}-a`);
      fs.renameSync(b, a);
      fs.renameSync(`${root}-a`, b);
    },
    'a new file': root => fs.writeFileSync(join(root, 'clusters/y/b.yaml'), 'b'),
    'a new file at the top': root => fs.writeFileSync(join(root, 'b.yaml'), 'b'),
    'a file that was removed': root => fs.rmSync(join(root, 'clusters/y/a.yaml')),
    'an empty folder': root => fs.mkdirSync(join(root, 'clusters/z')),
    'an empty folder at the top': root => fs.mkdirSync(join(root, 'hub')),
    'a folder that was removed': root => fs.rmSync(join(root, 'rights/x'), { recursive: true }),
    'a link in place of a file': root => {
      fs.rmSync(join(root, 'rights/a.yaml'));
      fs.symlinkSync('x/a.yaml', join(root, 'rights/a.yaml'));
    },
    'a link in place of a folder': root => {
      fs.renameSync(join(root, 'clusters/x'), `${root}-x`);
      fs.symlinkSync(`${root}-x`, join(root, 'clusters/x'));
    },
    'a copy in place of the output': root => {
      fs.cpSync(root, `${root}-copy`, { recursive: true, preserveTimestamps: true });
      fs.renameSync(root, `${root}-old`);
      fs.renameSync(`${root}-copy`, root);
    },
  };
  test.each(Object.entries(changes))('shows %s', (_, change) => {
    const root = start();
    const { kept } = run(root, FILES, { isNamed });
    expect(left(root, kept, many)).toEqual(seen(root));
    change(root);
    expect(left(root, kept, many)).toBeUndefined();
  });
});

test('nothing is kept where another program wrote during the run', () => {
  const root = start();
  run(root, FILES);
  const foreign = [...FILES, 'clusters/x/c.yaml'];
  const changes = { files: 6, changed: 0, added: 0, removed: 0 };
  const started = Date.now() - 1_000;
  expect(outputAfter({ root, changes, started, isNamed: true })).toBeUndefined();
  expect(outputAfter({ root, changes: { ...changes, added: 5 }, started, isNamed: true })).toBeDefined();
  run(root, foreign);
  expect(outputAfter({ root, changes: { ...changes, added: 5 }, started, isNamed: true })).toBeUndefined();
});

test.each(['written', 'looked at'])('nothing is kept where the clock of the file system is ahead: %s', how => {
  const root = start();
  if (how === 'looked at') run(root, FILES);
  const { changes } = run(root, FILES);
  expect(changes.written === undefined).toBe(how === 'looked at');
  const started = Date.now();
  expect(outputAfter({ root, changes, started, isNamed: true })).toBeDefined();
  jest.spyOn(Date, 'now').mockReturnValue(started - 3_600_000);
  expect(outputAfter({ root, changes, started: started + 60_000, isNamed: true })).toBeUndefined();
  jest.restoreAllMocks();
});

test('no name that looks like a credential is kept', () => {
  const token = `ghp_${'0123456789abcdefABCDEF0123456789abcd'}`;
  const names = (name: string) => new Map([[`clusters/${name}`, { names: ['a.yaml'], bytes: 1 }]]);
  expect(JSON.stringify(keptOutput(names('a'), [], true))).toContain('clusters/a');
  expect(JSON.stringify(keptOutput(names(token), [], true))).not.toContain(token);
  const before = keptOutput(names('a'), [], true);
  expect(JSON.stringify(keptOutput(names('b'), [], true, before))).toContain('clusters/b');
  expect(JSON.stringify(keptOutput(names(token), [], true, before))).not.toContain(token);
});

test('has the folders whose names look like those of files, and the files whose names do not', () => {
  const odd = { 'clusters/x.yaml/a.yaml': 'a', 'clusters/x.yaml/y/README': 'bc', 'clusters/z/a.b/c.yaml': 'c' };
  expect(seen(folderWith(odd))).toEqual({
    '': { names: [], bytes: 0 },
    clusters: { names: [], bytes: 0 },
    'clusters/x.yaml': { names: ['a.yaml'], bytes: 1 },
    'clusters/x.yaml/y': { names: ['README'], bytes: 2 },
    'clusters/z': { names: [], bytes: 0 },
    'clusters/z/a.b': { names: ['c.yaml'], bytes: 1 },
  });
});
