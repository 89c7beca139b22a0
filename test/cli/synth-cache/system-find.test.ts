import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { Look } from '../../../src/cli/synth-cache/look';
import { isAllWithin } from '../../../src/cli/synth-cache/system-find';
import { type Span, spansOf } from '../../../src/cli/synth-cache/times';
import { folderWith } from '../../support/files';

/** File systems note times no finer. */
const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40);

/** A folder, and when everything in it was changed. */
function folder(): { readonly root: string; readonly spans: readonly Span[] } {
  const root = folderWith({ 'x/a.yaml': 'a', 'x/b [1]*.yaml': 'b', 'y/-print': 'c' });
  const look = new Look(root);
  look.below();
  pause();
  return { root, spans: spansOf(look.times) };
}

const isGnu = spawnSync('/usr/bin/find', ['--version']).stdout?.includes('GNU') ?? false;
/** Without GNU find, nothing is known. */
const known = (isWithin: boolean): boolean | undefined => (isGnu ? isWithin : undefined);

test.each<[string, boolean, (root: string) => void]>([
  ['nothing', true, () => undefined],
  ['a file of it is read', true, root => fs.readFileSync(join(root, 'x/a.yaml'))],
  ['a file of it is edited', false, root => fs.appendFileSync(join(root, 'y/-print'), '#')],
  ['a file of it changes its mode', false, root => fs.chmodSync(join(root, 'x/a.yaml'), 0o600)],
  ['a file is added', false, root => fs.writeFileSync(join(root, 'y/new'), 'a')],
  ['a file is removed', false, root => fs.rmSync(join(root, 'x/b [1]*.yaml'))],
  ['a folder is added at its top', false, root => fs.mkdirSync(join(root, 'z'))],
])('where %s, all is within: %s', (_, isWithin, change) => {
  const { root, spans } = folder();
  change(root);
  expect(isAllWithin(root, spans)).toBe(known(isWithin));
});

test('is exact to the moment, before and after', () => {
  const { root, spans } = folder();
  const [from, to] = spans[0] as Span;
  expect(isAllWithin(root, [[from - 1_000, from - 0.1]])).toBe(known(false));
  expect(isAllWithin(root, [[to + 0.1, to + 1_000]])).toBe(known(false));
  const file = join(root, 'x/a.yaml');
  fs.chmodSync(file, 0o600);
  const changed = fs.statSync(file).ctimeMs;
  expect(isAllWithin(root, [...spans, [changed, changed]])).toBe(known(true));
  expect(isAllWithin(root, [[changed, changed], ...spans])).toBe(known(true));
  expect(isAllWithin(root, [...spans, [changed + 0.1, changed + 1]])).toBe(known(false));
});

test('shows a file that a power failure left empty', () => {
  const root = folderWith({ 'x/a.yaml': '' });
  expect(isAllWithin(root, [[0, Date.now() + 1_000]])).toBe(known(false));
});

test('says nothing of what it cannot look at, nor of many spans', () => {
  expect(isAllWithin(join(folderWith(), 'missing'), [[0, Date.now()]])).toBeUndefined();
  const { root, spans } = folder();
  const many = Array.from({ length: 10 }, (_, index): Span => [index, index]);
  expect(isAllWithin(root, [...many.slice(1), ...spans])).toBe(known(true));
  expect(isAllWithin(root, [...many, ...spans])).toBeUndefined();
  expect(isAllWithin(root, [])).toBeUndefined();
});
