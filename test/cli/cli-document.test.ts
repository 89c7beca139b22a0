import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliDocument } from '../../src/cli/cli-document';
import { COMMANDS } from '../../src/cli/commands';

const page = readFileSync(join(__dirname, '..', '..', 'docs', 'cli.md'), 'utf8');

test('docs/cli.md is what the table of commands gives; if not, run npm run docs', () => {
  expect(page).toBe(cliDocument());
});

const OPTIONS = COMMANDS.flatMap(({ name, options }) => options.map(option => [name, option.name] as const));

test.each(OPTIONS)('%s --%s is documented', (command, option) => {
  const [, section = ''] = page.split(new RegExp(`^## .*\\b${command}\\b.*$`, 'm'));
  expect(section.split(/^## /m)[0]).toContain(`--${option}`);
});
