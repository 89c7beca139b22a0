/** The diagrams of the documents: Mermaid reads every one, and a browser draws it. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithChromium, HEADLESS } from '../support/chromium';
import { blocksOf, DOCUMENTS } from '../support/fenced-blocks';
import { folderWith } from '../support/files';
import { runProgram } from '../support/program';

const ROOT = join(__dirname, '..', '..');
const DIAGRAMS = [...DOCUMENTS, 'ARCHITECTURE.md'].flatMap(document => blocksOf(document, 'mermaid'));

/** What Mermaid's parser says of each, null where it is fine. */
function problemsOf(diagrams: readonly string[]): readonly (string | null)[] {
  const input = JSON.stringify(diagrams);
  const { stdout, stderr } = spawnSync(process.execPath, [join(__dirname, '..', 'support', 'mermaid.mjs')], {
    input,
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly (string | null)[];
}

test('there are diagrams', () => expect(DIAGRAMS.length).toBeGreaterThan(5));

test('Mermaid reads every one', () => {
  const problems = problemsOf(DIAGRAMS.map(({ text }) => text));
  expect(DIAGRAMS.map(({ place }, index) => [place, problems[index]])).toEqual(
    DIAGRAMS.map(({ place }) => [place, null]),
  );
});

test('one with a mistake is noticed', () => {
  expect(problemsOf(['flowchart LR\n  a --> --> b', 'flowchart LR\n  a --> b'])).toEqual([
    expect.stringContaining('Parse error'),
    null,
  ]);
});

describeWithChromium('the diagrams in a browser', chromium => {
  test('each is drawn, without an error', () => {
    const library = readFileSync(join(ROOT, 'node_modules', 'mermaid', 'dist', 'mermaid.min.js'), 'utf8');
    const page = `<!doctype html><meta charset="utf-8"><body><script>${library.replaceAll('</script', '<\\/script')}</script><script>
      const diagrams = ${JSON.stringify(DIAGRAMS.map(({ text }) => text)).replaceAll('<', '\\u003c')};
      (async () => {
        mermaid.initialize({ startOnLoad: false });
        const drawn = [];
        for (const [index, text] of diagrams.entries()) {
          const result = await mermaid.render('d' + index, text).then(({ svg }) => svg.length > 500, error => String(error));
          drawn.push(result);
        }
        document.body.textContent = 'drawn: ' + JSON.stringify(drawn);
      })();
    </script></body>`;
    const folder = folderWith({ 'page.html': page });
    const { stdout } = runProgram(
      [chromium, ...HEADLESS, '--virtual-time-budget=60000', '--dump-dom', `file://${join(folder, 'page.html')}`],
      folder,
    );
    expect(/drawn: (\[[^\]]*\])/.exec(stdout)?.[1]).toBe(JSON.stringify(DIAGRAMS.map(() => true)));
  });
});
