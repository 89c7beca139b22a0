import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from '../support/files';

const ROOT = join(__dirname, '..', '..');
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Runs the script in a folder that has one generated module, and Kubernetes. */
function run(module: string) {
  const folder = folderWith({ 'imports/a.io.ts': module, 'src/manifests/a.ts': 'define(SealedSecret' });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return spawnSync(process.execPath, [join(ROOT, 'scripts/fields.mjs')], { cwd: folder, encoding: 'utf8' });
}

test('imports/fields.json is what the generated classes are', () => {
  const file = join(folderWith({}), 'fields.json');
  spawnSync(process.execPath, ['scripts/fields.mjs', file], { cwd: ROOT });
  expect(readFileSync(file, 'utf8')).toBe(textOf('imports/fields.json'));
});

const MODULE = textOf('imports/bitnami.com.ts');

test('a generated module is read', () => {
  expect(run(MODULE)).toMatchObject({ status: 0, stderr: '' });
});

test.each<[why: string, from: string, to: string, message: string]>([
  ['a function that does more', '  // filter', '  console.log(obj);\n  // filter', 'is more than a list of fields'],
  [
    'a form that is not known',
    ': obj.immutable',
    ': obj.immutable.trim()',
    'writes immutable in a form that is not known',
  ],
  [
    'a class that writes more',
    '...SealedSecret.GVK,',
    "...SealedSecret.GVK, more: 'x',",
    'writes more than its properties',
  ],
])('%s is an error', (_, from, to, message) => {
  expect(MODULE).toContain(from);
  const { status, stderr } = run(MODULE.replaceAll(from, to));
  expect(status).toBe(1);
  expect(stderr).toContain(message);
});
