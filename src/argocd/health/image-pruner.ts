/** Argo CD's health check of the ImagePruner: its CronJob has to be there, and its last Job must not have failed. */

/**
 * A suspended pruner is Healthy: that is what was asked for, and a sync waits for ever on anything else.
 *
 * @see openshift/cluster-image-registry-operator pkg/operator/status.go syncPrunerStatus
 */
export const IMAGE_PRUNER_HEALTH = `
local status = obj.status or {}
local result = { status = "Progressing", message = "The operator has not reported yet" }

if status.conditions == nil then
  return result
end
if status.observedGeneration ~= nil and status.observedGeneration ~= obj.metadata.generation then
  result.message = "The operator has not seen the latest change yet"
  return result
end

for _, condition in ipairs(status.conditions) do
  local yes = condition.status == "True"
  local text = (condition.reason or "") .. ": " .. (condition.message or "")
  if yes and (condition.type == "Degraded" or condition.type == "Failed") then
    return { status = "Degraded", message = text }
  end
  if condition.type == "Available" then
    result.status = yes and "Healthy" or "Progressing"
    result.message = text
  end
end

if result.status == "Healthy" and obj.spec ~= nil and obj.spec.suspend == true then
  result.message = "Pruning is suspended"
end
return result
`.trimStart();
