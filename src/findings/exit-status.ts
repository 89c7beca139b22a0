/** What a process says at its end: 0 fine, 1 findings of severity error, 2 files that cannot be read. */

import type { Finding } from './finding';

/** The exit status of a run with these findings. */
export function exitStatus(findings: readonly Finding[]): 0 | 1 | 2 {
  if (findings.some(({ code }) => code === 'FILE_UNREADABLE')) return 2;
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}
