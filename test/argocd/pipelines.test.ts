/** The pipelines of pipelines/: what they run exists, and is all that a fleet needs. */

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { folderWith } from '../support/files';
import { fileOf } from '../support/generated';
import { usageOf } from '../support/usage';

const FILES = readdirSync(join(__dirname, '..', '..', 'pipelines'));

/** Every text in a document. */
const texts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
};

/** Words after `registry-gitops` in the scripts, and those of containers whose command it is. */
function commandLines(file: string): readonly (readonly string[])[] {
  const document: unknown = parseAllDocuments(fileOf(`pipelines/${file}`)).map(found => found.toJS());
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

/** What a shell or node is given, wherever it stands. */
function scriptsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    ['run', 'script', 'args'].includes(key) ? texts([item]) : scriptsIn(item),
  );
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
      const usage = usageOf(command) ?? '';
      expect([command, usage]).not.toEqual([command, '']);
      for (const option of options.filter(word => word.startsWith('-'))) expect(usage).toContain(option);
    }
  });

  test('uses only formats there are', () => {
    for (const words of lines) {
      const at = words.indexOf('--format');
      if (at >= 0)
        expect(['text', 'json', 'github', 'codequality', 'sarif', 'markdown', 'html']).toContain(words[at + 1]);
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
      ['review', undefined],
      ['comment', { 'pull-requests': 'write' }],
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
      { 'persist-credentials': false, 'fetch-depth': 2 },
      { 'persist-credentials': false },
    ]);
  });

  test('installs what the lock file says, before it runs anything', () => {
    for (const { steps } of Object.values(jobs).filter(job => job !== jobs.comment)) {
      const scripts = steps.flatMap(({ run }) => run ?? []);
      expect(scripts[0]).toBe('npm ci');
      for (const script of scripts.slice(1)) expect(script).toMatch(/^npx --no-install registry-gitops /);
    }
  });
});

