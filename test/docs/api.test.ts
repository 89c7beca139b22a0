/** The examples of the API reference and of the page about constructs: each compiles under strict types, and runs. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import * as cdk8s from 'cdk8s';
import * as api from '../../src';
import { fileOf } from '../support/generated';

process.env.REGISTRY_SEVERITY = 'error';

const ROOT = join(__dirname, '..', '..');
const CLASSES = Object.entries(api).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));

/** The examples below each heading of the second level. */
function examplesOf(document: string): readonly { readonly title: string; readonly code: string }[] {
  return fileOf(document)
    .split(/^## /m)
    .slice(1)
    .flatMap(section => {
      const title = `${document}: ${section.split('\n')[0]}`;
      const blocks = [...section.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
      return blocks.filter(code => !code.startsWith('type ')).map(code => ({ title, code }));
    });
}

const EXAMPLES = [...examplesOf('docs/api.md'), ...examplesOf('docs/constructs.md')];

/** What the reference says comes before each example; where one goes on with a registry, there is one. */
function program(code: string): string {
  const registry = `const registry = new AwsImageRegistry(chart, 'registry', { openshift: '4.14' });`;
  return [
    "import { App, Chart, JsonPatch } from 'cdk8s';",
    `import { ${CLASSES.join(', ')} } from 'cdk8s-openshift-registry';`,
    'const app = new App();',
    "const chart = new Chart(app, 'prod-aws-eu');",
    code.includes('registry.') && !code.includes('registry =') && !code.includes('registry:') ? registry : '',
    code,
    'export const output = app.synthYaml();',
  ].join('\n');
}

test('every class has an example', () => {
  const without = CLASSES.filter(name => !EXAMPLES.some(({ title }) => title === `docs/api.md: ${name}`));
  expect(without).toEqual([]);
  expect(CLASSES.length).toBeGreaterThan(17);
});

test('every example has the types it needs, without a cast', () => {
  const folder = join(ROOT, 'node_modules', '.cache', 'registry-gitops', `examples-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    for (const [index, { code }] of EXAMPLES.entries())
      writeFileSync(join(folder, `example-${index}.ts`), program(code));
    const compilerOptions = {
      noUnusedLocals: false,
      paths: { 'cdk8s-openshift-registry': [join(ROOT, 'src/index.ts')] },
    };
    const settings = { extends: join(ROOT, 'tsconfig.json'), compilerOptions, include: ['*.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const { stdout } = spawnSync(join(ROOT, 'node_modules', '.bin', 'tsc'), ['-p', folder], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(EXAMPLES.map(({ code }) => code).join('')).not.toMatch(/\bas\b|\bany\b/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('every example runs, and no error is found in it', () => {
  const home = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  beforeAll(() => {
    const cluster = '{name: prod-aws-eu, platform: aws, openshift: "4.14"}';
    writeFileSync(join(folder, 'fleet.yaml'), `clusters: [${cluster}]\n`);
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });

  test.each(EXAMPLES.map(({ title, code }) => [title, code]))('%s', (_, code) => {
    const modules: Readonly<Record<string, object>> = { cdk8s, 'cdk8s-openshift-registry': api };
    const { code: script } = transformSync(program(code), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    const exported: { readonly output?: string } = {};
    new Function('exports', 'require', script)(exported, (name: string) => modules[name]);
    expect(typeof exported.output).toBe('string');
  });
});
