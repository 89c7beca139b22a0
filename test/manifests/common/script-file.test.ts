import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { scriptFile } from '../../../src/manifests/common/script-file';
import { BUILT } from '../../support/build';
import { folderWith } from '../../support/files';
import { luaSyntaxError } from '../../support/lua';

const ROOT = join(__dirname, '..', '..', '..');
const NAME = 'cdk8s-openshift-registry';
const scripts = readdirSync(join(ROOT, 'src'), { recursive: true })
  .map(String)
  .filter(name => /\.(sh|lua)$/.test(name))
  .sort();
const textOf = (name: string): string => readFileSync(join(ROOT, 'src', name), 'utf8');
const ofKind = (ending: string): readonly string[] => scripts.filter(name => name.endsWith(ending));

const run = (program: string, args: readonly string[], cwd = ROOT) =>
  spawnSync(program, args, { cwd, encoding: 'utf8' });

test('both kinds are there', () => {
  expect(ofKind('.sh')).not.toEqual([]);
  expect(ofKind('.lua')).not.toEqual([]);
});

test.each(ofKind('.lua'))('%s is Lua', name => {
  expect(luaSyntaxError(textOf(name))).toBeUndefined();
});

test('what is not Lua is found', () => {
  expect(luaSyntaxError('return {')).toContain('near <eof>');
});

test.each(ofKind('.sh'))('%s is bash', name => {
  expect(textOf(name)).toMatch(/^#!\/bin\/bash\n/);
  expect(run('bash', ['-n', join('src', name)])).toMatchObject({ status: 0, stderr: '' });
});

describe('scriptFile', () => {
  test('reads when it is called, and once', () => {
    const folder = folderWith();
    const text = scriptFile(folder, 'late.sh');
    expect(text).toThrow('late.sh');
    cpSync(join(ROOT, 'src', scripts[0] ?? ''), join(folder, 'late.sh'));
    expect(text()).toBe(textOf(scripts[0] ?? ''));
    cpSync(join(ROOT, 'src', scripts[1] ?? ''), join(folder, 'late.sh'));
    expect(text()).toBe(textOf(scripts[0] ?? ''));
  });

  test.each(scripts)('%s is in the build as it is', name => {
    expect(readFileSync(join(BUILT, 'src', name), 'utf8')).toBe(textOf(name));
  });
});

describe('the package, installed elsewhere', () => {
  const folder = join(folderWith(), 'project');
  const installed = join(folder, 'node_modules', NAME);

  beforeAll(() => {
    const source = join(folder, 'source');
    cpSync(`${BUILT}/`, join(source, 'lib'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(source, 'package.json'));
    const pack = run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], source);
    expect(pack.stderr).toBe('');
    mkdirSync(installed, { recursive: true });
    run('tar', ['-xzf', join(folder, pack.stdout.trim()), '--strip-components=1', '-C', installed]);
    for (const peer of ['cdk8s', 'cdk8s-plus-28', 'constructs', 'yaml'])
      symlinkSync(join(ROOT, 'node_modules', peer), join(folder, 'node_modules', peer));
  });

  test.each(scripts)('has %s', name => {
    expect(readFileSync(join(installed, 'lib', 'src', name), 'utf8')).toBe(textOf(name));
  });

  test('reads a script only when an object needs it', () => {
    const program = `
      const fs = require('node:fs');
      const read = fs.readFileSync;
      const seen = [];
      fs.readFileSync = (file, ...rest) => {
        if (/\\.(sh|lua)$/.test(String(file))) seen.push(require('node:path').basename(file));
        return read(file, ...rest);
      };
      require('${NAME}');
      const health = require('./node_modules/${NAME}/lib/src/argocd/health/fragments.js');
      const before = [...seen];
      const text = JSON.stringify(health.openshiftGitOpsPatch());
      console.log(JSON.stringify({ before, after: seen.sort(), long: text.length > 3000 }));`;
    const { stdout, stderr } = run(process.execPath, ['-e', program], folder);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      before: [],
      after: ['ack-bucket.lua', 'azure-storage.lua', 'config.lua', 'image-pruner.lua', 'object-bucket-claim.lua'],
      long: true,
    });
  });
});
