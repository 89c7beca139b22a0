/** A finding as it may be shown: logs and pull requests are read by more people than the configuration. */

import { hideCredentials } from './credential-text';
import { type Finding, formatPath } from './finding';

/** The words of a finding, its path as text, and nothing in them that looks like a credential. */
export type ShownFinding = Omit<Finding, 'path'> & { readonly path: string };

/** Every printer goes through here. */
export const shown = (finding: Finding): ShownFinding => ({
  ...finding,
  path: formatPath(finding.path.map(key => (typeof key === 'string' ? hideCredentials(key) : key))),
  what: hideCredentials(finding.what),
  why: hideCredentials(finding.why),
  fix: hideCredentials(finding.fix),
});
