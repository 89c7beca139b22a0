/** Catalogue rows of what can only be wrong with objects that somebody else wrote: ours never have it. */

import type { CatalogueEntry } from '../findings/catalogue-entry';

const row = (entry: CatalogueEntry): CatalogueEntry => entry;

/** Findings of the validation plugin alone. */
export const OBJECT_CODES: readonly CatalogueEntry[] = [
  row({
    code: 'OBJECT_NAME',
    severity: 'error',
    title: 'an object of the registry is not called cluster',
    why: 'the operator reads the one called cluster, and ignores every other without a word',
    fix: 'set metadata.name to cluster',
    source: 'operator pkg/operator/controller.go sync; controllerimagepruner.go sync',
  }),
  row({
    code: 'OBJECT_FIELD_MISSING',
    severity: 'error',
    acceptable: false,
    title: 'the Config lacks a field that must be in git',
    why: 'without managementState the operator does nothing, and without replicas the API server refuses the object',
    fix: 'write managementState: Managed and the number of replicas',
    source: 'operator pkg/operator/controller.go; openshift/api imageregistry/v1 ImageRegistrySpec',
  }),
  row({
    code: 'STORAGE_STATE_MISSING',
    severity: 'error',
    acceptable: false,
    title: 'named storage without storage.managementState',
    why: 'a Managed that is left over on the cluster stays: the operator reconfigures the storage, and deletes it with every image when the registry is removed',
    fix: 'write storage.managementState: Unmanaged',
    source: 'operator pkg/resource/generator.go syncStorage, Remove',
  }),
  row({
    code: 'CLAIM_UNNAMED',
    severity: 'error',
    title: 'storage.pvc names no claim',
    why: 'the operator then wants to make its own claim, and stops where one of that name is not its own',
    fix: 'write the name of the claim to storage.pvc.claim',
    source: 'operator pkg/storage/pvc/pvc.go CreateStorage',
  }),
  row({
    code: 'CLAIM_NOT_SEEN',
    severity: 'warning',
    title: 'the claim of the registry is not among the manifests',
    why: 'the operator stops where the claim is not in openshift-image-registry; whether it may be shared by several pods cannot be checked',
    fix: 'add the PersistentVolumeClaim to the namespace openshift-image-registry, or accept this where someone else makes it',
    source: 'operator pkg/storage/pvc/pvc.go CreateStorage',
  }),
  row({
    code: 'TAKEOVER_BY_HAND',
    severity: 'warning',
    title: 'nothing takes away the storage that the operator chose when the cluster was installed',
    why: 'an apply never removes what it did not write: the first sync leaves two backends and the operator stops, or it leaves settings that are not in git',
    fix: 'remove what was there by hand on the first sync, and say takeOver: {by: none} among the properties; or use the constructs of this package, which bring a Job for it',
    source: 'operator pkg/storage/storage.go newDriver; Kubernetes documentation, server-side apply',
  }),
  row({
    code: 'OBJECT_NOT_STORED',
    severity: 'warning',
    title: 'a duration or an amount is in another form than the operator stores',
    why: 'the operator writes its own form back, and a sync by git changes it again',
    fix: 'write the form that is stored',
    source: 'k8s.io/apimachinery metav1.Duration, resource.Quantity',
  }),
  row({
    code: 'OBJECT_NULL',
    severity: 'warning',
    title: 'a null asks for a field to be taken away',
    why: 'it works on the first client-side apply only: a later sync does not take the field away again, and server-side apply never does',
    fix: 'leave the field out, and remove it from the cluster by hand',
    source: 'Kubernetes documentation, declarative management of objects',
  }),
  row({
    code: 'OBJECT_FINALIZERS',
    severity: 'warning',
    title: 'finalizers are in git',
    why: 'the operator adds its own: the object is never in sync, or loses the one that guards its clean-up',
    fix: 'remove metadata.finalizers',
    source: 'operator pkg/operator/finalizer.go appendFinalizer',
  }),
  row({
    code: 'SYNC_REPLACES',
    severity: 'error',
    title: 'Argo CD is told to replace the object instead of applying it',
    why: 'each sync drops what the operator wrote, the secret of uploads among it: every pod is rolled out anew, and running pushes fail',
    fix: 'remove Replace=true and Force=true from argocd.argoproj.io/sync-options',
    source: 'Argo CD documentation, sync options',
  }),
  row({
    code: 'OBJECT_UNPROTECTED',
    severity: 'warning',
    title: 'a prune or a deleted application would delete the object',
    why: 'deleting the Config deletes storage that is Managed, with every image; deleting a claim deletes its volume, where the class says so',
    fix: 'annotate it with argocd.argoproj.io/sync-options: Prune=false,Delete=false, or accept this where Argo CD is not used',
    source: 'operator pkg/operator/finalizer.go; Argo CD documentation, sync options',
  }),
  row({
    code: 'WORKLOAD_IN_REGISTRY_NAMESPACE',
    severity: 'warning',
    title: "pods of one's own in openshift-image-registry",
    why: 'a Job there that fails makes the pruner Degraded, whoever made it; from 4.22 on no pod there has a network by default',
    fix: 'use a namespace of your own',
    source: 'operator pkg/operator/status.go; manifests of 4.22, NetworkPolicy',
  }),
];
