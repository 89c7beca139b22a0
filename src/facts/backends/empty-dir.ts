/** Storage inside the pod. */

import type { EmptyDirStorage } from '../../config/shape/storage';
import type { BackendOf } from './backend';

/** @see openshift/cluster-image-registry-operator pkg/storage/emptydir/emptydir.go */
export const emptyDir: BackendOf<EmptyDirStorage, never> = {
  title: 'storage inside the pod',
  driver: { first: '4.3' },
  platforms: 'any',
  fields: {},
  secret: 'none',
  identity: {},
  shared: 'never',
  immutable: {},
  disableRedirect: false,
  ephemeral: true,
  settable: false,
  staysManaged: false,
  copy: 'impossible',
  example: { platform: 'none', storage: {} },
};
