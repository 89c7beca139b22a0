import { parse } from 'yaml';
import { NO_INPUTS } from '../../src/config/inputs';
import { ROOT_PEM } from '../support/certificates';
import { type AnyManifest, objectsOf } from '../support/fleet';
import { committed } from '../support/generated';
import { ownErrors } from '../support/own-schema';
import { ROWS } from './rows';
import { proceduresDocument } from './table';

const inputs = { ...NO_INPUTS, file: (path: string) => (path.endsWith('/ca.pem') ? ROOT_PEM : undefined) };

/** `Kind namespace/name`, or `Kind name` where there is no namespace. */
const nameOf = ({ kind, metadata }: AnyManifest): string =>
  `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;

/** What a Job of ours needs: its namespace, its permissions and its script. */
const isPartOfJob = ({ kind, metadata }: AnyManifest): boolean =>
  kind !== 'Job' && [metadata.name, metadata.namespace].some(name => name?.match(/^registry-(takeover|bootstrap)$/));

const configured = ROWS.flatMap(row => (row.config === undefined ? [] : [{ ...row, config: row.config }]));

test.each(configured.map(row => [row.id, row.what, row] as const))('%s %s', (_id, _what, { config, objects }) => {
  const { openshift = '4.14' } = parse(config) as { openshift?: string };
  const made = objectsOf(config, inputs);
  expect(
    made
      .filter(object => !isPartOfJob(object))
      .map(nameOf)
      .sort(),
  ).toEqual([...objects].sort());
  expect(made.flatMap(object => ownErrors(object, openshift))).toEqual([]);
});

test('the rows are P01 to P70, and each is configured or says what is done instead', () => {
  expect(ROWS.map(({ id }) => id)).toEqual(
    Array.from({ length: 70 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`),
  );
  for (const { config, instead, objects } of ROWS) {
    expect(config === undefined).toBe(instead !== undefined);
    expect(config === undefined).toBe(objects.length === 0);
  }
});

test('docs/procedures.md is the table of the rows', () => {
  const text = proceduresDocument(ROWS);
  expect(committed('docs/procedures.md', text)).toBe(text);
});
