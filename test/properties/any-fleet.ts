/** What holds for every fleet file, whatever it says: made-up clusters, fleets and texts, as many as a test wants. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Inputs } from '../../src/config/inputs';
import { NO_INPUTS } from '../../src/config/inputs';
import { formatText } from '../../src/findings/format-text';
import { checkFleet } from '../../src/fleet/check-fleet';
import { modelsOf } from '../../src/fleet/models';
import { loadFleet } from '../../src/load/load-fleet';
import { HubObjects } from '../../src/manifests/bucket-keys/hub';
import { buildManifests, definitionsOf } from '../../src/manifests/build-manifests';
import { filesOf } from '../../src/output/manifest-file';
import { constructedOf } from '../support/constructed';
import { folderWith } from '../support/files';
import { mutated, oddValue } from '../support/mutations';
import { ownErrors } from '../support/own-schema';

const PEM = '-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydGlmaWNhdGU=\n-----END CERTIFICATE-----\n';
const inputs: Inputs = { ...NO_INPUTS, file: path => (path.includes('missing') ? undefined : PEM), env: () => 'value' };

let folder: string | undefined;

/** Everything a run gives, for the text of a fleet file. */
function run(text: string): { readonly findings: ReturnType<typeof checkFleet>['findings']; readonly files: string } {
  folder ??= folderWith();
  const file = join(folder, 'fleet.yaml');
  writeFileSync(file, text);
  const checked = checkFleet(loadFleet(file), inputs);
  if (checked.findings.some(({ severity }) => severity === 'error')) return { findings: checked.findings, files: '' };
  const files: string[] = [];
  for (const model of modelsOf(checked, [])) {
    const hub = new HubObjects();
    hub.add(model);
    const built = buildManifests(model);
    const { name } = model;
    const unlabelled = { folder: name, cluster: name, definitions: definitionsOf(model) };
    expect(filesOf(unlabelled)).toEqual(filesOf({ folder: name, manifests: constructedOf(model) }));
    const manifests = [...built, ...hub.manifests()];
    const wrong = manifests.flatMap(manifest => ownErrors(manifest, model.openshift));
    if (wrong.length > 0) throw new Error(`the API would refuse it: ${wrong.join('; ')}`);
    files.push(...filesOf({ folder: name, manifests }).map(({ path, text: content }) => `${path}\n${content}`));
  }
  return { findings: checked.findings, files: files.join('---\n') };
}

/** What holds for every run, whatever the file says. */
function holds(text: string): boolean {
  const { findings, files } = run(text);
  const lines = text.split('\n');
  for (const { code, place, what, why, fix } of findings) {
    expect(code).toMatch(/^[A-Z][A-Z0-9_]+$/);
    for (const words of [what, why, fix]) if (!/\S/.test(words)) throw new Error(`${code} says nothing`);
    const inside = place && place.line >= 1 && place.line <= lines.length && place.column >= 1;
    if (!inside || place.column > (lines[place.line - 1]?.length ?? 0) + 1) {
      throw new Error(`${code} lies outside of the file: ${JSON.stringify(place)}`);
    }
  }
  expect(formatText(findings)).not.toContain('undefined');
  expect(run(text)).toEqual({ findings, files });
  return files !== '';
}

const asText = (value: unknown): string => stringify(value, { aliasDuplicateObjects: false });
const SEED = Number(process.env.ROBUSTNESS_SEED ?? 42);

/** Tests with so many runs each. */
export function testAnyFleet(runs: number): void {
  test('any cluster is built as the API wants it, or refused with a place; never an exception', () => {
    const built = { yes: 0, no: 0 };
    fc.assert(
      fc.property(
        mutated.map(cluster => asText({ clusters: [cluster] })),
        text => {
          built[holds(text) ? 'yes' : 'no'] += 1;
        },
      ),
      { seed: SEED, numRuns: runs },
    );
    expect(Math.min(built.yes, built.no)).toBeGreaterThan(runs / 20);
  });

  test('any fleet, with odd defaults, profiles and acknowledgements', () => {
    const fleet = fc.record(
      {
        defaults: fc.oneof(mutated, oddValue),
        profiles: fc.oneof(
          fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), fc.oneof(mutated, oddValue)),
          oddValue,
        ),
        clusters: fc.oneof(fc.array(fc.oneof({ weight: 5, arbitrary: mutated }, oddValue), { maxLength: 3 }), oddValue),
        clusterFiles: oddValue,
        acknowledge: oddValue,
        argocd: oddValue,
      },
      { requiredKeys: ['clusters'] },
    );
    fc.assert(
      fc.property(fleet.map(asText), text => {
        holds(text);
      }),
      { seed: SEED, numRuns: runs / 5 },
    );
  });

  test('any text', () => {
    const word = fc.constantFrom(
      ...[
        'clusters',
        'defaults',
        ':',
        ': ',
        '- ',
        '\n',
        '\n  ',
        '\n    ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '&a ',
        '*a',
        '<<',
        '"',
        "'",
      ],
      ...[
        '|',
        '>',
        '#',
        ' #',
        '---\n',
        '...\n',
        '%YAML 1.1\n',
        '!!map ',
        '? ',
        '\t',
        '\r\n',
        '\uFEFF',
        'name',
        'a',
        '4.10',
        '~',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word, { maxLength: 30 }).map(words => words.join('')),
          fc.string(),
        ),
        text => {
          holds(text.replace(/[\ud800-\udfff]/g, ''));
        },
      ),
      { seed: SEED, numRuns: runs },
    );
  });
}
