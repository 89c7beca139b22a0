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
  IMMUTABLE_CHANGED: {
    code: 'IMMUTABLE_CHANGED',
    severity: 'error',
    acceptable: false,
    title: 'a setting is other than before, and the API server does not let it change',
    why: 'it refuses the object in each sync, the rest of the sync waits for it, and the cluster keeps what it has',
    fix: 'write the setting as it was, or give the object a new name; where you make the object again by hand, acknowledge that in the fleet file',
    source:
      'kubernetes pkg/apis/core/validation ValidatePersistentVolumeClaimUpdate, ValidatePersistentVolumeUpdate; pkg/apis/storage/validation ValidateStorageClassUpdate; plugin/pkg/admission/storage/persistentvolume/resize',
  },
  ACKNOWLEDGE_UNUSED: {
    code: 'ACKNOWLEDGE_UNUSED',
    severity: 'warning',
    title: 'an acknowledged change has happened, or is none',
    why: 'an entry allows one change, once: it has no effect any more, and hides from the next reader what is meant now',
    fix: 'remove the entry from acknowledge; a change that happens once more needs an entry of its own',
    source: 'fleet.lock.yaml',
  },
  LOCK_UNREADABLE: {
    code: 'LOCK_UNREADABLE',
    severity: 'error',
    acceptable: false,
    title: 'the lock file cannot be understood',
    why: 'without it nobody notices that images are left behind',
    fix: 'restore it from git: git checkout HEAD -- FILE',
    source: 'fleet.lock.yaml',
  },
  LOCK_INCOMPLETE: {
    code: 'LOCK_INCOMPLETE',
    severity: 'error',
    acceptable: false,
    title: 'the output has clusters that the lock does not know',
    why: 'the lock was lost, emptied, or belongs to another fleet: nobody would notice that images are left behind',
    fix: 'restore the lock from git: git checkout HEAD -- FILE',
    source: 'fleet.lock.yaml; dist/clusters',
  },
  LOCK_DIFFERS: {
    code: 'LOCK_DIFFERS',
    severity: 'error',
    acceptable: false,
    title: 'the lock is not what the revision and this fleet lead to',
    why: 'it was edited, deleted or merged by hand: the next run would compare with something that is on no cluster',
    fix: 'take the lock of the revision, and run synth again',
    source: 'fleet.lock.yaml; registry-gitops check --against',
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
