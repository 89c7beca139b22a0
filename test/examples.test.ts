/**
 * Whole clusters, configuration in and manifests out, as a reviewer reads them.
 * UPDATE_GOLDEN=1 rewrites the expected files; the change is then in the diff.
 */

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exitStatus } from '../src/findings/exit-status';
import { prepare } from '../src/main';
import { buildFiles } from '../src/main/build';
import { pathsBelow } from '../src/output/output-folder';

const ROOT = join(__dirname, 'examples');

test.each(readdirSync(ROOT))('%s', name => {
  const fleet = prepare(join(ROOT, name, 'fleet.yaml'));
  expect(fleet.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(exitStatus(fleet.findings)).toBe(0);
  const folder = join(ROOT, name, 'expected');
  const made = new Map([...buildFiles(fleet)].map(({ path, text }) => [path, text]));
  if (process.env.UPDATE_GOLDEN === '1') {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, text] of made) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
  expect(pathsBelow(folder)).toEqual([...made.keys()].sort());
  for (const [path, text] of made) expect([path, readFileSync(join(folder, path), 'utf8')]).toEqual([path, text]);
});
