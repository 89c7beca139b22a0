/** A change of backend from its acknowledgement to the day its entry leaves the configuration. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, writeOutput, writing } from '../../../src/main';

const CHANGE =
  'plant moves from pvc claim=image-registry-storage class=files to s3 bucket=registry endpoint=https://s3.example.com';
const PVC = 'storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files}}';
const S3 =
  'storage: {s3: {bucket: registry, region: eu-west-1, regionEndpoint: "https://s3.example.com"}}, credentials: {existingSecret: {}}';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'under-way-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a synth of one cluster with these settings and acknowledgements. */
function run(settings: string, acknowledge: readonly string[] = [], more = '') {
  const file = join(folder, 'fleet.yaml');
  const entries = acknowledge.map(change => `  - {change: "${change}", reason: copied}\n`).join('');
  const cluster = `clusters: [{name: plant, platform: baremetal, openshift: "4.14", ${settings}${more}}]\n`;
  writeFileSync(file, `${cluster}${entries === '' ? '' : `acknowledge:\n${entries}`}`);
  const fleet = prepare(file);
  const errors = fleet.findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) writing(file, join(folder, 'dist'), replace => writeOutput(fleet, replace));
  return {
    codes: fleet.findings.map(({ code }) => code).filter(code => /TAKEOVER|ACKNOWLEDGE|STORAGE_MOVED/.test(code)),
    job: existsSync(join(folder, 'dist/clusters/plant/Job_registry-bootstrap_registry-takeover.yaml')),
    lock: readFileSync(join(folder, 'fleet.lock.yaml'), 'utf8'),
    fix: fleet.findings.find(({ code }) => code === 'TAKEOVER_JOB')?.fix,
  };
}

test('the Job comes with the change, stays while the entry does, and goes with it', () => {
  expect(run(PVC)).toMatchObject({ codes: [], job: false });
  expect(run(S3)).toMatchObject({ codes: ['STORAGE_MOVED'], job: false });

  const moved = run(S3, [CHANGE]);
  expect(moved).toMatchObject({ codes: ['TAKEOVER_JOB'], job: true });
  expect(moved.fix).toBe('once the cluster is synced, remove the entry from acknowledge');
  expect(moved.lock).toContain(`acknowledged:\n  - ${CHANGE}\n`);

  expect(run(S3, [CHANGE])).toEqual(moved);

  const done = run(S3);
  expect(done).toMatchObject({ codes: [], job: false });
  expect(done.lock).not.toContain('acknowledged');
});

test('an entry for a change that never happened makes no Job', () => {
  expect(run(S3, [CHANGE])).toMatchObject({ codes: ['ACKNOWLEDGE_UNUSED'], job: false });
  expect(run(S3, [CHANGE]).lock).not.toContain('acknowledged');
});

test('takeOver: {by: none} beside it is pointed out', () => {
  run(PVC);
  const { codes, job } = run(S3, [CHANGE], ', takeOver: {by: none}');
  expect({ codes, job }).toEqual({ codes: ['TAKEOVER_SKIPPED'], job: false });
});

test('a move on, before the entry of the one before is taken out, has its own', () => {
  run(PVC);
  run(S3, [CHANGE]);
  const back =
    'plant moves from s3 bucket=registry endpoint=https://s3.example.com to pvc claim=image-registry-storage class=files';
  const { codes, job, lock } = run(PVC, [CHANGE, back]);
  expect({ codes, job }).toEqual({ codes: ['TAKEOVER_JOB', 'ACKNOWLEDGE_UNUSED'], job: true });
  expect(lock).toContain(back);
});
