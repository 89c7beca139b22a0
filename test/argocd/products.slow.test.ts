/**
 * What other repositories use by reference: the action, the reusable workflow and the component of GitLab. Their scripts are
 * run by bash, on a merge in a repository as init makes it; the hooks for pre-commit too.
 */

import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { withExamples } from '../../src/cli/init/fleet-text';
import { folderWith } from '../support/files';
import { fileOf } from '../support/generated';
import { BIN, cli, type Ended, runProgram } from '../support/program';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const HOME = folderWith({
  npx: '#!/bin/sh\n[ "$1" = --no-install ] && shift\nexec "$@"\n',
  npm: '#!/bin/sh\n[ "$1" = ci ]\n',
  'registry-gitops': `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`,
});
for (const name of ['npx', 'npm', 'registry-gitops']) chmodSync(join(HOME, name), 0o755);
const PATH = [HOME, process.env.PATH].join(delimiter);
const GIT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@a',
  GIT_COMMITTER_NAME: 'a',
  GIT_COMMITTER_EMAIL: 'a@a',
};

type Change = (fleet: string) => string;

/** A folder for the fleet in a repository of its own: a commit of the fleet, and a commit of the change on top. */
function repository(change: Change): string {
  const made = MADE.get(change) ?? makeRepository(change);
  MADE.set(change, made);
  const top = folderWith();
  cpSync(made, top, { recursive: true });
  return join(top, 'registry');
}

/** Made once for each change, and copied for each test. */
const MADE = new Map<Change, string>();

function makeRepository(change: Change): string {
  const top = folderWith({ '.keep': '' });
  const folder = join(top, 'registry');
  expect(cli(top, ['init', 'registry', '--platform', 'baremetal'])).toMatchObject({ status: 0 });
  const file = join(folder, 'fleet.yaml');
  writeFileSync(file, withExamples(readFileSync(file, 'utf8')));
  expect(cli(folder, ['synth'])).toMatchObject({ status: 0 });
  bash(top, 'git init -q && git add -A && git commit -qm before');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  expect(cli(folder, ['synth'])).toMatchObject({ status: 0 });
  bash(top, 'git add -A && git commit -qm after --allow-empty');
  return top;
}

/** As GitHub and GitLab run a step. */
function bash(folder: string, script: string, env: Readonly<Record<string, string>> = {}): Ended {
  return runProgram(['bash', '-eo', 'pipefail', '-c', script], folder, { ...GIT, ...env, PATH });
}

const harmless = (fleet: string): string => `${fleet}    pruner: {keepTagRevisions: 7}\n`;
const outage = (fleet: string): string => `${fleet}    registry: {readOnly: true}\n`;
const unfilled = (fleet: string): string => fleet;

/** What is run, one after the other, with what stands for an input in its place. */
function runAll(
  folder: string,
  steps: readonly Step[],
  inputs: Readonly<Record<string, string>>,
): readonly (number | null)[] {
  const output = folderWith();
  const files = {
    RUNNER_TEMP: output,
    GITHUB_OUTPUT: join(output, 'out'),
    GITHUB_STEP_SUMMARY: join(output, 'summary'),
  };
  const filled = (text: string): string =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => inputs[name] ?? '');
  return steps
    .filter(({ run }) => run !== undefined)
    .map(({ run = '', env = {} }) => {
      const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, filled(value)]));
      return bash(folder, run, { ...files, ...own }).status;
    });
}

const action = parse(fileOf('action.yml')) as { readonly runs: { readonly steps: readonly Step[] } };
const workflow = parse(fileOf('.github/workflows/fleet.yml')) as {
  readonly jobs: { readonly check: { readonly steps: readonly Step[] } };
};
const [, component] = parseAllDocuments(
  fileOf('templates/check.yml')
    .replaceAll('$[[ inputs.folder ]]', 'registry')
    .replace(/\$\[\[.*?\]\]/g, 'x'),
).map(
  document =>
    document.toJS() as Readonly<
      Record<string, { readonly script?: readonly string[]; readonly before_script?: readonly string[] }>
    >,
);

const INPUTS = { base: 'HEAD^1', 'fail-on': 'outage' };

describe.each<[string, readonly Step[]]>([
  ['action.yml', action.runs.steps],
  ['fleet.yml', workflow.jobs.check.steps],
])('%s', (_, steps) => {
  test('passes where nothing is dangerous', () => {
    const statuses = runAll(repository(harmless), steps, INPUTS);
    expect(statuses.length).toBeGreaterThan(3);
    expect(statuses.filter(status => status !== 0)).toEqual([]);
  });

  test('fails for a change that interrupts, and says so', () => {
    expect(runAll(repository(outage), steps, INPUTS)).toContain(1);
  });

  test('fails where the output is not what the fleet gives', () => {
    const folder = repository(harmless);
    writeFileSync(
      join(folder, 'fleet.yaml'),
      readFileSync(join(folder, 'fleet.yaml'), 'utf8').replace('100Gi', '200Gi'),
    );
    expect(runAll(folder, steps, INPUTS)).toContain(1);
  });

  test('no text of an event or input becomes part of a script', () => {
    expect(steps.map(({ run = '' }) => run).join('\n')).not.toContain('${{');
  });
});

describe('templates/check.yml', () => {
  const jobs = Object.entries(component ?? {}).filter(([name]) => !name.startsWith('.'));
  const before = component?.['.registry-gitops']?.before_script ?? [];
  const statusOf = (folder: string, script: readonly string[]): number | null => {
    const top = join(folder, '..');
    const base = bash(top, 'git rev-parse HEAD^1').stdout.trim();
    const env = {
      CI_PROJECT_DIR: top,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      REGISTRY_FOLDER: 'registry',
      REGISTRY_FAIL_ON: 'outage',
    };
    return bash(top, [...before, ...script].join('\n'), env).status;
  };

  test('passes where nothing is dangerous, with a report', () => {
    const folder = repository(harmless);
    expect(jobs.map(([name, { script = [] }]) => [name, statusOf(folder, script)])).toEqual(
      jobs.map(([name]) => [name, 0]),
    );
    expect(JSON.parse(readFileSync(join(folder, '..', 'registry-findings.json'), 'utf8'))).toEqual([]);
  });

  test('fails for a change that interrupts', () => {
    expect(jobs.map(([, { script = [] }]) => statusOf(repository(outage), script))).toContain(1);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const hooks = parse(fileOf('.pre-commit-hooks.yaml')) as readonly { readonly id: string; readonly entry: string }[];

  test.each(hooks.map(({ id, entry }) => [id, entry]))(
    '%s passes, and fails while something is to be filled in',
    (_, entry) => {
      const folder = repository(unfilled);
      expect(bash(folder, entry)).toMatchObject({ status: 0 });
      writeFileSync(
        join(folder, 'fleet.yaml'),
        `${readFileSync(join(folder, 'fleet.yaml'), 'utf8')}    baseDomain: CHANGE_ME\n`,
      );
      expect(bash(folder, entry)).toMatchObject({ status: 1 });
    },
  );
});
