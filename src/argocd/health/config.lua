local DEGRADED = {
  Degraded = true,
  ImageConfigControllerDegraded = true,
  ImageRegistryCertificatesControllerDegraded = true,
  NodeCADaemonControllerDegraded = true,
}

local function answer(status, message)
  return { status = status, message = message }
end

local function explain(condition)
  local reason, text = condition.reason or "", condition.message or ""
  if reason == "" or text == "" then return reason .. text end
  return reason .. ": " .. text
end

local status = obj.status or {}
local wanted = (obj.spec or {}).managementState

if obj.metadata.deletionTimestamp ~= nil then
  return answer("Progressing", "The operator is removing the registry")
end
if wanted == "Unmanaged" then
  return answer("Healthy", "managementState is Unmanaged: the operator does nothing")
end
if status.conditions == nil then
  return answer("Progressing", "The operator has not reported yet")
end
if status.observedGeneration ~= nil and status.observedGeneration ~= obj.metadata.generation then
  return answer("Progressing", "The operator has not seen the latest change yet")
end

local found = {}
for _, condition in ipairs(status.conditions) do
  if condition.status == "True" then
    if DEGRADED[condition.type] then return answer("Degraded", explain(condition)) end
    found[condition.type] = condition
  end
end

local moving = found.Progressing
if moving ~= nil then
  return answer(moving.reason == "Error" and "Degraded" or "Progressing", explain(moving))
end
if wanted == "Removed" then
  if found.Removed ~= nil then return answer("Healthy", explain(found.Removed)) end
  return answer("Progressing", "The registry is being removed")
end
if found.Available ~= nil and found.Removed == nil then
  return answer("Healthy", explain(found.Available))
end
return answer("Progressing", "The registry is not available yet")
