import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import { ImageRegistry } from '../../src';
import { writeLock } from '../../src/fleet/lock/lock-file';
import { modelsOf } from '../../src/fleet/models';
import { prepare } from '../../src/main';
import { buildManifests } from '../../src/manifests/build-manifests';
import { dedent } from '../support/fleet';

// Warnings have a test of their own.
process.env.REGISTRY_SEVERITY = 'error';

const folder = mkdtempSync(join(tmpdir(), 'fleet-source-'));
const file = join(folder, 'fleet.yaml');
afterEach(() => rmSync(join(folder, 'fleet.lock.yaml'), { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

const FLEET = `
  defaults: {openshift: "4.14", metadata: {labels: {team: platform}}}
  profiles:
    quiet: {registry: {logLevel: Normal}}
  clusterFiles: [more.yaml]
  clusters:
    - name: prod-aws-eu
      platform: aws
      profiles: [quiet]
      storage: {s3: {bucket: acme-prod, region: eu-west-1}}
      access: {viewers: [{project: team-a, users: [ann]}]}
`;
const MORE = `
  name: plant-7
  platform: baremetal
  storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: shared}}
`;

function write(fleet: string = FLEET, more: string = MORE): void {
  writeFileSync(file, dedent(fleet));
  writeFileSync(join(folder, 'more.yaml'), dedent(more));
}

const load = (app: App, cluster: string): ImageRegistry =>
  ImageRegistry.fromFleetFile(new Chart(app, `chart-of-${cluster}`), 'registry', { file, cluster });

/** The text of the validation errors. */
function errorsOf(app: App): string {
  try {
    app.synthYaml();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test('the same objects as the fleet makes, defaults, profiles and cluster files included', () => {
  write();
  const { checked } = prepare(file);
  for (const model of modelsOf(checked, [])) {
    const registry = load(new App(), model.name);
    expect(registry.clusterName).toBe(model.name);
    expect(registry.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(Chart.of(registry).toJson()).toEqual(buildManifests(model));
  }
});

test('a program adds to it', () => {
  write();
  const app = new App();
  const registry = load(app, 'prod-aws-eu');
  registry.grantPull('team-a', { group: 'devs' });
  expect(app.synthYaml()).toMatch(/kind: User\n +name: ann\n +- apiGroup: [\w.]+\n +kind: Group\n +name: devs/);
  registry.grantPull('Team_A', { group: 'devs' });
  expect(errorsOf(app)).toMatch(
    /ACCESS_PROJECT\][\s\S]*at: {2}chart-of-prod-aws-eu\/registry \(grantPull\[1\]\.project\)/,
  );
});

test('errors have file, line and column; those of other clusters do not concern it', () => {
  write(FLEET, MORE.replace('ReadWriteMany', 'ReadWriteOnce').concat('  registry: {replicas: 2}\n'));
  const app = new App();
  load(app, 'plant-7');
  expect(errorsOf(app)).toMatch(/error\[PVC_RWO_REPLICAS\][\s\S]*at: {2}\S*more\.yaml:4:12 \(registry\.replicas\)/);
  const other = new App();
  load(other, 'prod-aws-eu');
  expect(errorsOf(other)).toBe('');
});

test('an unknown name is refused with the nearest one', () => {
  write();
  const app = new App();
  const registry = load(app, 'prod-aws-ue');
  registry.grantPull('team-a', { user: 'ann' });
  expect(errorsOf(app)).toMatch(/error\[UNKNOWN_CLUSTER\].*no cluster "prod-aws-ue"; did you mean "prod-aws-eu"\?/);
  expect(errorsOf(app)).toMatch(/at: {2}\S*fleet\.yaml:5:1/);
});

test.each([
  ['a file that is not YAML', 'clusters: [', 'YAML_SYNTAX'],
  ['an unknown key of the fleet', `${FLEET}  profile: {}\n`, 'UNKNOWN_KEY'],
])('%s is told once, however many clusters are asked for', (_, fleet, code) => {
  write(fleet);
  const app = new App();
  load(app, 'prod-aws-eu');
  load(app, 'plant-7');
  expect(errorsOf(app).split(`error[${code}]`)).toHaveLength(2);
  expect(errorsOf(app)).not.toContain('UNKNOWN_CLUSTER');
});

test('a file that does not exist is a validation error', () => {
  const app = new App();
  ImageRegistry.fromFleetFile(new Chart(app, 'a'), 'registry', { file: join(folder, 'none.yaml'), cluster: 'a' });
  expect(errorsOf(app)).toContain('error[FILE_UNREADABLE]');
});

test('two clusters with one bucket, and storage that moved since the lock, are refused here too', () => {
  write(FLEET, MORE.replace(/storage:.*/, 'storage: {s3: {bucket: acme-prod, region: eu-west-1}}'));
  const app = new App();
  load(app, 'plant-7');
  expect(errorsOf(app)).toContain('error[STORAGE_SHARED]');
  write();
  const { lock } = prepare(file);
  writeLock(lock.file, lock.lock, []);
  write(FLEET.replace('acme-prod', 'acme-moved'));
  const moved = new App();
  load(moved, 'prod-aws-eu');
  expect(errorsOf(moved)).toContain('error[STORAGE_MOVED]');
});
