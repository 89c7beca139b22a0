/** Entries in plain YAML are read again where they are asked for: they and their places are those that were read at first. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf, openEntries } from '../../src/load/dropped-entry';
import { DISK } from '../../src/load/files';
import { entryOf, layersIn } from '../../src/load/layer';
import { openYaml } from '../../src/load/yaml/open-yaml';

const FILE = 'clusters/all.yaml';

/** The entries of a file with this text, as they are kept and as they were read at first. */
function both(text: string) {
  const files = { ...DISK, text: () => text };
  const from = { file: 'fleet.yaml', line: 1, column: 1 };
  const [opened, outlined] = [openYaml(FILE, [], from, files), openEntries(FILE, [], from, files)];
  if (opened === undefined || outlined === undefined) throw new Error(`not YAML:\n${text}`);
  const read = layersIn(FILE, opened).map(layer => ({ ...entryOf(layer), file: FILE }));
  return { kept: entriesOf(FILE, outlined), read };
}

const PLAIN = '# one\nname: a\nprofiles: [x, y]\nimage: {additionalTrustedCA: {ca: {pemFile: ca.pem}}}\n';
const ANCHORS = 'name: b\nprofiles: &p [x]\nx: *p\n';
const TEXTS = [
  PLAIN,
  `${PLAIN}---\n---\n# nothing\n---\nname: c\nprofiles: [x, 1, {}]\n`,
  `${PLAIN}---\n${ANCHORS}---\nname: d\ndescription: |\n  two\n  lines\n---\nname: e\n`,
  'a\n---\n- b\n---\nname: f\nprofiles: g\n---\n{}\n',
  ...readdirSync('test/examples').flatMap(name => {
    try {
      return [readFileSync(join('test/examples', name, 'fleet.yaml'), 'utf8')];
    } catch {
      return [];
    }
  }),
];

test.each(TEXTS)('%#', text => {
  const { kept, read } = both(text);
  for (const round of [kept, [...kept].reverse(), kept]) for (const { layer } of round) layer.value;
  expect(kept.map(({ profiles, file, layer }) => ({ profiles, file, value: layer.value }))).toEqual(
    read.map(({ profiles, file, layer }) => ({ profiles, file, value: layer.value })),
  );
  kept.forEach(({ layer }, index) => {
    const { anchor, has } = read[index]?.layer ?? { has: () => false };
    for (const key of ['name', 'profiles', 'x', 'image', 'toString', '__proto__'])
      expect([key, layer.has(key)]).toEqual([key, has(key)]);
    const path = ['profiles', 0];
    expect(layer.anchor.source.locate(layer.anchor.document, path)).toEqual(
      anchor?.source.locate(anchor.document, path),
    );
  });
});

test('a value is the same object until another entry is asked for its own', () => {
  const { kept } = both('name: a\n---\nname: b\n---\nname: c\n');
  const [, b, c] = kept.map(({ layer }) => layer);
  const before = b?.value;
  expect(b?.value).toBe(before);
  expect(c?.value).toEqual({ name: 'c' });
  expect(b?.value).not.toBe(before);
  expect(b?.value).toEqual(before);
});
