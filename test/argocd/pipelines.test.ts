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
