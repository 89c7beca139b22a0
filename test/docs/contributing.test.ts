/** What contributors read and what their pull requests run: it names what there is, and runs everywhere it says. */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fileOf } from '../support/generated';

const ROOT = join(__dirname, '..', '..');
const GUIDES = ['CONTRIBUTING.md', 'SECURITY.md', '.github/PULL_REQUEST_TEMPLATE.md'];
const WORKFLOWS = readdirSync(join(ROOT, '.github', 'workflows')).map(name => `.github/workflows/${name}`);
const PACKAGE = JSON.parse(fileOf('package.json')) as {
  readonly engines: { readonly node: string };
  readonly homepage: string;
  readonly scripts: Readonly<Record<string, string>>;
};

const COMMANDS = /npm (?:run )?(test|run [\w:]+|[\w]+:[\w]+|conformance|synth|schema|docs|import|format)\b/g;

describe.each(GUIDES)('%s', guide => {
  const text = fileOf(guide);

  test('names scripts there are', () => {
    const named = [...text.matchAll(COMMANDS)].map(([, name = '']) => name.replace(/^run /, ''));
    expect(named.filter(name => !(name in PACKAGE.scripts))).toEqual([]);
  });

  test('names files there are', () => {
    const named = [...text.matchAll(/`((?:src|test|scripts|docs|crds|\.ci|\.github)\/[\w./-]*|[A-Z]+\.md)`/g)];
    const paths = named.map(([, path = '']) => path).filter(path => !/NOUN|BACKEND/.test(path));
    expect(paths.filter(path => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

test('CONTRIBUTING.md has a recipe for each usual addition', () => {
  const headings = [...fileOf('CONTRIBUTING.md').matchAll(/^## (Add .*)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(['Add a rule', 'Add a storage backend', 'Add an OpenShift version', 'Add a platform']);
});

interface Workflow {
  readonly on: { readonly workflow_call?: object };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy?: { readonly matrix: Readonly<Record<string, readonly (string | number)[]>> };
        readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
      }
    >
  >;
}

describe.each(WORKFLOWS)('%s', file => {
  const workflow = parse(fileOf(file)) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap(job => job.steps);

  test('may read and no more, where a job does not ask for more', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  test('names each action by an exact version', () => {
    const uses = steps.flatMap(step => step.uses ?? []);
    expect(uses).not.toEqual([]);
    expect(uses.filter(action => !/^[\w-]+\/[\w-]+@v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  });

  test('runs what there is, and puts nothing of an event into a script', () => {
    const scripts = steps.flatMap(step => step.run ?? []);
    // The reusable workflow checks a fleet of others, not this project.
    if (workflow.on.workflow_call === undefined) expect(scripts).toContain('.ci/run');
    expect(scripts.filter(script => script.includes('${{'))).toEqual([]);
    const named = scripts.flatMap(script => [...script.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name));
    expect(named.filter(name => !(name in PACKAGE.scripts))).toEqual([]);
  });
});

test('CI runs on Linux and macOS, on every Node from the oldest supported one', () => {
  const { jobs } = parse(fileOf('.github/workflows/ci.yml')) as Workflow;
  const matrices = Object.values(jobs).flatMap(job => (job.strategy === undefined ? [] : [job.strategy.matrix]));
  expect(matrices).toEqual([{ os: ['ubuntu-24.04', 'macos-15'], node: [20, 22, 24] }]);
  expect(PACKAGE.engines.node).toBe(`>=${matrices[0]?.node?.[0]}`);
});

/** What bash 4 and 5 have and 3.2 does not; macOS has 3.2. */
const NEWER_BASH =
  /\b(mapfile|readarray|coproc)\b|\b(declare|local|typeset) -[a-zA-Z]*[An]|\$\{[^}]*(\^|,,|@[A-Za-z]\})|\|&|&>>|\bwait -n|;;&|\$\{\w+: -|\$(EPOCH|BASHPID|SRANDOM)|shopt -s (globstar|inherit_errexit)/;

const shellScripts = ['.ci/run', ...filesBelow('src', '.sh'), ...filesBelow('test', '.sh')];

function filesBelow(folder: string, ending: string): readonly string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true }).map(String);
  return names.filter(name => name.endsWith(ending)).map(name => `${folder}/${name}`);
}

test.each(shellScripts)('%s uses nothing that bash 3.2 does not have', file => {
  const lines = fileOf(file).split('\n');
  expect(lines.filter(line => NEWER_BASH.test(line.replace(/^\s*#.*/, '')))).toEqual([]);
});

test.each([
  'mapfile -t a',
  'declare -A map',
  'local -n ref=$1',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: bash
  'echo "${x,,}"',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: bash
  'echo "${x^}"',
  'a |& b',
  'a &>> b',
  'wait -n',
])('%s would be found', line => {
  expect(line).toMatch(NEWER_BASH);
});

test('the address of the project is in one place', () => {
  expect(PACKAGE.homepage).toBe('https://www.npmjs.com/package/cdk8s-openshift-registry');
  const { stdout } = spawnSync('git', ['grep', '-lF', PACKAGE.homepage, '--', ':!test'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stdout.trim().split('\n')).toEqual(['package.json']);
});
