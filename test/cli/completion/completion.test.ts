import { spawnSync } from 'node:child_process';
import { COMMANDS } from '../../../src/cli/commands';
import { folderWith } from '../../support/files';
import { runCli } from '../../support/run-cli';

const scriptFor = async (shell: string): Promise<string> => (await runCli(folderWith(), ['completion', shell])).stdout;

/** What bash offers after these words; `registry-gitops` itself is a function that knows two clusters. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const names = '[\\n  {\\n    "name": "plant-7",\\n  },\\n  {\\n    "name": "plant-8",\\n  }\\n]\\n';
  const { stdout, stderr } = spawnSync(
    'bash',
    [
      '-c',
      `registry-gitops() { printf '${names}'; }
${await scriptFor('bash')}
COMP_WORDS=(registry-gitops "$@"); COMP_CWORD=$#; _registry_gitops; printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      ...words,
    ],
    { encoding: 'utf8', cwd: folderWith({ 'fleet.yaml': '' }) },
  );
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

test.each([
  [['sy'], ['synth']],
  [['help', 've'], ['verify']],
  [['synth', '--st'], ['--stdout']],
  [['check', '--format', 's'], ['sarif']],
  [
    ['verify', ''],
    ['plant-7', 'plant-8'],
  ],
  [['verify', 'plant-7', '--task', 'gr'], ['grow']],
  [['explain', 'PVC_RWO_R'], ['PVC_RWO_REPLICAS']],
  [['check', '-f', ''], ['fleet.yaml']],
  [['adopt', '--name', ''], []],
])('bash after %j offers %j', async (words, expected) => {
  expect(await offered(...words)).toEqual(expected);
});

test('bash offers every command', async () => {
  expect(await offered('')).toEqual(expect.arrayContaining(COMMANDS.map(({ name }) => name)));
});

test('zsh reads the script of bash', async () => {
  expect(await scriptFor('zsh')).toBe(`autoload -Uz bashcompinit && bashcompinit\n${await scriptFor('bash')}`);
});

test('fish has a line for every command, and for every option within its command', async () => {
  const lines = (await scriptFor('fish')).split('\n');
  for (const { name, options } of COMMANDS) {
    expect(lines.some(line => line.includes(`-n __fish_use_subcommand -a ${name} -d '`))).toBe(true);
    for (const option of options) {
      const start = `-n '__fish_seen_subcommand_from ${name}'`;
      expect(lines.some(line => line.includes(start) && line.includes(` -l ${option.name} `))).toBe(true);
    }
  }
});
