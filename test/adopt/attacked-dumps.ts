/** Dumps with a credential or a harmful text in any place: adopted without it, or refused, and never shown or obeyed. */

import fc from 'fast-check';
import { isPlainMap } from '../../src/config/plain-map';
import type { ConfigPath } from '../../src/findings/finding';
import { checkFleet } from '../../src/fleet/check-fleet';
import { modelsOf } from '../../src/fleet/models';
import { loadFleet } from '../../src/load/load-fleet';
import { buildManifests } from '../../src/manifests/build-manifests';
import { leaked, type Outcome, obeyed, printedFindings } from '../support/attack';
import { CREDENTIALS } from '../support/credentials';
import { exampleInputs } from '../support/example-inputs';
import type { AnyManifest } from '../support/fleet';
import { HARMFUL } from '../support/harmful';
import { adoptAnything, filesOf, synced } from '../support/live-cluster';
import { EXAMPLES } from '../support/mutations';

const SEED = Number(process.env.ATTACK_SEED ?? 11);

/** A place in a dump: the value there, or the key itself. */
interface Place {
  readonly path: ConfigPath;
  readonly isKey: boolean;
}

/** A dump, and the places in it. */
interface Target {
  readonly objects: readonly unknown[];
  readonly place: Place;
}

/** Each example of a rule that can be built, as its cluster would be dumped. */
const DUMPS: readonly (readonly unknown[])[] = EXAMPLES.flatMap(example => {
  const files = filesOf({ 'fleet.yaml': JSON.stringify({ clusters: [example] }) });
  const checked = checkFleet(loadFleet('fleet.yaml', files), exampleInputs());
  if (checked.findings.some(({ severity }) => severity === 'error')) return [];
  return [...modelsOf(checked, [])].map(model => {
    const { bootstrapStorage } = model.config;
    const site = { platform: model.platform, version: model.openshift, bootstrapStorage };
    return synced(buildManifests(model) as AnyManifest[], site);
  });
});

function placesOf(value: unknown, path: ConfigPath = []): readonly Place[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOf(item, [...path, index]));
  if (!isPlainMap(value)) return typeof value === 'string' ? [{ path, isKey: false }] : [];
  return Object.entries(value).flatMap(([key, item]) => [
    { path: [...path, key], isKey: true },
    ...placesOf(item, [...path, key]),
  ]);
}

/** A place once, however many dumps have it. */
const TARGETS: readonly Target[] = [
  ...new Map(
    DUMPS.flatMap(objects =>
      objects.flatMap((object, index) =>
        placesOf(object).map(({ path, isKey }): [string, Target] => [
          JSON.stringify([(object as AnyManifest).kind, path, isKey]),
          { objects, place: { path: [index, ...path], isKey } },
        ]),
      ),
    ),
  ).values(),
];

function replaced(value: unknown, [step, ...rest]: ConfigPath, isKey: boolean, text: string): unknown {
  if (step === undefined) return text;
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === step ? replaced(item, rest, isKey, text) : item));
  }
  const entries = Object.entries(value as object).map(([key, item]): [string, unknown] => {
    if (key !== step) return [key, item];
    return isKey && rest.length === 0 ? [text, item] : [key, replaced(item, rest, isKey, text)];
  });
  return Object.fromEntries(entries);
}

/** A dump in JSON, so that every character arrives as it is. */
const dumped = ({ objects, place }: Target, text: string): string =>
  JSON.stringify({ kind: 'List', apiVersion: 'v1', items: replaced(objects, place.path, place.isKey, text) });

/** What a run of `adopt` shows, and what it writes. */
function outcomeOf(dump: string): Outcome {
  const { findings, text = '' } = adoptAnything(dump);
  return { findings, printed: { ...printedFindings(findings), verify: '' }, written: text };
}

const nameOf = ({ place }: Target): string => `${place.path.join('.')}${place.isKey ? ' (the key)' : ''}`;

/** Tests of this many combinations each. */
export function testAttackedDumps(runs: number): void {
  const chosen = <T>(texts: readonly T[]): readonly (readonly [Target, T])[] =>
    fc.sample(fc.tuple(fc.constantFrom(...TARGETS), fc.constantFrom(...texts)), { numRuns: runs, seed: SEED });

  test('there are many places', () => {
    expect(DUMPS.length).toBeGreaterThan(100);
    expect(TARGETS.length).toBeGreaterThan(500);
  });

  test('a credential anywhere in a dump is neither shown nor written', () => {
    const wrong = chosen(Object.entries(CREDENTIALS)).flatMap(([target, [kind, credential]]) =>
      leaked(outcomeOf(dumped(target, credential)), kind).map(what => `${kind} in ${nameOf(target)}: ${what}`),
    );
    expect(wrong).toEqual([]);
  });

  test('harmful text anywhere in a dump is obeyed nowhere', () => {
    const wrong = chosen(HARMFUL).flatMap(([target, text]) => {
      const outcome = outcomeOf(dumped(target, text));
      const entry = { ...outcome, printed: { ...outcome.printed, text: outcome.written, github: '' }, findings: [] };
      return [...obeyed(outcome), ...obeyed(entry)].map(
        what => `${JSON.stringify(text)} in ${nameOf(target)}: ${what}`,
      );
    });
    expect(wrong).toEqual([]);
  });

  test('made-up values of any kind end in findings, never in an exception', () => {
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...HARMFUL, ...Object.values(CREDENTIALS)));
    fc.assert(
      fc.property(fc.constantFrom(...TARGETS), value, ({ objects, place }, made) => {
        const changed = replaced(objects, place.path, false, made as string);
        const outcome = outcomeOf(JSON.stringify({ kind: 'List', apiVersion: 'v1', items: changed }));
        expect(obeyed(outcome)).toEqual([]);
      }),
      { seed: SEED, numRuns: runs },
    );
  });
}
