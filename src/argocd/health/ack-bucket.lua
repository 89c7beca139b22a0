local found = {}
for _, condition in ipairs((obj.status or {}).conditions or {}) do
  found[condition.type] = condition
end

local function yes(type)
  return found[type] ~= nil and found[type].status == "True"
end

local function answer(status, condition, otherwise)
  local message = (condition or {}).message or ""
  if message == "" then message = otherwise end
  return { status = status, message = message }
end

if obj.metadata.deletionTimestamp ~= nil then
  return answer("Progressing", nil, "ACK is releasing the bucket")
end
if yes("ACK.Terminal") then
  return answer("Degraded", found["ACK.Terminal"], "ACK has stopped: change the spec of the bucket")
end
if yes("ACK.ResourceSynced") then
  return answer("Healthy", nil, "The bucket exists")
end
if yes("ACK.Recoverable") then
  return answer("Progressing", found["ACK.Recoverable"], "ACK is retrying")
end
return answer("Progressing", found["ACK.ResourceSynced"], "ACK has not created the bucket yet: is its controller running?")
