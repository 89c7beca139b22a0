/** A fleet from run to run, with its lock, in a folder of its own; the output itself is left out. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../../src/findings/finding';
import { LOCK_CODES } from '../../../src/findings/lock-codes';
import { type CheckedWithLock, checkWithLock, isSettled } from '../../../src/fleet/lock/check-lock';
import { writeLock } from '../../../src/fleet/lock/lock-file';
import { lockText } from '../../../src/fleet/lock/lock-text';
import { loadFleet } from '../../../src/load/load-fleet';
import { testInputs } from '../../support/fleet';
import { expectHeadlines } from '../../support/headline';

/** It names two places where images can live, of which some need many words. */
const LONGEST = 1000;

/** What one run says of the lock. */
export interface Step {
  /** `CODE severity` of what the lock finds. */
  readonly said: readonly string[];
  readonly findings: readonly Finding[];
  /** Codes of errors, of the lock or not; without any the lock was written. */
  readonly errors: readonly string[];
  /** The sentences that the fixes ask for. */
  readonly asked: readonly string[];
}

/** A fleet file and its lock. */
export class Repository {
  public readonly folder = mkdtempSync(join(tmpdir(), 'lock-'));
  private readonly file = join(this.folder, 'fleet.yaml');

  public constructor() {
    made.push(this.folder);
  }

  /** Runs a fleet of these clusters, each with its name. */
  public run(clusters: Readonly<Record<string, object>>, acknowledge: readonly string[] = []): Step {
    const entries = Object.entries(clusters).map(([name, settings]) => ({ name, openshift: '4.14', ...settings }));
    const meant = acknowledge.map(change => ({ change, reason: 'the images were copied on Monday' }));
    writeFileSync(
      this.file,
      JSON.stringify({ clusters: entries, ...(meant.length > 0 ? { acknowledge: meant } : {}) }),
    );
    const { checked, lock } = checkWithLock(loadFleet(this.file), testInputs());
    const errors = lock.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    if (errors.length === 0) writeLock(lock.file, lock.lock);
    if (errors.length === 0) expectStable({ checked, lock });
    const found = lock.findings.filter(({ code }) => Object.hasOwn(LOCK_CODES, code));
    expectHeadlines(
      found.map(({ what }) => what),
      LONGEST,
    );
    return {
      said: found.map(({ code, severity }) => `${code} ${severity}`),
      findings: lock.findings,
      errors,
      asked: found.flatMap(({ fix }) =>
        [...fix.matchAll(/\{change: ("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) => JSON.parse(text)),
      ),
    };
  }

  public get lock(): string {
    return readFileSync(join(this.folder, 'fleet.lock.yaml'), 'utf8');
  }

  public set lock(text: string) {
    writeFileSync(join(this.folder, 'fleet.lock.yaml'), text);
  }
}

/** What is known of the next comparison, without it, is what it gives. */
function expectStable(run: CheckedWithLock): void {
  const compared = { ...run, lock: { ...run.lock, isSame: false, isStable: false } };
  expect(isSettled(run)).toBe(isSettled(compared));
  if (run.lock.isStable !== true) return;
  const { lock } = checkWithLock(run.checked.loaded, run.checked.inputs);
  expect(lockText(lock.lock)).toBe(lockText(run.lock.lock));
  expect(lock.findings.filter(({ code }) => Object.hasOwn(LOCK_CODES, code))).toEqual([]);
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const KEYS = { credentials: { existingSecret: {} } };

export const s3 = (more: object = {}): object => ({
  platform: 'aws',
  storage: { s3: { bucket: 'acme', region: 'eu-west-1', ...more } },
  ...KEYS,
});
export const store = (regionEndpoint: string, more: object = {}): object => ({
  ...s3({ regionEndpoint, encrypt: true, ...more }),
  platform: 'baremetal',
});
export const gcs = (more: object = {}): object => ({
  platform: 'gcp',
  storage: { gcs: { bucket: 'acme', region: 'europe-west1', projectID: 'acme', ...more } },
});
export const azure = (more: object = {}): object => ({
  platform: 'azure',
  storage: { azure: { accountName: 'acme', container: 'images', ...more } },
  ...KEYS,
});
export const swift = (more: object = {}): object => ({
  platform: 'openstack',
  storage: {
    swift: {
      ...{ container: 'images', authURL: 'https://keystone.example.com:5000/v3', authVersion: '3' },
      ...{ domain: 'd1', tenant: 't1', ...more },
    },
  },
  ...KEYS,
});
export const pvc = (more: object = {}): object => ({
  platform: 'baremetal',
  storage: { pvc: { accessModes: ['ReadWriteMany'], storageClassName: 'files', size: '500Gi', ...more } },
});
/** A claim without what `pvc` says of its class. */
export const bare = (more: object = {}): object => ({
  platform: 'baremetal',
  storage: { pvc: { accessModes: ['ReadWriteMany'], size: '500Gi', ...more } },
});
export const nfs = (more: object = {}, claim: object = {}): object =>
  bare({ volume: { nfs: { server: 'files.example.com', path: '/registry' }, ...more }, ...claim });
export const ownClass = (more: object = {}, claim: object = {}): object =>
  bare({
    storageClass: { name: 'images', provisioner: 'files.example.com', parameters: { zone: 'az1' }, ...more },
    ...claim,
  });
export const odf = (store: 'rgw' | 'noobaa', more: object = {}): object => ({
  ...{ platform: 'baremetal', baseDomain: 'plant.example.com' },
  storage: { odf: { [store]: { bucketName: 'registry', ...more } } },
  credentials: { bucketClaim: { externalSecret: {} } },
});
export const cephfs = (more: object = {}): object => ({
  platform: 'baremetal',
  storage: { odf: { cephfs: { size: '500Gi', ...more } } },
});