describe('the comment on a change', () => {
  test.each(FILES)('%s: is the review, which fails for an outage and worse', file => {
    const [review] = commandLines(file).filter(words => words[0] === 'review' && words.includes('markdown'));
    expect(review?.slice(1).join(' ')).toMatch(/:dist"? dist --format markdown --fail-on ("\$FAIL_ON"|outage)$/);
  });

  test.each(FILES)('%s: no text of a change becomes part of a script', file => {
    const scripts = parseAllDocuments(fileOf(`pipelines/${file}`)).flatMap(found => scriptsIn(found.toJS()));
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.join('\n')).not.toMatch(/\$\{\{|\$\(params\./);
  });

  test('github-actions.yaml: the job that may write checks nothing out and installs nothing', () => {
    const { jobs } = parse(fileOf('pipelines/github-actions.yaml')) as {
      readonly jobs: Readonly<
        Record<
          string,
          { readonly if: string; readonly steps: readonly { readonly uses?: string; readonly run?: string }[] }
        >
      >;
    };
    const steps = jobs.comment?.steps ?? [];
    expect(steps.map(({ uses }) => uses)).toEqual([expect.stringMatching(/^actions\/download-artifact@/), undefined]);
    expect(steps.map(({ run = '' }) => run).join('\n')).not.toMatch(/npm|npx|node /);
    expect(jobs.comment?.if).toContain('head.repo.full_name == github.repository');
  });

  test('gitlab-ci.yml: the job with the token fetches and installs nothing', () => {
    const { comment } = parse(fileOf('pipelines/gitlab-ci.yml')) as { readonly comment: object };
    expect(comment).toMatchObject({ before_script: [], cache: [], variables: { GIT_STRATEGY: 'none' } });
  });

  test.each(['gitlab-ci.yml', 'tekton.yaml'])('%s: is made once, and then changed', async file => {
    const text = parseAllDocuments(fileOf(`pipelines/${file}`)).flatMap(found => texts(found.toJS()));
    const script = (text.find(part => part.includes('await call(')) ?? '')
      .replace(/^node .*\n|\nSCRIPT\n$/g, '')
      .replace(/^import .*$/m, "const readFileSync = () => '<!-- mark -->\\nnew';");
    const notes: Record<string, unknown>[] = [
      { id: 1, author: { id: 8 }, user: { login: 'eve' }, body: '<!-- mark -->\nnot mine' },
    ];
    const fetch = async (url: string, { method, body }: { method: string; body?: string }) => {
      const data = body === undefined ? {} : (JSON.parse(body) as { readonly body: string });
      if (method === 'POST') notes.push({ id: 2, author: { id: 7 }, user: { login: 'me' }, ...data });
      if (method === 'PUT' || method === 'PATCH')
        Object.assign(notes.find(({ id }) => url.endsWith(`/${id}`)) ?? {}, data);
      return { ok: true, json: async () => (url.endsWith('/user') ? { id: 7, login: 'me' } : notes) };
    };
    const run = new Function('fetch', 'process', `return (async () => {${script}})()`);
    await run(fetch, { env: {} });
    await run(fetch, { env: {} });
    expect(notes.map(({ id, body }) => [id, body])).toEqual([
      [1, '<!-- mark -->\nnot mine'],
      [2, '<!-- mark -->\nnew'],
    ]);
  });
});

describe('tekton.yaml: the PipelineRun', () => {
  interface Named {
    readonly name: string;
  }
  interface Task {
    readonly metadata: Named;
    readonly spec: {
      readonly params: readonly (Named & { readonly default?: string })[];
      readonly workspaces: Named[];
    };
  }
  interface Run {
    readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
    readonly spec: {
      readonly workspaces: readonly Named[];
      readonly pipelineSpec: {
        readonly workspaces: readonly Named[];
        readonly tasks: readonly (Named & {
          readonly taskRef: { readonly name?: string };
          readonly params: readonly (Named & { readonly value: string })[];
          readonly workspaces: readonly (Named & { readonly workspace: string })[];
        })[];
      };
    };
  }
  const documents = parseAllDocuments(fileOf('pipelines/tekton.yaml')).map(found => found.toJS() as { kind: string });
  const tasks = documents.filter(({ kind }) => kind === 'Task') as unknown as readonly Task[];
  const [run] = documents.filter(({ kind }) => kind === 'PipelineRun') as unknown as readonly Run[];
  const names = (all: readonly Named[] = []): readonly string[] => all.map(({ name }) => name).sort();

  test('is started by a pull request', () => {
    expect(run?.metadata.annotations).toMatchObject({
      'pipelinesascode.tekton.dev/on-event': '[pull_request]',
      'pipelinesascode.tekton.dev/on-target-branch': '[main]',
    });
  });

  test.each(tasks.map(task => [task.metadata.name, task] as const))('gives %s all that it needs', (name, task) => {
    const step = run?.spec.pipelineSpec.tasks.find(({ taskRef }) => taskRef.name === name);
    const given = names(step?.params);
    expect(names(task.spec.params)).toEqual(expect.arrayContaining([...given]));
    expect(given).toEqual(expect.arrayContaining([...names(task.spec.params.filter(one => !('default' in one)))]));
    expect(names(step?.workspaces)).toEqual(names(task.spec.workspaces));
  });

  test('has every workspace that is used', () => {
    const used = run?.spec.pipelineSpec.tasks.flatMap(({ workspaces }) => workspaces.map(each => each.workspace));
    expect([...new Set(used)].sort()).toEqual(names(run?.spec.pipelineSpec.workspaces));
    expect(names(run?.spec.workspaces)).toEqual(names(run?.spec.pipelineSpec.workspaces));
  });

  test('what it clones has the commit, and the base with the history of both', () => {
    const params = run?.spec.pipelineSpec.tasks.find(({ name }) => name === 'clone')?.params ?? [];
    const git = (cwd: string, ...args: readonly string[]): string => {
      const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
      const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd, encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, expect.any(String)]);
      return stdout.trim();
    };
    const commit = (message: string): void => void git(origin, 'commit', '-q', '--allow-empty', '-m', message);
    const origin = folderWith();
    git(origin, 'init', '-q', '-b', 'main');
    commit('where they part');
    const parted = git(origin, 'rev-parse', 'HEAD');
    git(origin, 'checkout', '-q', '-b', 'change');
    commit('the change');
    const revision = git(origin, 'rev-parse', 'HEAD');
    git(origin, 'checkout', '-q', 'main');
    commit('meanwhile');
    const known: Readonly<Record<string, string>> = { target_branch: 'main', revision };
    const param = (wanted: string): string =>
      (params.find(({ name }) => name === wanted)?.value ?? '').replace(/{{ (\w+) }}/g, (_, name) => known[name] ?? '');
    // As git-clone of Tekton does it with a refspec; a depth of 0 is the whole history.
    const clone = folderWith();
    git(clone, 'init', '-q');
    git(clone, 'remote', 'add', 'origin', origin);
    git(clone, 'fetch', '-q', 'origin', ...param('REFSPEC').split(' '));
    git(clone, 'checkout', '-q', param('REVISION'));
    expect([git(clone, 'rev-parse', 'HEAD'), git(clone, 'merge-base', 'origin/main', 'HEAD')]).toEqual([
      revision,
      parted,
    ]);
  });
});

test('gitlab-ci.yml: findings are in the log, too, when there are errors', () => {
  const { findings } = parse(fileOf('pipelines/gitlab-ci.yml')) as {
    readonly findings: { readonly script: readonly string[] };
  };
  const command = 'npx --no-install registry-gitops check';
  expect(findings.script).toEqual([`${command} --format codequality > findings.json || ${command}`]);
});
