/**
 * What readers copy from README.md and docs/ works: every fleet and cluster entry is checked, every object is what its API
 * takes, every program compiles. A block that is wrong on purpose has `<!-- mistake: CODE -->` on the line before it, one
 * that is none of these `<!-- not checked: why -->`.
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ImageRegistryValidation } from '../../src';
import type { Inputs } from '../../src/config/inputs';
import { definition, fleetSchema } from '../../src/config/schema';
import { checkShape } from '../../src/config/shape-check';
import { PLATFORMS } from '../../src/facts/platforms';
import { NEWEST_VERSION } from '../../src/facts/versions';
import { ROOT_PEM } from '../support/certificates';
import { exampleInputs } from '../support/example-inputs';
import { type Block, blocksOf, DOCUMENTS } from '../support/fenced-blocks';
import { runFleet } from '../support/fleet';
import { fileOf } from '../support/generated';
import { ownErrors } from '../support/own-schema';

type Map = Readonly<Record<string, unknown>>;

const ROOT = join(__dirname, '..', '..');
const CLUSTER_KEYS = Object.keys(definition('Cluster').properties ?? {});
const FLEET_KEYS = Object.keys(fleetSchema.properties ?? {});
const { name: PACKAGE, version: VERSION } = JSON.parse(fileOf('package.json')) as Map;
const among = (value: Map, keys: readonly string[]): boolean => Object.keys(value).every(key => keys.includes(key));

/** The examples' inputs, and a certificate wherever a document names one. */
function inputs(): Inputs {
  const { file, ...others } = exampleInputs();
  return { ...others, file: path => file(path) ?? (path.endsWith('.pem') ? ROOT_PEM : undefined) };
}

/** Errors of a fleet, as codes; the text is read as it is, so that a mistake of YAML is one too. */
const errorsOf = (yaml: string): readonly string[] =>
  runFleet(yaml, inputs())
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

/** Errors of the settings of a cluster: those on the platform on which there are fewest, where it names none. */
function errorsOfCluster(settings: Map): readonly string[] {
  const platforms = settings.platform === undefined ? Object.keys(PLATFORMS) : [settings.platform];
  let fewest: readonly string[] | undefined;
  for (const platform of platforms) {
    const entry = { name: 'example', openshift: NEWEST_VERSION, platform, ...settings };
    const errors = errorsOf(JSON.stringify({ clusters: [entry] }));
    if (errors.length === 0) return [];
    if (fewest === undefined || errors.length < fewest.length) fewest = errors;
  }
  return fewest ?? [];
}

/** What is wrong with one document, or undefined where it is nothing that we know. */
function problemsOf(text: string, value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.flatMap(item => problemsOf('', item) ?? ['not a cluster']);
  if (typeof value !== 'object' || value === null) return undefined;
  const map = value as Map;
  if ('apiVersion' in map && 'kind' in map) return ownErrors(map, NEWEST_VERSION);
  if ('validations' in map) return (map.validations as readonly Map[]).flatMap(pluginErrors);
  if ('clusters' in map && among(map, FLEET_KEYS)) return errorsOf(text);
  if (among(map, CLUSTER_KEYS)) return errorsOfCluster(map);
  if (among(map, FLEET_KEYS)) {
    const cluster = { name: 'example', platform: 'aws', openshift: NEWEST_VERSION };
    return errorsOf(JSON.stringify({ ...map, clusters: [cluster] }));
  }
  return undefined;
}

/** One entry of `validations` in cdk8s.yaml: this version, and the settings of a cluster. */
function pluginErrors({ package: name, version, class: type, properties }: Map): readonly string[] {
  if (name !== PACKAGE) return [];
  expect([version, type]).toEqual([VERSION, ImageRegistryValidation.name]);
  const { accept, ...settings } = properties as Map;
  return checkShape(definition('Cluster'), { name: 'example', ...settings }).issues.map(({ kind }) => kind);
}

function check({ text: written, mark = '' }: Block): void {
  const text = written.replaceAll('sha256:…', `sha256:${'0'.repeat(64)}`);
  const [, kind, words = ''] = /(?:^|; )(mistake|not checked): *(.+)$/.exec(mark) ?? [];
  const problems = parseAllDocuments(text).map(document => problemsOf(text, document.toJS()));
  if (kind === 'not checked') {
    expect(problems).toContain(undefined);
    return;
  }
  // What a command has printed need not be ours; that it is printed is another test.
  if (mark.startsWith('prints')) {
    expect(problems.flatMap(found => found ?? [])).toEqual([]);
    return;
  }
  const expected = kind === 'mistake' ? words.split(/[ ,]+/) : [];
  expect([...new Set(problems.flatMap(found => found ?? ['neither a fleet, a cluster nor an object']))]).toEqual(
    expected,
  );
}

const YAML = DOCUMENTS.flatMap(document => blocksOf(document, 'ya?ml'));
test.each(YAML.map(block => [block.place, block] as const))('%s', (_, block) => check(block));

test('there are blocks', () => {
  expect(YAML.length).toBeGreaterThan(2);
});

describe('a check that could not fail would be none', () => {
  const block = (text: string, mark?: string): Block => ({ place: 'here', text, start: 0, mark });
  const WRONG = 'platform: baremetal\nstorage: {pvc: {accessModes: [ReadWriteOnce]}}\nregistry: {replicas: 2}\n';

  test.each([
    ['a mistake', block(WRONG)],
    ['another mistake than the one that is marked', block(WRONG, 'mistake: NO_CLUSTERS')],
    ['no mistake where one is marked', block('platform: aws', 'mistake: NO_CLUSTERS')],
    ['a key that no cluster has', block('platfrom: aws')],
    ['a fleet that is called something else', block('clusters: []', 'not checked: why not')],
  ])('%s fails', (_, given) => {
    expect(() => check(given)).toThrow();
  });

  test.each([
    ['a marked mistake', block(WRONG, 'mistake: PVC_RWO_REPLICAS')],
    ['a cluster', block('platform: aws')],
    [
      'part of a cluster',
      block(
        'storage: {odf: {noobaa: {bucketName: registry}}}\ncredentials: {bucketClaim: {job: {}}}\nbaseDomain: a.example.com',
      ),
    ],
    ['something else, with a reason', block('command: x', 'not checked: of another program')],
  ])('%s passes', (_, given) => {
    expect(() => check(given)).not.toThrow();
  });
});

/** docs/api.md and docs/constructs.md have examples that are parts of a program, and a test of their own. */
const PROGRAMS = DOCUMENTS.filter(name => name !== 'docs/constructs.md').flatMap(name => blocksOf(name, 'ts'));

test('every program compiles under strict types', () => {
  const folder = join(ROOT, 'node_modules', '.cache', 'registry-gitops', `programs-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    for (const [index, { text }] of PROGRAMS.entries()) writeFileSync(join(folder, `program-${index}.ts`), text);
    const compilerOptions = { paths: { 'cdk8s-openshift-registry': [join(ROOT, 'src/index.ts')] } };
    const settings = { extends: join(ROOT, 'tsconfig.json'), compilerOptions, include: ['*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const { stdout } = spawnSync(join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', folder], { encoding: 'utf8' });
    expect([PROGRAMS.map(({ place }) => place), stdout]).toEqual([expect.arrayContaining([expect.any(String)]), '']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
