/** Catalogue rows of what moved since the last run. */

import type { CatalogueEntry } from './catalogue-entry';

/** Findings of the lock. */
export const LOCK_CODES = {
  STORAGE_MOVED: {
    code: 'STORAGE_MOVED',
    severity: 'error',
    acceptable: false,
    title: 'the storage of a cluster has changed',
    why: 'nothing is copied: the registry starts empty, no image in the old storage can be pulled, and the old storage is kept and costs money',
    fix: 'copy the images first, then acknowledge the change in the fleet file',
    source: 'fleet.lock.yaml; operator pkg/resource/generator.go storageReconfigured',
  },
  CLUSTER_VANISHED: {
    code: 'CLUSTER_VANISHED',
    severity: 'error',
    acceptable: false,
    title: 'a cluster was removed from the fleet',
    why: 'its folder would be removed from the output: Argo CD would no longer manage its registry, and with prune would delete what is not protected',
    fix: 'add the cluster again, or acknowledge that it is removed',
    source: 'fleet.lock.yaml',
  },
  TAKEOVER_SKIPPED: {
    code: 'TAKEOVER_SKIPPED',
    severity: 'warning',
    title: 'takeOver {by: none} is set, but the storage changes to another backend',
    why: 'an apply never removes what someone else has written: if the old backend was set by hand or by the operator, the Config has two backends and the operator stops',
    fix: 'set takeOver: {by: job} or {by: hand}; if the change is already synced, remove its entry from acknowledge',
    source: 'fleet.lock.yaml; https://kubernetes.io/docs/reference/using-api/server-side-apply/',
  },
  IMMUTABLE_CHANGED: {
    code: 'IMMUTABLE_CHANGED',
    severity: 'error',
    acceptable: false,
    title: 'a setting has changed that the API server does not allow to change',
    why: 'the API server refuses the object at each sync, the rest of the sync waits for it, and the cluster keeps the old setting',
    fix: 'restore the old setting, or give the object a new name; if you create the object again by hand, acknowledge that in the fleet file',
    source:
      'kubernetes pkg/apis/core/validation ValidatePersistentVolumeClaimUpdate, ValidatePersistentVolumeUpdate; pkg/apis/storage/validation ValidateStorageClassUpdate; plugin/pkg/admission/storage/persistentvolume/resize',
  },
  ACKNOWLEDGE_UNUSED: {
    code: 'ACKNOWLEDGE_UNUSED',
    severity: 'warning',
    title: 'an acknowledged change has already happened, or does not exist',
    why: 'an entry allows one change, once: it no longer has an effect, and only confuses the next reader',
    fix: 'remove the entry from acknowledge; a change that happens again needs a new entry',
    source: 'fleet.lock.yaml',
  },
  LOCK_UNREADABLE: {
    code: 'LOCK_UNREADABLE',
    severity: 'error',
    acceptable: false,
    title: 'the lock file cannot be read',
    why: 'without the lock nobody notices that images are left behind',
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
    why: 'the lock was edited, deleted or merged by hand: the next run would compare with a state that no cluster has',
    fix: 'restore the lock of the revision with git checkout, and run synth again',
    source: 'fleet.lock.yaml; registry-gitops check --against',
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;
