#!/bin/bash
# Hands the registry's Config over to git. Safe to run at any time: a second run changes nothing.
#
#   PATCH         merge patch: the storage that git has, and null for what git does not have
#   KEEP          maps with free keys, one a line: the path below spec, then the keys that git has
#   FIELDS        fields of the spec that only git must own
#   NEW           the Config to create if none exists yet
#   POLL_SECONDS  pause between two checks
#   TIME_LIMIT    seconds after which this fails
#
# The operator ends each sync by writing back the whole spec as it was at the start: a patch in between is
# lost. So the patch is repeated until it changes nothing and the operator has seen the result.
set -euo pipefail

config=configs.imageregistry.operator.openshift.io/cluster

# query FORMAT: a part of the live Config; empty if it does not exist.
query() {
  oc get "$config" --ignore-not-found -o "$1"
}

# merge PATCH: a merge patch with this Job as field manager.
merge() {
  oc patch "$config" --type=merge --field-manager=registry-takeover -p "$1"
}

give_up() {
  echo "failed after $SECONDS s: $1" >&2
  exit 1
}

# Removes the keys that git does not have from the maps in KEEP.
remove_keys() {
  local path kept keys key step dropped comma head tail
  while read -r path kept; do
    if [ -z "$path" ]; then continue; fi
    keys=$(query "go-template={{range \$key, \$value := .spec.$path}}{{\$key}} {{end}}")
    dropped='' comma='' head='' tail=''
    for key in $keys; do
      case " $kept " in
        *" $key "*) continue ;;
      esac
      dropped+="$comma\"$key\":null"
      comma=,
    done
    if [ -z "$dropped" ]; then continue; fi
    for step in spec ${path//./ }; do
      head+="{\"$step\":"
      tail+='}'
    done
    merge "$head{$dropped}$tail"
  done <<<"$KEEP"
}

# sole_owner FIELD: makes Argo CD the only owner of a field of the spec. No value changes.
sole_owner() {
  local record version manager operation owned index strikes answer
  while :; do
    record=$(query "jsonpath={.metadata.resourceVersion}{\"\n\"}{range .metadata.managedFields[*]}{.manager}{\"|\"}{.operation}{\"|\"}{.fieldsV1.f:spec.f:$1}{\"\n\"}{end}")
    index=0 strikes=''
    {
      read -r version
      while IFS='|' read -r manager operation owned; do
        if [ -n "$owned" ] && [ "$manager|$operation" != 'argocd-controller|Apply' ]; then
          echo "removing $manager from the owners of spec.$1"
          strikes+=",{\"op\":\"remove\",\"path\":\"/metadata/managedFields/$index/fieldsV1/f:spec/f:$1\"}"
        fi
        index=$((index + 1))
      done
    } <<<"$record"
    if [ -z "$strikes" ]; then return 0; fi
    # the test makes the server refuse the patch if the record has changed since it was read
    if answer=$(oc patch "$config" --type=json --field-manager=registry-takeover \
      -p "[{\"op\":\"test\",\"path\":\"/metadata/resourceVersion\",\"value\":\"$version\"}$strikes]" 2>&1); then
      return 0
    fi
    if [ "$(query 'jsonpath={.metadata.resourceVersion}')" = "$version" ] || [ "$SECONDS" -ge "$TIME_LIMIT" ]; then
      give_up "the owners of spec.$1 cannot be changed: $answer"
    fi
    echo 'the Config has changed in between: reading its owners again'
  done
}

if [ -z "$(query 'jsonpath={.metadata.name}')" ]; then
  # without force: if the operator was faster, its Config is taken over like any other
  if oc apply --server-side --field-manager=argocd-controller -f - <<<"$NEW"; then
    echo 'created a Config with managementState Unmanaged, so that the operator chooses no storage before Argo CD applies git'
    exit 0
  fi
fi

# An object from before OpenShift 4.5 may have no managedFields. The first apply creates them, with
# "before-first-apply" as owner of every field: it is done here, where that can be corrected.
if [ -z "$(query 'jsonpath={.metadata.managedFields[*].manager}')" ]; then
  oc apply --server-side --validate=false --field-manager=registry-takeover -f - \
    <<<'{"apiVersion":"imageregistry.operator.openshift.io/v1","kind":"Config","metadata":{"name":"cluster"}}'
fi

while :; do
  before=$(query 'jsonpath={.metadata.generation}')
  merge "$PATCH"
  remove_keys
  after=$(query 'jsonpath={.metadata.generation}={.status.observedGeneration}')
  if [ "$after" = "$before=$before" ]; then break; fi
  seen="generation ${after%%=*}, seen by the operator: ${after#*=}"
  if [ "$SECONDS" -ge "$TIME_LIMIT" ]; then
    give_up "the image registry operator has not seen the latest Config ($seen). Is it running, and does anything else change the Config? Run: oc get clusteroperator image-registry"
  fi
  echo "waiting for the operator to see the latest Config: $seen"
  sleep "$POLL_SECONDS"
done

for field in $FIELDS; do sole_owner "$field"; done
echo "the registry's Config matches git"
