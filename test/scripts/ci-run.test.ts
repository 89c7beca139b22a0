/** `.ci/run` itself, with stand-ins for the programs it starts: what it counts, and how it ends. */

import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../support/files';
import { type Ended, runProgram } from '../support/program';

const ROOT = join(__dirname, '..', '..');
const QUIET = '#!/bin/bash\nexit 0\n';
/** Every program of npm has two tests that pass, but `lint`, which has none. */
const NPM = `#!/bin/bash
case "$*" in
  *lint*) ;;
  *) echo 'Tests:       1 skipped, 2 passed, 3 total' ;;
esac
`;

/** Runs it in a folder with nothing but these stand-ins before all other programs. */
function ciRun(stubs: Readonly<Record<string, string>>, folders: readonly string[] = []): Ended {
  const programs = { npm: NPM, git: QUIET, shellcheck: QUIET, ...stubs };
  const script = runProgram(['cat', join(ROOT, '.ci', 'run')], '/').stdout;
  const files = Object.entries(programs).map(([name, text]) => [`bin/${name}`, text]);
  const folder = folderWith({ ...Object.fromEntries(files), 'repository/.ci/run': script });
  for (const name of Object.keys(programs)) chmodSync(join(folder, 'bin', name), 0o755);
  for (const name of folders) mkdirSync(join(folder, 'repository', name));
  return runProgram(['bash', '.ci/run'], join(folder, 'repository'), {
    PATH: `${join(folder, 'bin')}:${process.env.PATH}`,
  });
}

const lastLines = ({ stdout }: Ended, count: number): readonly string[] => stdout.trimEnd().split('\n').slice(-count);

test('without the real CRDs it passes, and says so directly above its last line', () => {
  const ended = ciRun({});
  expect(ended.status).toBe(0);
  expect(lastLines(ended, 2)).toEqual([
    'skipped: conformance, for neither ../shared/crds nor .reference-crds exists: npm run crds:fetch',
    expect.stringMatching(/^\d+ passed, 0 failed$/),
  ]);
});

test('with them it counts their tests too, and skips nothing', () => {
  const countOf = (ended: Ended): number => Number(lastLines(ended, 1)[0]?.split(' ')[0]);
  const ended = ciRun({}, ['.reference-crds']);
  expect(ended.stdout).not.toContain('skipped:');
  expect(countOf(ended)).toBe(countOf(ciRun({})) + 2);
});

test('what a test says it skips is said again at the end, once', () => {
  const said = 'skipped: the report: no Chromium';
  const ended = ciRun({ npm: `${NPM}echo '${said}'\n` }, ['.reference-crds']);
  expect(lastLines(ended, 2)[0]).toBe(said);
  expect(lastLines(ended, 3)[0]).toBe('');
});

test.each([
  ['a step without tests', { shellcheck: '#!/bin/bash\nexit 1\n' }, 1],
  ['tests', { npm: "#!/bin/bash\n[[ $* != *slow* ]] || { echo 'Tests:  3 failed, 4 passed, 7 total'; exit 1; }\n" }, 3],
  ['types', { npm: '#!/bin/bash\n[[ $* != *typecheck* ]]\n' }, 1],
])('%s that fails: exit status 1, and the count', (_, stubs, failed) => {
  const ended = ciRun({ ...stubs, git: '#!/bin/bash\n[ "$1" != ls-files ] || printf "x.sh\\0"\n' }, [
    '.reference-crds',
  ]);
  expect(ended.status).toBe(1);
  expect(lastLines(ended, 1)[0]).toMatch(new RegExp(`^\\d+ passed, ${failed} failed$`));
});

test('conformance without the real CRDs is an error that names the command', () => {
  const jest = join(ROOT, 'node_modules', '.bin', 'jest');
  const { status, stdout, stderr } = runProgram([jest, '--config', 'jest.conformance.config.js'], ROOT, {
    REFERENCE_CRDS: join(ROOT, 'no-such-folder'),
  });
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('npm run crds:fetch');
});
