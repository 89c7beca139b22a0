#!/bin/bash
# Gives the registry's Config to git. Safe to run at any time: a second run changes nothing.
#
#   PATCH         merge patch: the storage that git has, and null for what git does not have
#   KEEP          maps whose keys people choose, one a line: the path below spec, then the keys that git has
#   FIELDS        fields of the spec that git alone is to own
#   NEW           the Config to create where there is none yet
#   POLL_SECONDS  pause between two looks
#   TIME_LIMIT    seconds after which this gives up
#
# The operator ends each sync by writing back the whole spec as it read it at the start: what was patched
# meanwhile is lost. So the patch is repeated until it changes nothing and the operator has seen the result.
set -euo pipefail

config=configs.imageregistry.operator.openshift.io/cluster

# query FORMAT: a part of the live Config; nothing where it is not there.
query() {
  oc get "$config" --ignore-not-found -o "$1"
}

# merge PATCH: a merge patch in this Job's own name.
merge() {
  oc patch "$config" --type=merge --field-manager=registry-takeover -p "$1"
}

give_up() {
  echo "given up after $SECONDS s: $1" >&2
  exit 1
}

# Takes the keys that git does not have out of the maps in KEEP.
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

# sole_owner FIELD: strikes everybody but Argo CD off the owners of a field of the spec. No value changes.
sole_owner() {
  local record version manager operation owned index strikes answer
  while :; do
    record=$(query "jsonpath={.metadata.resourceVersion}{\"\n\"}{range .metadata.managedFields[*]}{.manager}{\"|\"}{.operation}{\"|\"}{.fieldsV1.f:spec.f:$1}{\"\n\"}{end}")
    index=0 strikes=''
    {
      read -r version
      while IFS='|' read -r manager operation owned; do
        if [ -n "$owned" ] && [ "$manager|$operation" != 'argocd-controller|Apply' ]; then
          echo "$manager is struck off the owners of spec.$1"
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
    echo 'the Config was written to in between: reading its owners again'
  done
}

if [ -z "$(query 'jsonpath={.metadata.name}')" ]; then
  # without force: where the operator has been faster, its Config is taken over like any other
  if oc apply --server-side --field-manager=argocd-controller -f - <<<"$NEW"; then
    echo 'there was no Config: this one is Unmanaged, so that the operator chooses no storage before Argo CD applies git'
    exit 0
  fi
fi

# An object from before OpenShift 4.5 may have no record of owners. The first apply to it starts one, in which
# "before-first-apply" owns every field: it is started here, where that can be corrected.
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
    give_up "the registry operator has not looked at the Config as it is now ($seen). Is it running, and does someone else write to the Config? See: oc get clusteroperator image-registry"
  fi
  echo "the operator has not looked at the Config as it is now: $seen"
  sleep "$POLL_SECONDS"
done

for field in $FIELDS; do sole_owner "$field"; done
echo "the registry's Config is as git has it"
