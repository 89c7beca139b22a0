/** Argo CD's health check of an ObjectBucketClaim, for versions before 3.3, which have none of their own. */

/**
 * Later waves need the bucket and its Secret, so only Bound lets a sync go on.
 *
 * @see kube-object-storage/lib-bucket-provisioner pkg/apis/objectbucket.io/v1alpha1
 */
export const OBJECT_BUCKET_CLAIM_HEALTH = `
local HEALTH = { Bound = "Healthy", Failed = "Degraded" }
local TEXT = {
  Bound = "The bucket is there",
  Failed = "The provisioner could not make the bucket",
  Released = "The claim has lost its bucket",
}

local phase = (obj.status or {}).phase or ""
return {
  status = HEALTH[phase] or "Progressing",
  message = TEXT[phase] or "The bucket is not there yet: is the StorageClass, and is its provisioner running?",
}
`.trimStart();
