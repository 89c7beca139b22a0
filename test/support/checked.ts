/** Checks a fleet given as files, byte by byte as they are written in the test. */

import { join, relative } from 'node:path';
import { NO_INPUTS } from '../../src/config/inputs';
import type { Finding } from '../../src/findings/finding';
import { type CheckedFleet, checkFleet } from '../../src/fleet/check-fleet';
import { loadFleet } from '../../src/load/load-fleet';
import { folderWith } from './files';

/** The fleet after its check; its folder is removed after the tests. */
export function checkFiles(files: Readonly<Record<string, string | Uint8Array>>, name = 'fleet.yaml'): CheckedFleet {
  const folder = folderWith(files);
  const checked = checkFleet(loadFleet(join(folder, name)), NO_INPUTS);
  return { ...checked, findings: checked.findings.map(finding => nearby(finding, folder)) };
}

/** `CODE file:line:column` of each finding, warnings and infos left out. */
export const errorsOf = ({ findings }: Pick<CheckedFleet, 'findings'>): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(spotOf);

/** `CODE file:line:column`. */
export const spotOf = ({ code, place }: Finding): string => `${code} ${place?.file}:${place?.line}:${place?.column}`;

function nearby(finding: Finding, folder: string): Finding {
  const { place } = finding;
  return place ? { ...finding, place: { ...place, file: relative(folder, place.file) } } : finding;
}
