/** The schema in an editor: what it inserts is valid YAML of the right shape, and what cannot work is marked. */

import { readdirSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { fleetSchema } from '../../src/config/schema';
import { checkShape } from '../../src/config/shape-check';
import type { ConfigPath } from '../../src/findings/finding';
import { type EditorSchema, TYPES, typeOf } from '../support/editor-schema';
import { fileOf, pathInRoot } from '../support/generated';
import { editor } from '../support/yaml-language-service';

const fleet = editor('fleet');

/** Where a type is first used: the lines above it, how deep it is indented, and its path. */
interface Place {
  readonly lines: readonly string[];
  readonly indent: string;
  readonly path: ConfigPath;
}

const typeOfItems = ({ items }: EditorSchema): string | undefined => items && typeOf(items);

/** Every type with keys of its own, by breadth. */
function places(): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>([['Fleet', { lines: [], indent: '', path: [] }]]);
  for (const [name, { lines, indent, path }] of found) {
    for (const [key, property] of Object.entries(TYPES[name]?.properties ?? {})) {
      const line = `${indent}${key}:`;
      const add = (node: EditorSchema | undefined | boolean, more: Place): void => {
        const target = typeof node === 'object' ? typeOf(node) : undefined;
        if (target !== undefined && !found.has(target)) found.set(target, more);
      };
      const below = `${indent}  `;
      add(property, { lines: [...lines, line], indent: below, path: [...path, key] });
      add(property.items, { lines: [...lines, line, `${below}- `], indent: `${below}  `, path: [...path, key, 0] });
      add(property.additionalProperties, {
        lines: [...lines, line, `${below}example:`],
        indent: `${below}  `,
        path: [...path, key, 'example'],
      });
    }
  }
  return found;
}

/** The text up to a key: behind the dash of a list, or on a line of its own. */
const before = ({ lines, indent }: Place): string => {
  const text = lines.join('\n').replaceAll(/- \n +/g, '- ');
  return text.endsWith('- ') || text === '' ? text : `${text}\n${indent}`;
};

/** What is wrong with a text at or below a path; a value that is still to be typed is not. */
function wrong(text: string, path: ConfigPath): readonly string[] {
  const document = parseDocument(text);
  if (document.errors.length > 0) return document.errors.map(({ message }) => message);
  return checkShape(fleetSchema, document.toJS())
    .issues.filter(issue => path.every((part, index) => issue.path[index] === part))
    .filter(({ actual }) => actual !== null)
    .map(({ kind, path: where, actual }) => `${kind} ${where.join('.')} ${JSON.stringify(actual)}`);
}

/** Indented as editors do: what follows the first line is as deep as the first. */
const inserted = (text: string, indent: string): string => text.split('\n').join(`\n${indent}`);

const PLACES = [...places()].filter(([, { path }]) => path.length < 12);

test('there is a place for each type', () => {
  expect(PLACES.length).toBeGreaterThan(80);
});

test.each(PLACES)('%s: every key is proposed, and what is inserted is valid', async (name, place) => {
  const proposals = await fleet.proposals(`${before(place)}|`);
  const keys = Object.keys(TYPES[name]?.properties ?? {});
  expect(proposals.map(({ label }) => label)).toEqual(expect.arrayContaining(keys));
  const problems = proposals
    .filter(({ label }) => keys.includes(label))
    .flatMap(({ label, text }) => wrong(`${before(place)}${inserted(text, place.indent)}\n`, [...place.path, label]));
  expect(problems).toEqual([]);
});

/** The types whose keys hold lists of maps. */
const WITH_LISTS = PLACES.filter(([name]) => Object.values(TYPES[name]?.properties ?? {}).some(typeOfItems));

test.each(WITH_LISTS)('%s: an item of a list is inserted with no more keys than it needs', async (name, place) => {
  const proposals = await fleet.proposals(`${before(place)}|`);
  for (const [key, property] of Object.entries(TYPES[name]?.properties ?? {})) {
    const type = typeOfItems(property);
    if (type === undefined || TYPES[type]?.properties === undefined) continue;
    const { text = '' } = proposals.find(({ label }) => label === key) ?? {};
    const [item] = parseDocument(text).toJS()[key] as readonly unknown[];
    const more = Object.keys(item ?? {}).filter(other => !TYPES[type]?.required?.includes(other));
    expect([key, more]).toEqual([key, []]);
  }
});

