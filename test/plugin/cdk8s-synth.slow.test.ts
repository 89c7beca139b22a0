/** The plugin under the real `cdk8s synth` of a small app that knows nothing of this package. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BUILT } from '../support/build';
import { HANGS_MS } from '../support/hangs';

const CDK8S = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
const NODE_MODULES = join(__dirname, '..', '..', 'node_modules');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'validation-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Synthesizes an app with one Config of so many replicas without storage. */
function synth(replicas: number, platform: string): { readonly status: number | null; readonly output: string } {
  symlinkSync(NODE_MODULES, join(folder, 'node_modules'));
  mkdirSync(join(folder, 'plugin'));
  writeFileSync(join(folder, 'plugin', 'package.json'), JSON.stringify({ main: join(BUILT, 'src', 'index.js') }));
  writeFileSync(join(folder, 'plugin', 'index.js'), `module.exports = require(${JSON.stringify(join(BUILT, 'src'))});`);
  writeFileSync(
    join(folder, 'main.js'),
    `const { ApiObject, App, Chart } = require('cdk8s');
     const app = new App();
     new ApiObject(new Chart(app, 'registry'), 'config', {
       apiVersion: 'imageregistry.operator.openshift.io/v1',
       kind: 'Config',
       metadata: { name: 'cluster' },
       spec: { managementState: 'Managed', replicas: ${replicas} },
     });
     app.synth();`,
  );
  const properties = { openshift: '4.14', platform };
  const entry = { package: './plugin', version: '1.0.0', class: 'ImageRegistryValidation', properties };
  const settings = { language: 'typescript', app: `"${process.execPath}" main.js`, validations: [entry] };
  writeFileSync(join(folder, 'cdk8s.yaml'), JSON.stringify(settings));
  const { status, stdout, stderr } = spawnSync(process.execPath, [CDK8S, 'synth', '--check-upgrade=false'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: HANGS_MS,
  });
  return { status, output: `${stdout}${stderr}` };
}

test('an error fails the synthesis, and says where; the manifests stay', () => {
  const { status, output } = synth(-1, 'aws');
  expect(output).toContain('REPLICAS_NEGATIVE (1 occurrences)');
  expect(output).toMatch(/Resource Name: cluster\n.*\n.*> Config spec\.replicas: /);
  expect(status).toBe(2);
  expect(existsSync(join(folder, 'dist', 'registry.k8s.yaml'))).toBe(true);
});

test('a warning is printed and does not fail', () => {
  const { status, output } = synth(2, 'aws');
  expect(output).toContain('OBJECT_UNPROTECTED');
  expect(output).toContain('(a warning: synthesis continues)');
  expect(status).toBe(0);
});
