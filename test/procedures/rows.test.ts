import { parse } from 'yaml';
import { printedChecks } from '../../src/cli/verify/verify-text';
import { NO_INPUTS } from '../../src/config/inputs';
import type { Cluster } from '../../src/config/shape/cluster';
import { resolve } from '../../src/model/resolve';
import { ROOT_PEM } from '../support/certificates';
import { type AnyManifest, objectsOf } from '../support/fleet';
import { committed } from '../support/generated';
import { ownErrors } from '../support/own-schema';
import { DEFAULT_CONFIG, EXPECTED, VERIFIED } from './expected';
import { CONFIG } from './row';
import { ROWS } from './rows';
import { proceduresDocument } from './table';

const inputs = { ...NO_INPUTS, file: (path: string) => (path.endsWith('/ca.pem') ? ROOT_PEM : undefined) };

const inputsOf = (acknowledge: string | undefined): typeof inputs => ({
  ...inputs,
  states: acknowledge === undefined ? [] : [acknowledge],
});

/** `Kind namespace/name`, or `Kind name` where there is no namespace. */
const nameOf = ({ kind, metadata }: AnyManifest): string =>
  `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;

/** What a Job of ours needs: its namespace, its permissions and its script. */
const isPartOfJob = ({ kind, metadata }: AnyManifest): boolean =>
  kind !== 'Job' &&
  [metadata.name, metadata.namespace].some(name => name?.match(/^registry-(takeover|bucket-keys|bootstrap)$/));

const configured = ROWS.flatMap(row => (row.config === undefined ? [] : [{ ...row, config: row.config }]));

test.each(configured.map(row => [row.id, row.what, row] as const))(
  '%s %s',
  (_id, _what, { config, acknowledge, objects }) => {
    const { openshift = '4.14' } = parse(config) as { openshift?: string };
    const made = objectsOf(config, inputsOf(acknowledge));
    expect(
      made
        .filter(object => !isPartOfJob(object))
        .map(nameOf)
        .sort(),
    ).toEqual([...objects].sort());
    expect(made.flatMap(object => ownErrors(object, openshift))).toEqual([]);
  },
);

test.each(configured.map(row => [row.id, row.what, row] as const))(
  '%s %s: the fields',
  (id, _what, { config, acknowledge, objects }) => {
    const made = objectsOf(config, inputsOf(acknowledge));
    const expected = { ...(objects.includes(CONFIG) ? { [CONFIG]: DEFAULT_CONFIG } : {}), ...EXPECTED[id] };
    const told = objects.filter(name => !name.startsWith('Job ')).sort();
    expect(Object.keys(expected).sort()).toEqual(told);
    for (const [name, fields] of Object.entries(expected)) {
      const object = made.find(candidate => nameOf(candidate) === name);
      expect([name, object]).toMatchObject([name, fields]);
      if (name === CONFIG) expect({ spec: object?.spec }).toEqual(fields);
    }
  },
);

test.each(Object.entries(VERIFIED))('%s: verify prints the commands', (id, [config, commands]) => {
  expect(ROWS.find(row => row.id === id)?.config).toBeUndefined();
  const cluster = { name: 'example', openshift: '4.14', ...(parse(config) as object) } as Cluster;
  const { text } = printedChecks(resolve(cluster));
  for (const command of commands) expect(text).toContain(`\n${command}`);
});

test('P15: the secret that secures uploads is in no object', () => {
  for (const { config, acknowledge } of configured)
    expect(JSON.stringify(objectsOf(config, inputsOf(acknowledge)))).not.toContain('httpSecret');
});

test('every row is tested: what it configures is compared, or what people run instead is printed', () => {
  const tested = [...Object.keys(EXPECTED), ...Object.keys(VERIFIED), 'P15'].sort();
  expect(tested).toEqual(ROWS.map(({ id }) => id));
});

test('the rows are P01 to P70 with their variants, and each is configured or says what is done instead', () => {
  expect([...new Set(ROWS.map(({ id }) => id.slice(0, 3)))]).toEqual(
    Array.from({ length: 70 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`),
  );
  for (const { config, instead, objects } of ROWS) {
    expect(config === undefined).toBe(instead !== undefined);
    expect(config === undefined).toBe(objects.length === 0);
  }
});

test('docs/procedures.md has a section for each row', () => {
  const text = proceduresDocument(ROWS);
  expect(committed('docs/procedures.md', text)).toBe(text);
});
