import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { USAGE } from '../../src/cli/usage';
import { fileOf } from '../support/generated';

const FILES = readdirSync(join(__dirname, '..', '..', 'pipelines'));

/** Every text in a document. */
const texts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
};

/** Words after `registry-gitops` in the scripts, and those of containers whose command it is. */
function commandLines(file: string): readonly (readonly string[])[] {
  const document: unknown = parse(fileOf(`pipelines/${file}`));
  const inScripts = texts(document)
    .flatMap(text => [...text.matchAll(/registry-gitops ([^>|;&\n]*)/g)])
    .map(([, words = '']) => words.trim().split(/\s+/));
  return [...inScripts, ...inContainers(document)];
}

function inContainers(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const { command, args } = value as { readonly command?: readonly string[]; readonly args?: readonly string[] };
  const here = command?.[0] === 'registry-gitops' && args ? [args] : [];
  return [...here, ...Object.values(value).flatMap(inContainers)];
}

test('there is one for each of the usual systems', () => {
  expect(FILES.sort()).toEqual(['github-actions.yaml', 'gitlab-ci.yml', 'tekton.yaml']);
});

describe.each(FILES)('%s', file => {
  const lines = commandLines(file);

  test('checks the fleet, and that the output is what it gives', () => {
    expect(lines.some(([command]) => command === 'check')).toBe(true);
    expect(lines).toContainEqual(['synth', '--check']);
  });

  test('uses only commands and options there are', () => {
    for (const [command = '', ...options] of lines) {
      const usage = USAGE.split('\n').find(line => line.trim().startsWith(`registry-gitops ${command}`)) ?? '';
      expect([command, usage]).not.toEqual([command, '']);
      for (const option of options.filter(word => word.startsWith('-'))) expect(usage).toContain(option);
    }
  });

  test('uses only formats there are', () => {
    for (const words of lines) {
      const at = words.indexOf('--format');
      if (at >= 0) expect(['text', 'json', 'github', 'sarif']).toContain(words[at + 1]);
    }
  });
});

describe('github-actions.yaml', () => {
  interface Step {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }
  interface Workflow {
    readonly on: object;
    readonly permissions: object;
    readonly jobs: Readonly<
      Record<string, { readonly if?: string; readonly permissions?: object; readonly steps: readonly Step[] }>
    >;
  }
  const { on, permissions, jobs } = parse(fileOf('pipelines/github-actions.yaml')) as Workflow;

  test('may only read, but for the upload of findings, which needs what the upload asks for', () => {
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.entries(jobs).map(([name, job]) => [name, job.permissions])).toEqual([
      ['check', undefined],
      ['code-scanning', { actions: 'read', contents: 'read', 'security-events': 'write' }],
    ]);
  });

  test('runs nothing of a fork with more rights than the fork has, and leaves no credential behind', () => {
    expect(Object.keys(on)).toEqual(['pull_request', 'push']);
    expect(jobs['code-scanning']?.if).toContain('head.repo.full_name == github.repository');
    const steps = Object.values(jobs).flatMap(job => job.steps);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.map(step => step.with)).toEqual([
      { 'persist-credentials': false },
      { 'persist-credentials': false },
    ]);
    for (const { uses = 'a@v1' } of steps) expect(uses).toMatch(/@(v\d+|[0-9a-f]{40})$/);
  });

  test('installs what the lock file says, before it runs anything', () => {
    for (const { steps } of Object.values(jobs)) {
      const scripts = steps.flatMap(({ run }) => run ?? []);
      expect(scripts[0]).toBe('npm ci');
      for (const script of scripts.slice(1)) expect(script).toMatch(/^npx --no-install registry-gitops /);
    }
  });
});

test('gitlab-ci.yml: findings are in the log, too, when there are errors', () => {
  const { findings } = parse(fileOf('pipelines/gitlab-ci.yml')) as {
    readonly findings: { readonly script: readonly string[] };
  };
  const command = 'npx --no-install registry-gitops check';
  expect(findings.script).toEqual([`${command} --format json > findings.json || ${command}`]);
});
