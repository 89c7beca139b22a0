/** What a fix says is what this very version takes, and where it is a value, that value mends the finding. */

import { parse, parseDocument } from 'yaml';
import { definition } from '../../src/config/schema';
import type { Cluster } from '../../src/config/shape/cluster';
import { checkShape } from '../../src/config/shape-check';
import { FIELD_SINCE, type VersionedKind } from '../../src/facts/api-fields';
import { atLeast, OPENSHIFT_VERSIONS } from '../../src/facts/versions';
import type { ConfigPath, Problem } from '../../src/findings/finding';
import { resolve } from '../../src/model/resolve';
import { ALL_RULES } from '../../src/rules/catalogue';
import { problemsBy, type Rule } from '../../src/rules/rule';
import { exampleInputs } from '../support/example-inputs';
import { dedent } from '../support/fleet';

type Settings = Readonly<Record<string, unknown>>;

const inputs = exampleInputs();
const example = ({ bad }: Rule): Settings => ({
  name: 'example',
  openshift: '4.14',
  ...(parse(dedent(bad)) as Settings),
});
const RULES_OF_VERSIONS = ['FIELD_VERSION', 'DRIVER_VERSION', 'VERSION_UNKNOWN', 'MIRROR_VERSION'];
const OF_VERSIONS = ALL_RULES.filter(({ code }) => RULES_OF_VERSIONS.includes(code));

/** What some rules find. */
function problemsOf(settings: Settings, rules: readonly Rule[]): readonly Problem[] {
  const config = checkShape(definition('Cluster'), settings).value as Cluster;
  const input = { config, model: resolve(config, inputs) };
  return rules.flatMap(rule => problemsBy(rule, input));
}

/** The last versions that lack something that the next one has. */
const BORDERS = OPENSHIFT_VERSIONS.filter((_, index) => {
  const next = OPENSHIFT_VERSIONS[index + 1];
  return next !== undefined && Object.values(FIELD_SINCE).some(rows => Object.values(rows).includes(next));
});

/** The registry has a managementState of its own, which is as old as the Config. */
const nameOf = (path: string): string => path.replace(/^.*?((?:storage\.managementState)|[^.]+)$/, '$1');

/** Fields by the name they have in the configuration; levels of the log are translated for old versions. */
const FIELDS: readonly (readonly [name: string, since: string])[] = (
  ['Config', 'ImagePruner', 'Image'] as VersionedKind[]
)
  .flatMap(kind => Object.entries(FIELD_SINCE[kind]))
  .map(([path, since]) => [nameOf(path), since] as const)
  .filter(([name]) => !['logLevel', 'operatorLogLevel', 'request', 'claims'].includes(name));

/** The parts of a fix that ask for something, and not for its removal. */
const asked = (fix: string): readonly string[] =>
  fix
    .split(/[;,:]| or | unless /)
    .filter(part => !/remove|leave|exists from|upgrade|without|accept|of the cluster-wide Proxy/.test(part));

const tooNew = (fix: string, version: string): readonly string[] =>
  asked(fix).flatMap(part =>
    FIELDS.filter(([name, since]) => new RegExp(`\\b${name}\\b`).test(part) && !atLeast(version, since)).map(
      ([name, since]) => `${name} (${since})`,
    ),
  );

test.each(BORDERS)('on %s no fix asks for a field that the version lacks', version => {
  const wrong = ALL_RULES.flatMap(rule => {
    const settings = { ...example(rule), openshift: version };
    if (problemsOf(settings, OF_VERSIONS).length > 0) return [];
    return problemsOf(settings, [rule]).flatMap(({ fix }) =>
      tooNew(fix, version).map(field => `${rule.code}: ${field} in "${fix}"`),
    );
  });
  expect(wrong).toEqual([]);
});

test('a fix that asks for too much is noticed', () => {
  expect(tooNew('add topologySpreadConstraints, for example by host', '4.5')).toEqual([
    'topologySpreadConstraints (4.11)',
  ]);
  expect(tooNew('remove topologySpreadConstraints', '4.5')).toEqual([]);
});

/** `write 168h`, `write baseDomain: prod.example.com`: the value alone, and where it goes. */
function written({ path, fix }: Problem): { readonly path: ConfigPath; readonly value: unknown } | undefined {
  const [, text] = /^(?:write|put it in quotes:) ([^;]+?)(?:, (?:or|without) .*)?$/.exec(fix) ?? [];
  if (text === undefined || (/ /.test(text) && !/^\w+: \S+$/.test(text)) || /[A-Z]{3}|\.\.\.|[{]/.test(fix))
    return undefined;
  const document = parseDocument(text);
  const value = document.errors.length > 0 ? text : (document.toJS() as unknown);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { path, value };
  const [[key, only] = []] = Object.entries(value);
  return key === undefined || key !== path.at(-1) ? undefined : { path, value: only };
}

function withValue(settings: Settings, path: ConfigPath, value: unknown): Settings {
  const copy = structuredClone(settings);
  const parent = path.slice(0, -1).reduce<unknown>((node, key) => (node as Settings | undefined)?.[key], copy);
  if (typeof parent === 'object' && parent !== null) Object.assign(parent, { [path.at(-1) ?? '']: value });
  return copy;
}

const VALUES = ALL_RULES.flatMap(rule =>
  problemsOf(example(rule), [rule]).flatMap(problem => {
    const fixed = written(problem);
    return fixed === undefined ? [] : [{ code: rule.code, rule, problem, fixed, fix: problem.fix }];
  }),
);

test('many fixes are a value', () => expect(VALUES.length).toBeGreaterThan(8));

test.each(VALUES)('$code: "$fix" mends it', ({ rule, problem, fixed }) => {
  const after = problemsOf(withValue(example(rule), fixed.path, fixed.value), [rule]);
  const same = after.filter(({ path }) => JSON.stringify(path) === JSON.stringify(problem.path));
  expect(same).toEqual([]);
});
