/** `read-only`: a registry that serves pulls and refuses pushes. */

import type { RegistryModel } from '../../../model/model';
import { CONDITIONS_GOOD, SHOW_CONDITIONS } from './commands';
import { pause, resume } from './pause';
import type { NotHere, Plan } from './task';

/** For maintenance of the storage, or while images are copied. */
export function readOnly(model: RegistryModel): Plan | NotHere {
  if (model.registry?.managementState === 'Removed')
    return { instead: 'the registry is Removed: nothing can be pushed' };
  return {
    about:
      'Pulls keep working; pushes, and builds that push, fail. The pruner is suspended too: it cannot delete from a read-only registry.',
    steps: [...pause(model), { say: 'Check the operator.', run: [SHOW_CONDITIONS], good: CONDITIONS_GOOD }],
    back: resume(model),
  };
}
