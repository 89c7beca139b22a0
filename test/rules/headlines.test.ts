/** The first line of every finding says what is wrong, with the value in it. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_RULES } from '../../src/rules/catalogue';
import { FLEET_RULES } from '../../src/rules/fleet/fleet';
import { exampleInputs } from '../support/example-inputs';
import { dedent, type FleetRun, runCluster, runFleet } from '../support/fleet';
import { headlineFaults } from '../support/headline';

const RULES = join(__dirname, '../../src/rules');

/** Folders of rules that nobody has gone through yet. The list only becomes shorter. */
const PENDING: readonly string[] = [];

const codesOf = (folder: string): readonly string[] =>
  readdirSync(join(RULES, folder), { recursive: true })
    .map(String)
    .filter(name => name.endsWith('.ts'))
    .flatMap(name => [...readFileSync(join(RULES, folder, name), 'utf8').matchAll(/code: '([A-Z0-9_]+)'/g)])
    .map(([, code]) => code ?? '');

const pending = new Set(PENDING.flatMap(codesOf));

const rows = [
  ...ALL_RULES.map(rule => ({ rule, run: (yaml: string) => runCluster(yaml, exampleInputs()) })),
  ...FLEET_RULES.map(rule => ({ rule, run: (yaml: string) => runFleet(dedent(yaml)) })),
].filter(({ rule }) => !pending.has(rule.code));

const headlines = (code: string, { findings }: FleetRun): readonly string[] =>
  findings.filter(finding => finding.code === code).map(({ what }) => what);

test.each(rows.map(row => [row.rule.code, row] as const))('%s says what is wrong', (code, { rule, run }) => {
  const found = headlines(code, run(rule.bad));
  expect(found).not.toEqual([]);
  expect(found.flatMap(what => headlineFaults(what).map(fault => `${what}: ${fault}`))).toEqual([]);
});

test.each([
  'storage is emptyDir',
  'the zone is "az1"',
  'the zone is "not here"',
  'size is 50Gi, and the claim is "registry"',
  'the size is below 100Gi.',
  'volume size undefined is below 100Gi',
  'the schedule needs 5 fields, but has 1 fields',
  'not '.repeat(50).trim(),
  '',
])('"%s" is no headline', what => {
  expect(headlineFaults(what)).not.toEqual([]);
});

test.each(['volume size 50Gi is below the 100Gi minimum for production', 'replicas is -1, but must not be negative'])(
  '"%s" is one',
  what => {
    expect(headlineFaults(what)).toEqual([]);
  },
);
