/** Catalogue rows of what moved since the last run. */

import type { CatalogueEntry } from './catalogue-entry';

/** Findings of the lock. */
export const LOCK_CODES = {
  STORAGE_MOVED: {
    code: 'STORAGE_MOVED',
    severity: 'error',
    acceptable: false,
    title: 'the storage of a cluster is another one than before',
    why: 'nothing is copied: the registry starts empty, every image in the old storage is out of reach, and the old storage stays and costs',
    fix: 'copy the images first, then acknowledge the change in the fleet file',
    source: 'fleet.lock.yaml; operator pkg/resource/generator.go storageReconfigured',
  },
  CLUSTER_VANISHED: {
    code: 'CLUSTER_VANISHED',
    severity: 'error',
    acceptable: false,
    title: 'a cluster that was there before is gone from the fleet',
    why: 'its folder would leave the output; Argo CD would no longer keep its registry, and where it prunes, it would delete what is not protected',
    fix: 'put the cluster back, or acknowledge that it goes',
    source: 'fleet.lock.yaml',
  },
  TAKEOVER_SKIPPED: {
    code: 'TAKEOVER_SKIPPED',
    severity: 'warning',
    title: 'takeOver says that nothing is left to do, while the storage moves to another backend',
    why: 'an apply never removes what somebody else has written: where the old backend was once set by hand, or by the operator, the registry ends with two and stops',
    fix: 'set takeOver: {by: job} or {by: hand}; if the change is synced, remove its entry from acknowledge',
    source: 'fleet.lock.yaml; https://kubernetes.io/docs/reference/using-api/server-side-apply/',
  },
  ACKNOWLEDGE_UNUSED: {
    code: 'ACKNOWLEDGE_UNUSED',
    severity: 'info',
    title: 'an acknowledged change has happened, or never will',
    why: 'it has no effect any more',
    fix: 'remove the entry from acknowledge',
    source: 'fleet.lock.yaml',
  },
  LOCK_UNREADABLE: {
    code: 'LOCK_UNREADABLE',
    severity: 'error',
    acceptable: false,
    title: 'the lock file cannot be understood',
    why: 'without it nobody notices that images are left behind',
    fix: 'where two branches met, keep the entries of both and remove the marks of the conflict; else restore the file from git',
    source: 'fleet.lock.yaml',
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
