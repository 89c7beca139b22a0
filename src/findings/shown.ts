/** A finding as it may be shown: logs and pull requests are read by more people than the configuration. */

import { onceFor } from '../values/once-for';
import { remembered } from '../values/remembered';
import { hideCredentials } from './credential-text';
import { type ConfigPath, type Finding, formatPath } from './finding';
import { visible } from './visible';

/** The words of a finding and its path as text: no credential in them, and nothing that a terminal or a log would obey. */
export type ShownFinding = Omit<Finding, 'path'> & { readonly path: string };

/** Longest text that is shown; a value of a megabyte helps nobody. */
const LONGEST = 4000;
/** What is read beyond that: a credential at the end must be seen whole to be known. */
const LOOKAHEAD = 500;

/** Text of others as it may be shown, wherever it is: no credential, one line, every character visible. */
export function shownText(text: string): string {
  const cut = text.length > LONGEST + LOOKAHEAD ? text.slice(0, LONGEST + LOOKAHEAD) : text;
  const safe = visible(hideCredentials(cut));
  return safe.length > LONGEST ? `${safe.slice(0, LONGEST)}…` : safe;
}

/** The same for texts that many findings have: to look for credentials takes longer than all else. */
const shownOften = remembered(shownText);

const shownPath = onceFor((path: ConfigPath) =>
  shownText(formatPath(path.map(key => (typeof key === 'string' ? hideCredentials(key) : key)))),
);

/** Every printer goes through here. */
export const shown = ({ construct, place, ...finding }: Finding): ShownFinding => ({
  construct: construct === undefined ? undefined : shownText(construct),
  place: place && { ...place, file: shownOften(place.file) },
  ...finding,
  path: shownPath(finding.path),
  what: shownOften(finding.what),
  why: shownOften(finding.why),
  fix: shownOften(finding.fix),
  clusters: finding.clusters?.map(shownText),
});
