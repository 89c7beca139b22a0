/** The image that holds `oc`, by OpenShift version. */

import { atLeast } from './versions';

/**
 * Repository of the image, the newest first: it moved to RHEL 9 with 4.16, and has a namespace for each major version.
 *
 * @see https://catalog.redhat.com/software/containers/openshift4/ose-cli-rhel9
 */
const REPOSITORIES = [
  { since: '5.0', name: 'openshift5/ose-cli-rhel9' },
  { since: '4.16', name: 'openshift4/ose-cli-rhel9' },
  { since: '4.3', name: 'openshift4/ose-cli' },
] as const;

/** First version whose `oc` can apply on the server's side under a manager's name, and patch under one. */
const OLDEST_CLI = '4.6';

/** The image by tag. A cluster older than its first usable `oc` gets a newer one, which serves it as well. */
export function cliImage(openshift: string): string {
  const version = atLeast(openshift, OLDEST_CLI) ? openshift : OLDEST_CLI;
  const repository = REPOSITORIES.find(({ since }) => atLeast(version, since)) ?? REPOSITORIES[1];
  return `registry.redhat.io/${repository.name}:v${version}`;
}

/** First version whose repository nobody has seen yet; its name follows that of the versions before. */
const GUESSED_SINCE = '5.0';

/** Whether the image of the version is a guess. */
export const isGuessed = (openshift: string): boolean => atLeast(openshift, GUESSED_SINCE);

/** Whether the image is named by what is in it, so that nobody can change it. */
export const isPinned = (image: string): boolean => /@sha256:[0-9a-f]{64}$/.test(image);
