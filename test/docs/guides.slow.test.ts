/** The guides, followed from top to bottom: their files, their commands, and what these print. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENTS } from '../support/fenced-blocks';
import { fileOf } from '../support/generated';
import { follow, type Printed, shows, stepsOf } from '../support/guide';

const ROOT = join(__dirname, '..', '..');
const GUIDES = DOCUMENTS.filter(document => stepsOf(document).length > 0);

/** Puts what was printed into the document. */
function update(document: string, printed: readonly Printed[]): void {
  let text = fileOf(document);
  for (const { step, actual } of [...printed].reverse()) {
    if (step.detail === 'in part') continue;
    text = `${text.slice(0, step.start)}${actual.trim()}\n${text.slice(step.start + step.text.length)}`;
  }
  writeFileSync(join(ROOT, document), text);
}

test('there are guides', () => expect(GUIDES.length).toBeGreaterThan(3));

test.each(GUIDES)('%s', document => {
  const printed = follow(stepsOf(document));
  if (process.env.UPDATE_GOLDEN) update(document, printed);
  const wrong = printed.filter(one => !process.env.UPDATE_GOLDEN && !shows(one));
  expect(wrong.map(({ step, actual }) => [step.place, actual])).toEqual([]);
});

describe('a guide that is wrong', () => {
  const FLEET = '<!-- file: fleet.yaml -->\n```yaml\nclusters: [{name: a, platform: aws, openshift: "4.18"}]\n```\n';
  const stepsIn = (text: string) => stepsOf('here.md', text);
  const isFine = (text: string): boolean => follow(stepsIn(text)).every(shows);

  test.each<[string, string, boolean]>([
    ['a text that is printed', '<!-- run -->\n```sh\necho a\n```\n<!-- prints -->\n```text\na\n```\n', true],
    ['another text', '<!-- run -->\n```sh\necho a\n```\n<!-- prints -->\n```text\nb\n```\n', false],
    ['more than is shown', '<!-- run -->\n```sh\necho a; echo b\n```\n<!-- prints -->\n```text\na\n```\n', false],
    [
      'a part',
      '<!-- run -->\n```sh\necho a; echo b; echo c\n```\n<!-- prints in part -->\n```text\na\n…\nc\n```\n',
      true,
    ],
    [
      'a file of a fleet',
      `${FLEET}<!-- run -->\n\`\`\`sh\nnpx registry-gitops synth 2>/dev/null; ls dist\n\`\`\`\n<!-- prints -->\n\`\`\`text\nclusters\n\`\`\`\n`,
      true,
    ],
  ])('%s: %#', (_, text, fine) => expect(isFine(text)).toBe(fine));

  test('a command that fails ends it', () => {
    expect(() => follow(stepsIn('<!-- run -->\n```sh\nfalse\n```\n'))).toThrow('here.md:3 ended with 1');
    expect(follow(stepsIn('<!-- run: exit 1 -->\n```sh\nfalse\n```\n'))).toEqual([]);
  });
});
