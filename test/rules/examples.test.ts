/** Every rule: its two examples, its words and its code. */

import { ALL_RULES, CATALOGUE, CATALOGUE_ROWS } from '../../src/rules/catalogue';
import { FLEET_RULES } from '../../src/rules/fleet/fleet';
import { exampleInputs } from '../support/example-inputs';
import { dedent, type FleetRun, runCluster, runFleet } from '../support/fleet';
import { ownErrors } from '../support/own-schema';

const rows = [
  ...ALL_RULES.map(rule => ({ rule, run: (yaml: string) => runCluster(yaml, exampleInputs()) })),
  ...FLEET_RULES.map(rule => ({ rule, run: (yaml: string) => runFleet(dedent(yaml)) })),
];
const errors = ({ findings }: FleetRun): string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ code, what }) => `${code}: ${what}`);

describe.each(rows.map(row => [row.rule.code, row] as const))('%s', (code, { rule, run }) => {
  let good: FleetRun;
  beforeAll(() => {
    good = run(rule.good);
  });

  test('its bad example breaks it, with a place inside the file', () => {
    const found = run(rule.bad).findings.filter(finding => finding.code === code);
    expect(found).not.toEqual([]);
    for (const { place } of found)
      expect(place).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
  });

  test('its good example does not, and has no error', () => {
    expect(good.codes).not.toContain(code);
    expect(errors(good)).toEqual([]);
  });

  test('the objects of its good example are what the API accepts', () => {
    const version = /openshift: "([^"]+)"/.exec(rule.good)?.[1] ?? '4.14';
    for (const object of Object.values(good.manifests).flat()) expect(ownErrors(object, version)).toEqual([]);
  });

  test('says what, why, how to fix it, and where the fact comes from', () => {
    for (const text of [rule.title, rule.why, rule.fix, rule.source]) expect(text).toMatch(/\S/);
    expect(code).toMatch(/^[A-Z][A-Z0-9_]+$/);
    expect(rule.title).not.toMatch(/\.$/);
  });
});

test('every code is that of one row: a second row would silently take the place of the first', () => {
  const codes = CATALOGUE_ROWS.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect([...CATALOGUE.keys()]).toEqual(codes);
});
