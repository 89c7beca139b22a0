// Makes the output of the repositories in examples/, from what "npm run build" compiled.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const examples = join(root, 'examples');

for (const name of readdirSync(examples).filter(entry => existsSync(join(examples, entry, 'fleet.yaml')))) {
  const bin = join(root, 'lib', 'src', 'cli', 'bin.js');
  const { status } = spawnSync(process.execPath, [bin, 'synth'], { cwd: join(examples, name), stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

// The program is compiled and run here, where the package it imports is this one.
const main = join(examples, 'own-app', 'main.ts');
const { code } = require('@swc/core').transformSync(readFileSync(main, 'utf8'), {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
});
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  resolve(request === 'cdk8s-openshift-registry' ? join(root, 'lib', 'src', 'index.js') : request, ...rest);
const program = new Module(main);
program.paths = Module._nodeModulePaths(dirname(main));
process.env.CDK8S_OUTDIR = join(dirname(main), 'dist');
rmSync(process.env.CDK8S_OUTDIR, { recursive: true, force: true });
program._compile(code, main);
