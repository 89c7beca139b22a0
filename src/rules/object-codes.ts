/** Catalogue rows of what can only be wrong with objects of other programs: ours never have it. */

import type { CatalogueEntry } from '../findings/catalogue-entry';

const row = (entry: CatalogueEntry): CatalogueEntry => entry;

/** Findings of the validation plugin alone. */
export const OBJECT_CODES: readonly CatalogueEntry[] = [
  row({
    code: 'OBJECT_NAME',
    severity: 'error',
    title: 'an object of the registry is not named cluster',
    why: 'the operator reads only the object named cluster, and silently ignores every other',
    fix: 'set metadata.name to cluster',
    source: 'operator pkg/operator/controller.go sync; controllerimagepruner.go sync',
  }),
  row({
    code: 'OBJECT_FIELD_MISSING',
    severity: 'error',
    acceptable: false,
    title: 'the Config lacks a required field',
    why: 'without managementState the operator does nothing, and without replicas the API server refuses the object',
    fix: 'write managementState: Managed and replicas: 2',
    source: 'operator pkg/operator/controller.go; openshift/api imageregistry/v1 ImageRegistrySpec',
  }),
  row({
    code: 'STORAGE_STATE_MISSING',
    severity: 'error',
    acceptable: false,
    title: 'named storage has no storage.managementState',
    why: 'if the cluster still has managementState Managed, the operator reconfigures the storage, and deletes it with every image when the registry is removed',
    fix: 'write storage.managementState: Unmanaged',
    source: 'operator pkg/resource/generator.go syncStorage, Remove',
  }),
  row({
    code: 'CLAIM_UNNAMED',
    severity: 'error',
    title: 'storage.pvc has no claim',
    why: 'the operator tries to create a claim, and stops if a claim of that name already exists and is not its own',
    fix: 'set storage.pvc.claim to the name of the claim',
    source: 'operator pkg/storage/pvc/pvc.go CreateStorage',
  }),
  row({
    code: 'CLAIM_NOT_SEEN',
    severity: 'warning',
    title: 'the claim of the registry is not among the manifests',
    why: 'the operator stops if the claim is not in openshift-image-registry; whether several pods can share it cannot be checked here',
    fix: 'add the PersistentVolumeClaim in namespace openshift-image-registry, or accept this if it is created elsewhere',
    source: 'operator pkg/storage/pvc/pvc.go CreateStorage',
  }),
  row({
    code: 'TAKEOVER_BY_HAND',
    severity: 'warning',
    title: 'nothing removes the storage that the operator chose at installation',
    why: 'an apply never removes what it did not write: after the first sync there are two backends and the operator stops, or settings that are not in git',
    fix: 'remove the old backend by hand at the first sync, and set takeOver: {by: none} in the properties; or use the constructs of this package, which add a Job for it',
    source: 'operator pkg/storage/storage.go newDriver; Kubernetes documentation, server-side apply',
  }),
  row({
    code: 'OBJECT_NOT_STORED',
    severity: 'warning',
    title: 'a duration or a quantity is not in the form that the operator stores',
    why: 'the operator writes its own form back, and the next sync changes it again: the object is never Synced',
    fix: 'write the form that the operator stores',
    source: 'k8s.io/apimachinery metav1.Duration, resource.Quantity',
  }),
  row({
    code: 'OBJECT_NULL',
    severity: 'warning',
    title: 'a null should remove a field',
    why: 'this works on the first client-side apply only: a later sync does not remove the field again, and server-side apply never does',
    fix: 'remove the field from git and, by hand, from the cluster',
    source: 'Kubernetes documentation, declarative management of objects',
  }),
  row({
    code: 'OBJECT_FINALIZERS',
    severity: 'warning',
    title: 'finalizers are in git',
    why: 'the operator adds its own finalizer: the object is never Synced, or loses the finalizer that cleans up',
    fix: 'remove metadata.finalizers',
    source: 'operator pkg/operator/finalizer.go appendFinalizer',
  }),
  row({
    code: 'SYNC_REPLACES',
    severity: 'error',
    title: 'Argo CD would replace the object instead of applying it',
    why: 'each sync drops what the operator wrote, including httpSecret: every pod is rolled out again, and running pushes fail',
    fix: 'remove Replace=true and Force=true from argocd.argoproj.io/sync-options',
    source: 'Argo CD documentation, sync options',
  }),
  row({
    code: 'OBJECT_UNPROTECTED',
    severity: 'warning',
    title: 'a prune or a deleted Application would delete the object',
    why: 'deleting the Config deletes Managed storage with every image; deleting a claim deletes its volume if the reclaim policy is Delete',
    fix: 'add the annotation argocd.argoproj.io/sync-options: Prune=false,Delete=false, or accept this if Argo CD is not used',
    source: 'operator pkg/operator/finalizer.go; Argo CD documentation, sync options',
  }),
  row({
    code: 'WORKLOAD_IN_REGISTRY_NAMESPACE',
    severity: 'warning',
    title: 'a workload of your own is in openshift-image-registry',
    why: 'any failed Job in that namespace makes the pruner Degraded; from 4.22 a NetworkPolicy closes the namespace',
    fix: 'use a namespace of your own',
    source: 'operator pkg/operator/status.go; manifests of 4.22, NetworkPolicy',
  }),
];
