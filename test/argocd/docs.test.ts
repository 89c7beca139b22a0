/** docs/gitops.md: its links, commands, files and figures. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_DESTINATIONS } from '../../src/argocd/project';
import { fileOf } from '../support/generated';
import { usageOf } from '../support/usage';

const text = fileOf('docs/gitops.md');
const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replace(/ /g, '-'),
);

test('every link leads somewhere', () => {
  for (const [, target = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
    if (target.startsWith('#')) expect(headings).toContain(target.slice(1));
    else
      expect([target, existsSync(join(__dirname, '..', '..', 'docs', target.replace(/#.*/, '')))]).toEqual([
        target,
        true,
      ]);
  }
});

test('every command and option there is in it exists', () => {
  const commands = [...text.matchAll(/`registry-gitops (\w+)([^`]*)`/g)];
  expect(commands.map(([, command]) => command)).toEqual(
    expect.arrayContaining(['synth', 'check', 'verify', 'review']),
  );
  for (const [, command = '', options = ''] of commands) {
    const usage = usageOf(command);
    expect([command, usage]).toEqual([command, expect.any(String)]);
    for (const option of options.match(/--\w+/g) ?? []) expect(usage).toContain(option);
  }
});

test('every file it names exists', () => {
  for (const [file] of text.matchAll(/\b(?:argocd|cmp|pipelines)\/[\w-]+\.(?:yaml|yml)\b|cmp\/Containerfile/g)) {
    expect([file, existsSync(join(__dirname, '..', '..', file))]).toEqual([file, true]);
  }
});

test('it says how large an AppProject may grow', () => {
  expect(text).toContain(`Above ${MOST_DESTINATIONS} pairs`);
});
