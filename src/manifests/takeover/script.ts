/** The takeover Job's script. */

/** Bash, run beside the files that `files.ts` makes. */
export const TAKEOVER_SCRIPT = String.raw`#!/bin/bash
# Gives the registry's Config to git. Safe to run at any time: a second run changes nothing.
#
#   1. applies config.json, the Config as git has it, in Argo CD's own name
#   2. takes out what git does not have, by patches that only remove, so that this Job owns nothing
#   3. strikes other writers off the record of who owns the fields that git has
#
# In this order: the operator never sees a registry without storage, and a later change of storage
# in git takes the old one away.
set -euo pipefail

here=$(dirname "$0")
config=configs.imageregistry.operator.openshift.io/cluster

# query FORMAT: a part of the live object; nothing where it is not there.
query() {
  oc get "$config" --ignore-not-found -o "$1"
}

# Argo CD writes its marks on what it applies. Git does not have them: an apply without them would take them away.
with_marks() {
  local manifest key value
  manifest=$(cat "$here/config.json")
  for key in tracking-id installation-id; do
    value=$(query "jsonpath={.metadata.annotations.argocd\.argoproj\.io/$key}")
    if [ -n "$value" ]; then
      manifest=$(oc annotate --local --overwrite -f - "argocd.argoproj.io/$key=$value" -o json <<<"$manifest")
    fi
  done
  for key in 'app\.kubernetes\.io/instance' 'argocd\.argoproj\.io/instance'; do
    value=$(query "jsonpath={.metadata.labels.$key}")
    if [ -n "$value" ]; then
      manifest=$(oc label --local --overwrite -f - "$(tr -d "\\\\" <<<"$key")=$value" -o json <<<"$manifest")
    fi
  done
  printf '%s\n' "$manifest"
}

apply() {
  local manifest
  manifest=$(with_marks)
  oc apply --server-side --force-conflicts --field-manager=argocd-controller -f - <<<"$manifest"
}

# remove PATCH: sends a merge patch in which every value is null.
remove() {
  oc patch "$config" --type=merge --field-manager=registry-takeover -p "$1"
  changed=true
}

# Takes out the fields of remove.json that are there.
remove_fields() {
  local found
  [ -s "$here/remove.jsonpath" ] || return 0
  found=$(query "jsonpath=$(cat "$here/remove.jsonpath")")
  if [ -n "$found" ]; then remove "$(cat "$here/remove.json")"; fi
}

# Takes the keys that git does not have out of the maps in keep.txt.
remove_keys() {
  local path kept keys key step dropped comma head tail
  while read -r path kept; do
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
    for step in spec $(tr . ' ' <<<"$path"); do
      head+="{\"$step\":"
      tail+='}'
    done
    remove "$head{$dropped}$tail"
  done <"$here/keep.txt"
}

# sole_owner FIELD: strikes everybody but Argo CD off the owners of a field of the spec. No value changes.
sole_owner() {
  local attempt record version manager operation fields index strikes
  for attempt in 1 2 3 4 5; do
    record=$(query "jsonpath={.metadata.resourceVersion}{\"\n\"}{range .metadata.managedFields[*]}{.manager}{\"|\"}{.operation}{\"|\"}{.fieldsV1.f:spec.f:$1}{\"\n\"}{end}")
    index=0 strikes=''
    {
      read -r version
      while IFS='|' read -r manager operation fields; do
        if [ -n "$fields" ] && [ "$manager|$operation" != 'argocd-controller|Apply' ]; then
          echo "$manager is struck off the owners of spec.$1"
          strikes+=",{\"op\":\"remove\",\"path\":\"/metadata/managedFields/$index/fieldsV1/f:spec/f:$1\"}"
        fi
        index=$((index + 1))
      done
    } <<<"$record"
    if [ -z "$strikes" ]; then return 0; fi
    # the test makes the patch fail where the list has changed since it was read
    if oc patch "$config" --type=json --field-manager=registry-takeover \
      -p "[{\"op\":\"test\",\"path\":\"/metadata/resourceVersion\",\"value\":\"$version\"}$strikes]"; then
      return 0
    fi
    echo "attempt $attempt: the Config changed meanwhile"
    sleep 1
  done
  echo "the owners of spec.$1 cannot be changed: the registry's Config does not come to rest" >&2
  return 1
}

name=$(query 'jsonpath={.metadata.name}')
if [ -z "$name" ]; then
  echo 'there is no Config "cluster" yet: it is made as git has it, and there is nothing to take over'
fi

# The operator may write back once what it read before, so what was removed is looked at again.
for round in 1 2 3 4 5; do
  changed=false
  apply
  remove_fields
  remove_keys
  if [ "$changed" = false ]; then
    while read -r field; do sole_owner "$field"; done <"$here/fields.txt"
    echo "the registry's Config is as git has it"
    exit 0
  fi
  echo "round $round: removed what git does not have"
  sleep "$SETTLE_SECONDS"
done
echo "somebody keeps putting back into the registry's Config what git does not have: see remove.json and keep.txt" >&2
exit 1
`;
