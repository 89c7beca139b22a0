local HEALTH = { Bound = "Healthy", Failed = "Degraded" }
local TEXT = {
  Bound = "The bucket exists",
  Failed = "The provisioner could not create the bucket",
  Released = "The claim has lost its bucket",
}

local phase = (obj.status or {}).phase or ""
return {
  status = HEALTH[phase] or "Progressing",
  message = TEXT[phase] or "The bucket does not exist yet: does the StorageClass exist, and is its provisioner running?",
}
