/** The image of a pod that copies files: the one of our Jobs, which every cluster that runs them can pull. */

import { cliImage } from '../../../facts/cli-image';
import { namedImage } from '../../../model/jobs';
import type { RegistryModel } from '../../../model/model';

/** As the fleet names it, else that of the OpenShift version. */
export const copyImage = ({ config, openshift }: RegistryModel): string =>
  namedImage(config, openshift) ?? cliImage(openshift);
