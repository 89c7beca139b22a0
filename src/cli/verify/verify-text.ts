/** The checks that OpenShift's documentation gives, as commands with this cluster's names filled in. */

import { PLATFORMS } from '../../facts/platforms';
import type { RegistryModel } from '../../model/model';
import { accessChecks, routeChecks } from './access-checks';
import { type Check, comment, PLACES, type Where } from './check';
import { imageChecks, thirdPartyChecks } from './image-checks';
import { checksBefore, prunerChecks, registryChecks } from './registry-checks';
import { storageChecks } from './storage-checks';
import { takeoverChecks } from './takeover-checks';

/** Every check of the cluster. */
export const checksOf = (model: RegistryModel): readonly Check[] =>
  [
    checksBefore,
    takeoverChecks,
    registryChecks,
    storageChecks,
    routeChecks,
    accessChecks,
    prunerChecks,
    imageChecks,
    thirdPartyChecks,
  ].flatMap(checks => checks(model));

/** The checks as text: comments, and commands to copy, by the place where they run. */
export function verifyText(model: RegistryModel): string {
  const checks = checksOf(model);
  const sections = (Object.keys(PLACES) as Where[])
    .map(where =>
      section(
        where,
        checks.filter(check => check.where === where),
      ),
    )
    .filter(text => text !== '');
  return `${[head(model), ...sections].join('\n\n')}\n`;
}

const head = ({ name, platform, openshift }: RegistryModel): string =>
  [
    comment(`Checks for cluster ${name}: ${PLATFORMS[platform].title}, OpenShift ${openshift}.`),
    '# The comment above each command says what it should show. Replace words in capitals.',
  ].join('\n');

function section(where: Where, checks: readonly Check[]): string {
  if (checks.length === 0) return '';
  const blocks = checks.map(({ good, commands }) => [comment(good), ...commands].join('\n'));
  return [`### ${PLACES[where]} ###`, ...blocks].join('\n\n');
}
