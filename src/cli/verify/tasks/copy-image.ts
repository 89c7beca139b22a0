/** The image of a pod that copies files: the one of the emitted Jobs, which every cluster with such Jobs can pull. */

import { cliImage } from '../../../facts/cli-image';
import { namedImage } from '../../../model/jobs';
import type { RegistryModel } from '../../../model/model';

/** As set in the fleet, otherwise that of the OpenShift version. */
export const copyImage = ({ config, openshift }: RegistryModel): string =>
  namedImage(config, openshift) ?? cliImage(openshift);