test.each<[string, string, string]>([
  ['registry', 'clusters:\n  - name: a\n    |', 'registry:\n  replicas: 3\n'],
  ['s3', 'clusters:\n  - name: a\n    storage:\n      |', 's3:\n  bucket: acme-registry\n  region: eu-west-1'],
  ['emptyDir', 'clusters:\n  - name: a\n    storage:\n      |', 'emptyDir: {}'],
  ['bucketClaim', 'clusters:\n  - name: a\n    credentials:\n      |', 'bucketClaim:\n  externalSecret: {}'],
  ['openshift', 'defaults:\n  |', 'openshift: '],
  ['accept', 'defaults:\n  |', 'accept:\n  - code: \n    reason: '],
  [
    'topologySpreadConstraints',
    'defaults:\n  registry:\n    |',
    'topologySpreadConstraints:\n  - maxSkew: \n    topologyKey: \n    whenUnsatisfiable: ',
  ],
])('%s is inserted with what it needs', async (key, text, begin) => {
  const found = (await fleet.proposals(text)).find(({ label }) => label === key);
  expect(found?.text.slice(0, begin.length)).toBe(begin);
});

test.each<[string, string, string]>([
  ['versions', 'defaults:\n  openshift: |', '"4.18"'],
  ['fields', 'defaults:\n  takeOver:\n    fields:\n      - |', 'nodeSelector'],
  ['codes', 'defaults:\n  accept:\n    - code: |', 'S3_BUCKET_UNMANAGED'],
  ['platforms', 'defaults:\n  platform: |', 'openstack'],
])('%s are proposed', async (_, text, value) => {
  expect((await fleet.proposals(text)).map(({ text: offered }) => offered)).toContain(value);
});

test.each<[string, string, RegExp | undefined]>([
  ['two backends', 'storage: {s3: {bucket: a}, gcs: {bucket: b}}', /s3 and gcs are both set: only one backend/],
  ['two modes', 'credentials: {existingSecret: {}, secret: {}}', /existingSecret and secret are both set/],
  ['no mode', 'credentials: {}', /fewer properties/],
  ['a channel for a version', 'openshift: stable-4.18', /not a minor version of OpenShift/],
  ['a version as a number', 'openshift: 4.18', /not a minor version of OpenShift/],
  ['a code that does not exist', 'accept: [{code: NO_SUCH, reason: why}]', /No finding with this code/],
  ['a field that does not exist', 'takeOver: {fields: [nodeSelectr]}', /nodeSelector/],
  ['an unknown key', 'storage: {nfs: {}}', /nfs is not allowed/],
  ['a backend in place of that of a profile', 'storage: {s3: null, gcs: {bucket: b}}', undefined],
  ['part of what the defaults begin', 'credentials: {externalSecret: {key: a}}', undefined],
])('%s', async (_, settings, mark) => {
  const marks = await fleet.marks(`clusters:\n  - name: a\n    ${settings}\n`);
  expect(marks).toEqual(mark === undefined ? [] : [expect.stringMatching(mark)]);
});

test('the help of a key ends with a link', async () => {
  const help = await fleet.help('clusters:\n  - name: a\n    stor|age:\n      s3: {bucket: a}\n');
  expect(help).toContain('Where images are stored: exactly one backend.');
  expect(help).toContain('/docs/configuration.md#storage)');
});

const FLEETS = [
  'fleet.yaml',
  ...readdirSync(pathInRoot('test/examples')).map(name => `test/examples/${name}/fleet.yaml`),
];
const CLUSTERS = readdirSync(pathInRoot('clusters')).filter(name => name.endsWith('.yaml'));

test.each(FLEETS)('%s has no mark', async path => {
  expect(await fleet.marks(fileOf(path))).toEqual([]);
});

test.each(CLUSTERS)('clusters/%s has no mark', async name => {
  expect(await editor('cluster').marks(fileOf(`clusters/${name}`))).toEqual([]);
});
