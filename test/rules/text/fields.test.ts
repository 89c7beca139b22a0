/** Each text of the schema is classified, and each is held to what its class promises. */

import { NO_INPUTS } from '../../../src/config/inputs';
import { definition } from '../../../src/config/schema';
import type { Cluster } from '../../../src/config/shape/cluster';
import { checkShape } from '../../../src/config/shape-check';
import { textFields, textsOfCluster } from '../../../src/config/texts';
import { MADE_FOR, NAMES_OF_CREDENTIALS, TEXT_FIELDS } from '../../../src/facts/text-fields';
import { judge } from '../../../src/fleet/check-cluster';
import { clusterWith, type TextPlace, textPlaces } from '../../support/every-text';

const PLACES = textPlaces();

/** Codes of the errors at a place, when it holds the text; and the field it is. */
function errorsAt(place: TextPlace, text: string): { readonly field: string; readonly codes: readonly string[] } {
  const written = clusterWith(place, text);
  const { value } = checkShape(definition('Cluster'), written);
  const path = place.isKey ? [...place.path.slice(0, -1), text] : place.path;
  const at = JSON.stringify(path);
  const cluster = value as Cluster;
  const field = textsOfCluster(cluster).find(found => JSON.stringify(found.path) === at && found.text === text)?.field;
  if (field === undefined) throw new Error(`${at} holds no text`);
  const { problems } = judge(written, NO_INPUTS);
  const near = [at, JSON.stringify(path.slice(0, -1))];
  const found = problems.filter(problem => problem.severity === 'error' && near.includes(JSON.stringify(problem.path)));
  return { field, codes: found.map(({ code }) => code) };
}

/** Fields of which some place lets the text through. */
function fieldsThatTake(text: string): readonly string[] {
  const open = PLACES.map(place => errorsAt(place, text)).filter(({ codes }) => codes.length === 0);
  return [...new Set(open.map(({ field }) => field))].sort();
}

const fieldsOf = (...kinds: readonly string[]): readonly string[] =>
  [...TEXT_FIELDS].filter(([, kind]) => kinds.includes(kind)).map(([field]) => field);
const ofClusters = (fields: readonly string[]): readonly string[] =>
  fields.filter(field => !/^(ArgoCd|Fleet|Acknowledgement)\./.test(field)).sort();

test('the table has every text of the schema, and nothing else', () => {
  expect([...TEXT_FIELDS.keys()].sort()).toEqual(textFields());
  for (const field of [...MADE_FOR.keys(), ...NAMES_OF_CREDENTIALS]) expect([...TEXT_FIELDS.keys()]).toContain(field);
});

test('every text of a cluster is reached', () => {
  const reached = new Set(PLACES.map(place => errorsAt(place, 'x').field));
  expect([...reached].sort()).toEqual(ofClusters([...TEXT_FIELDS.keys()]));
});

test('control characters pass in free texts alone', () => {
  const free = ofClusters(fieldsOf('text'));
  for (const text of ['a\u001b[2Jb', 'a\nb', 'a\u202eb', 'a\u009bb']) {
    expect(fieldsThatTake(text).filter(field => !free.includes(field))).toEqual([]);
  }
});

test('half a character passes nowhere', () => expect(fieldsThatTake('a\ud83db')).toEqual([]));

test('what has no form in any API passes in lines and free texts alone', () => {
  const lines = ofClusters(fieldsOf('line', 'text'));
  expect(fieldsThatTake('a b!"c\\%').filter(field => !lines.includes(field))).toEqual([]);
});

test('a credential passes in no field', () => {
  for (const text of ['AKIAIOSFODNN7EXAMPLE', 'https://ann:Hunter2pw@example.com/x'])
    expect(fieldsThatTake(text)).toEqual([]);
});
