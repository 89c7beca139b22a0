/** One manual check before or after a sync: commands, and what they should show. */

import { shownText } from '../../findings/shown';

/** Where a command runs, and what is needed there; in order. */
export const PLACES = {
  before: 'Before the first sync: on a workstation with oc, logged in to the cluster',
  takeover: 'Takeover by hand, once, before Argo CD syncs: on a workstation with bash and oc, as an administrator',
  workstation: 'After the sync: on a workstation with oc, logged in to the cluster',
  cloud: "After the sync: on a workstation with the cloud's own command line",
  client: 'After the sync: on a workstation with oc and podman, outside the cluster',
  node: 'After the sync: on a node',
} as const;

/** Where a command runs. */
export type Where = keyof typeof PLACES;

/** One check. */
export interface Check {
  readonly where: Where;
  /** What the commands should show. */
  readonly good: string;
  readonly commands: readonly string[];
}

/** What the command prints. */
export interface Printed {
  /** To paste from: everything but commands is a comment. */
  readonly text: string;
  /** What the text has, in a few words. */
  readonly outcome: string;
}

/** A list of checks, some of which may not apply. */
export const present = (...checks: readonly (Check | false | undefined)[]): readonly Check[] =>
  checks.filter((check): check is Check => typeof check === 'object');

/** Text as comments of a shell: no value of the configuration can end one, and none is shown that looks like a credential. */
export const comment = (text: string): string =>
  text
    .split('\n')
    .map(line => `# ${shownText(line)}`.trimEnd())
    .join('\n');
