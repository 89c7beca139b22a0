/** The checks that OpenShift's documentation gives, as commands with this cluster's names filled in. */

import { PLATFORMS } from '../../facts/platforms';
import type { RegistryModel } from '../../model/model';
import { counted } from '../../values/counted';
import { accessChecks, routeChecks } from './access-checks';
import { type Check, comment, PLACES, type Printed, type Where } from './check';
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

/** Every check of the cluster, by the place where it runs. */
export function printedChecks(model: RegistryModel): Printed {
  const checks = checksOf(model);
  const sections = (Object.keys(PLACES) as Where[])
    .map(where =>
      section(
        where,
        checks.filter(check => check.where === where),
      ),
    )
    .filter(text => text !== '');
  return { text: `${[head(model), ...sections].join('\n\n')}\n`, outcome: counted(checks.length, 'check') };
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
