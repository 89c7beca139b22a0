import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { keptLock, lockBefore } from '../../../src/cli/synth-cache/kept-lock';
import type { Lock } from '../../../src/fleet/lock/lock';
import { sameEntry } from '../../../src/fleet/lock/lock';
import { isTrouble, lockText, parseLock } from '../../../src/fleet/lock/lock-text';
import { prepare } from '../../../src/main';
import { folderWith } from '../../support/files';
import { fleetOf, tenLines } from '../../support/large-fleets';

const EXAMPLES = join(__dirname, '../../examples');
const examples = readdirSync(EXAMPLES).map(name => join(EXAMPLES, name, 'fleet.yaml'));

/** What a run of a fleet keeps, read again. */
function kept(file: string) {
  const fleet = prepare(file);
  const text = lockText(fleet.lock.lock);
  const lock = keptLock(fleet);
  return { text, lock, clusters: JSON.parse(JSON.stringify(fleet.checked.clusters)) as typeof fleet.checked.clusters };
}

test.each([...examples, 'ten clusters'])('a lock is the same as where its text is read: %s', name => {
  const { text, lock, clusters } = kept(
    name === 'ten clusters' ? join(folderWith({ 'fleet.yaml': fleetOf(10, tenLines) }), 'fleet.yaml') : name,
  );
  const found = lock && lockBefore(lock, text, [...clusters].reverse());
  const read = parseLock(text) as Lock;
  if (found === undefined || isTrouble(read)) throw new Error('not read');
  expect(Object.keys(found.clusters)).toEqual(Object.keys(read.clusters));
  expect(found.acknowledged).toEqual(read.acknowledged);
  for (const [cluster, entry] of Object.entries(read.clusters))
    expect(sameEntry(found.clusters[cluster] ?? entry, entry) && found.clusters[cluster] !== entry).toBe(true);
  expect(lockText(found)).toBe(text);
});

describe('a lock is read', () => {
  const { text, lock, clusters } = kept(examples[0] ?? '');
  if (lock === undefined) throw new Error('not kept');
  test('where its text is another one', () => expect(lockBefore(lock, `${text}# x\n`, clusters)).toBeUndefined());
  test('where a cluster is not known', () => expect(lockBefore(lock, text, clusters.slice(1))).toBeUndefined());
});

test('nothing is kept where the Config of a cluster belongs to someone else', () => {
  const others = 'clusters: [{name: a, platform: none, registry: {own: false}}]\n';
  expect(kept(join(folderWith({ 'fleet.yaml': others }), 'fleet.yaml')).lock).toBeUndefined();
});
