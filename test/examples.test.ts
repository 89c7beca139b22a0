/**
 * Whole clusters, configuration in and manifests out, as a reviewer reads them.
 * UPDATE_GOLDEN=1 rewrites the expected files; the change is then in the diff.
 */

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { exitStatus } from '../src/findings/exit-status';
import { buildFiles, prepare } from '../src/main';
import { listFiles, replaceFolder } from '../src/output/output-folder';

const ROOT = join(__dirname, 'examples');

test.each(readdirSync(ROOT))('%s', name => {
  const fleet = prepare(join(ROOT, name, 'fleet.yaml'));
  expect(fleet.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(exitStatus(fleet.findings)).toBe(0);
  const folder = join(ROOT, name, 'expected');
  const made = new Map([...buildFiles(fleet)].map(({ path, text }) => [path, text]));
  if (process.env.UPDATE_GOLDEN === '1') {
    rmSync(folder, { recursive: true, force: true });
    replaceFolder(folder, buildFiles(fleet));
  }
  expect(listFiles(folder)).toEqual([...made.keys()].sort());
  for (const [path, text] of made) expect([path, readFileSync(join(folder, path), 'utf8')]).toEqual([path, text]);
});
