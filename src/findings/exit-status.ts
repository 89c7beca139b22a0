/** How a process ends: 0 fine, 1 findings of severity error, 2 files that cannot be read. */

import type { Finding } from './finding';

/** A file that cannot be read. */
const UNREADABLE: readonly string[] = [
  'FILE_UNREADABLE',
  'PEM_UNREADABLE',
  'TRUSTED_CA_UNREADABLE',
  'SECRET_FILE_UNREADABLE',
];

/** The exit status of a run with these findings. */
export function exitStatus(findings: readonly Finding[]): 0 | 1 | 2 {
  if (findings.some(({ code }) => UNREADABLE.includes(code))) return 2;
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
