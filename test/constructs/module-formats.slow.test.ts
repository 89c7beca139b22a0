/** The package as programs get it: CommonJS, ES modules and strict TypeScript that checks our declarations too. */

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUILT } from '../support/build';

const ROOT = join(__dirname, '..', '..');
const HOME = join(ROOT, 'node_modules', '.cache', 'registry-gitops', `formats-${process.pid}`);

const NAMES = 'BareMetalImageRegistry, RosaImageRegistry';
const BODY = `
const app = new App();
const registry = new BareMetalImageRegistry(new Chart(app, 'plant-7'), 'registry', {
  openshift: '4.14',
  storage: { pvc: { accessModes: ['ReadWriteOnce'], storageClassName: 'lvms-vg1' } },
});
registry.config.addJsonPatch(JsonPatch.add('/spec/logLevel', 'Debug'));
registry.claim?.metadata.addLabel('claim', registry.claimName ?? '');
registry.grantPull('shop', { group: 'developers' });
new RosaImageRegistry(new Chart(app, 'rosa'), 'registry', { openshift: '4.14' }).config?.addJsonPatch();
console.log(app.synthYaml());
`;
const IMPORTS = `import { App, Chart, JsonPatch } from 'cdk8s';\nimport { ${NAMES} } from 'cdk8s-openshift-registry';\n`;
const REQUIRES = `const { App, Chart, JsonPatch } = require('cdk8s');\nconst { ${NAMES} } = require('cdk8s-openshift-registry');\n`;

beforeAll(() => {
  const installed = join(HOME, 'node_modules', 'cdk8s-openshift-registry');
  mkdirSync(installed, { recursive: true });
  copyFileSync(join(ROOT, 'package.json'), join(installed, 'package.json'));
  symlinkSync(BUILT, join(installed, 'lib'));
});
afterAll(() => rmSync(HOME, { recursive: true }));

/** Runs a program in the scratch project. */
function run(command: string, ...args: readonly string[]): { readonly stdout: string; readonly stderr: string } {
  const env = { ...process.env, REGISTRY_SEVERITY: 'warning' };
  return spawnSync(command, args, { cwd: HOME, encoding: 'utf8', env });
}

test.each([
  ['CommonJS', 'program.cjs', REQUIRES],
  ['ES modules', 'program.mjs', IMPORTS],
])('%s: the patch, the name, the right and one warning', (_, file, head) => {
  writeFileSync(join(HOME, file), head + BODY);
  const { stdout, stderr } = run(process.execPath, file);
  for (const text of ['logLevel: Debug', 'claim: image-registry-storage', 'name: developers']) {
    expect(stdout).toContain(text);
  }
  expect(stderr).toMatch(/^warning\[BLOCK_NOT_HA\][\s\S]*plant-7\/registry \(storage\.pvc\)[\s\S]*\n$/);
});

test.each([
  ['node16', {}],
  ['esnext', { moduleResolution: 'bundler' }],
])('strict TypeScript, module %s, without skipLibCheck', (module, more) => {
  writeFileSync(join(HOME, 'program.ts'), `${IMPORTS}declare const console: { log(text: string): void };${BODY}`);
  const options = {
    target: 'ES2022',
    module,
    ...more,
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  };
  const settings = { compilerOptions: options, files: ['program.ts'] };
  writeFileSync(join(HOME, 'tsconfig.json'), JSON.stringify(settings));
  expect(run(join(ROOT, 'node_modules', '.bin', 'tsc'), '-p', '.').stdout).toBe('');
});

test('a backend of another platform does not compile', () => {
  const wrong = `new BareMetalImageRegistry(app, 'b', { openshift: '4.14', storage: { gcs: {} } });`;
  writeFileSync(join(HOME, 'wrong.ts'), `${IMPORTS}declare const app: App;${wrong}`);
  const options = { module: 'node16', strict: true, noEmit: true, types: [] };
  writeFileSync(join(HOME, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['wrong.ts'] }));
  const { stdout } = run(join(ROOT, 'node_modules', '.bin', 'tsc'), '-p', '.');
  expect(stdout).toContain("'gcs' does not exist in type 'StorageOf<PortableBackend>'");
});
