/** Each finding points at the text that causes it. */

import { join } from 'node:path';
import { NO_INPUTS } from '../../src/config/inputs';
import { checkFleet } from '../../src/fleet/check-fleet';
import { loadFleet } from '../../src/load/load-fleet';
import { checkFiles, errorsOf } from '../support/checked';
import { folderWith } from '../support/files';

const FLEET = 'defaults: {openshift: "4.14"}\nclusterFiles: ["clusters/*.yaml"]\n';
const broken = (name: string): string => `name: ${name}\nplatform: aws\nregsitry: {}\n`;

test.each([
  ['separators', `${broken('a')}---\n${broken('b')}---\n${broken('c')}`, [3, 7, 11]],
  ['a separator at the start', `---\n${broken('a')}---\n${broken('b')}`, [4, 8]],
  ['comments between them', `# one\n${broken('a')}# end\n---\n# two\n${broken('b')}`, [4, 10]],
  ['ends and directives', `${broken('a')}...\n# two\n%YAML 1.2\n---\n${broken('b')}...\n`, [3, 10]],
  ['empty documents', `---\n---\n${broken('a')}---\n---\n${broken('b')}`, [5, 10]],
  ['lines of Windows', `${broken('a')}---\n${broken('b')}`.replaceAll('\n', '\r\n'), [3, 7]],
  ['anchors in each', `${broken('a')}x: &x {a: *y}\n`.replace('*y', '1').concat(`---\n${broken('b')}`), [3, 4, 8]],
])('places in a file of several documents: %s', (_, text, lines) => {
  const found = errorsOf(checkFiles({ 'fleet.yaml': FLEET, 'clusters/all.yaml': text }));
  expect(found).toEqual(lines.map(line => `UNKNOWN_KEY clusters/all.yaml:${line}:1`));
});

test('places stay right when many files are asked in turn', () => {
  const names = Array.from({ length: 8 }, (_, index) => `c${index}`);
  const files = Object.fromEntries(names.map(name => [`clusters/${name}.yaml`, `# ${name}\n${broken(name)}`]));
  const { loaded } = checkFiles({ 'fleet.yaml': FLEET, ...files });
  const ask = (): readonly unknown[] => loaded.clusters.map(each => each.locate(['regsitry']).line);
  expect([ask(), ask()]).toEqual([names.map(() => 4), names.map(() => 4)]);
  expect(loaded.clusters.map(each => each.locate(['openshift']))).toEqual(
    names.map(() => ({ file: loaded.file, line: 1, column: 12 })),
  );
});

test('what only explains can be left out, and nothing else', () => {
  const text = `${FLEET}clusters:\n  - {name: a, platform: aws, routes: {default: true}}\n  - {name: a, platform: gcp}\n`;
  const file = join(folderWith({ 'fleet.yaml': text }), 'fleet.yaml');
  const all = checkFleet(loadFleet(file), NO_INPUTS).findings;
  const loud = checkFleet(loadFleet(file), NO_INPUTS, { infos: false }).findings;
  expect(all.some(({ severity }) => severity === 'info')).toBe(true);
  expect(loud).toEqual(all.filter(({ severity }) => severity !== 'info'));
});
