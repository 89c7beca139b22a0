local ready
for _, condition in ipairs((obj.status or {}).conditions or {}) do
  if condition.type == "Ready" then ready = condition end
end

local function answer(status, message)
  return { status = status, message = message }
end

if ready == nil then
  return answer("Progressing", "Azure Service Operator has not reported yet: is it running?")
end
if ready.observedGeneration ~= nil and ready.observedGeneration ~= obj.metadata.generation then
  return answer("Progressing", "Azure Service Operator has not seen the latest change yet")
end
if ready.status == "True" then
  return answer("Healthy", "The object exists in Azure")
end

local message = (ready.reason or "") .. ": " .. (ready.message or "")
return answer(ready.severity == "Error" and "Degraded" or "Progressing", message)
