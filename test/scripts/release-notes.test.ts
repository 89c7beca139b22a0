import { join } from 'node:path';
import { folderWith } from '../support/files';
import { runProgram } from '../support/program';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'release-notes.mjs');

const notes = (tag: string, changelog: string, version = '1.2.0') => {
  const folder = folderWith({ 'package.json': JSON.stringify({ version }), 'CHANGELOG.md': changelog });
  return runProgram([process.execPath, SCRIPT, tag], folder);
};

const OLD = '## 1.1.0, 2026-01-01\n\n- [FIX] old\n';

test('prints the lines of the version, and no others', () => {
  const text = `# Changelog\n\n## Unreleased\n\n## 1.2.0, 2026-01-31\n\n### Rules\n\n- [FIX] new\n\n${OLD}`;
  expect(notes('v1.2.0', text)).toEqual({ status: 0, stdout: '### Rules\n\n- [FIX] new\n', stderr: '' });
});

test.each<[string, string, string, string]>([
  [
    'another tag',
    'v1.3.0',
    `## 1.2.0, 2026-01-31\n\n- x\n`,
    'the tag is "v1.3.0", and package.json has version 1.2.0: tag v1.2.0',
  ],
  ['no tag', '', OLD, 'the tag is ""'],
  ['no section', 'v1.2.0', OLD, 'CHANGELOG.md has no section "## 1.2.0, DATE"'],
  ['a longer version', 'v1.2.0', '## 1.2.01, 2026-01-31\n\n- x\n', 'has no section'],
  ['no date', 'v1.2.0', `## 1.2.0, unreleased\n\n- x\n`, 'says "## 1.2.0, unreleased": write the date'],
  ['no lines', 'v1.2.0', `## 1.2.0, 2026-01-31\n\n${OLD}`, 'CHANGELOG.md says nothing about 1.2.0'],
  [
    'lines left over',
    'v1.2.0',
    `## Unreleased\n\n- x\n\n## 1.2.0, 2026-01-31\n\n- y\n`,
    'still has lines under "## Unreleased"',
  ],
])('refuses %s', (_name, tag, text, message) => {
  const { status, stdout, stderr } = notes(tag, text);
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain(message);
});
