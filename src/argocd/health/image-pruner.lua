local status = obj.status or {}
local result = { status = "Progressing", message = "The operator has not reported yet" }

if status.conditions == nil then
  return result
end
if status.observedGeneration ~= nil and status.observedGeneration ~= obj.metadata.generation then
  result.message = "The operator has not seen the latest change yet"
  return result
end

local suspended = obj.spec ~= nil and obj.spec.suspend == true
local failure = ""

for _, condition in ipairs(status.conditions) do
  local yes = condition.status == "True"
  local text = (condition.reason or "") .. ": " .. (condition.message or "")
  if yes and (condition.type == "Degraded" or condition.type == "Failed") then
    local ofJob = condition.type == "Failed" or condition.reason == "JobFailed"
    if not (suspended and ofJob) then
      return { status = "Degraded", message = text }
    end
    failure = "; its last Job failed: " .. (condition.message or "")
  end
  if condition.type == "Available" then
    result.status = yes and "Healthy" or "Progressing"
    result.message = text
  end
end

if result.status == "Healthy" and suspended then
  result.message = "Pruning is suspended" .. failure
end
return result
