/** Dumps of clusters that a real operator ran, where somebody has them; this repository does not carry them. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adopt } from '../../src/adopt/adopt';
import { DISK } from '../../src/load/files';

const FOLDER = process.env.REFERENCE_DUMPS ?? join(__dirname, '..', '..', '..', 'shared', 'dumps');
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER)
      .filter(name => name.endsWith('.yaml'))
      .sort()
  : [];

/** Those that cannot be adopted as they are. */
const REFUSED: Readonly<Record<string, string>> = { '09-aws-two-backends.yaml': 'ADOPT_TWO_BACKENDS' };

/** What is wrong on a cluster that is adopted all the same. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  '04b-azure-operator.yaml': ['ADOPT_UNHEALTHY', 'ADOPT_UNHEALTHY'],
  '05c-vsphere-blank-claim-by-hand.yaml': ['ADOPT_ONE_POD'],
  '05d-baremetal-patches-lost.yaml': ['ADOPT_ONE_POD'],
  '07-none-emptydir-by-hand.yaml': ['ADOPT_EMPTY_DIR'],
};

if (files.length === 0) {
  test.skip('no dumps: put them into ../shared/dumps, or name their folder in REFERENCE_DUMPS', () => undefined);
} else {
  test.each(files)('%s gives an entry that changes nothing, or a reason', name => {
    const file = join(FOLDER, name);
    const { text, findings } = adopt([file], 'plant', DISK);
    const codes = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(codes).toEqual(name in REFUSED ? [REFUSED[name]] : []);
    expect(text === undefined).toBe(name in REFUSED);
    const secret = /httpSecret: ([0-9a-f]{32,})/.exec(readFileSync(file, 'utf8'))?.[1];
    expect(JSON.stringify([text, findings])).not.toContain(secret ?? 'httpSecret: ');
    const told = findings.map(({ code }) => code).filter(code => code.startsWith('ADOPT'));
    if (!(name in REFUSED) && !name.startsWith('10')) expect(told).toEqual(TOLD[name] ?? []);
  });
}
