#!/bin/bash
# Copies the keys of a bucket claim to the image registry, and on request the CA of the storage endpoint
# and the name of the bucket. Safe to run at any time: a second run changes nothing.
# Everything is read before anything is written; values are never printed, and never arguments of a command.
#
#   CLAIM_NAMESPACE, CLAIM   the ObjectBucketClaim
#   CA                       ingressCA, serviceCA or empty
#   BUCKET_NAME              claim: the bucket's name comes from the claim; empty: from git
#   WAIT_SECONDS             how long to wait for what does not exist yet
#   POLL_SECONDS             pause between two checks
set -euo pipefail

registry=openshift-image-registry
service_ca=/var/run/secrets/kubernetes.io/serviceaccount/service-ca.crt

# read_value NAMESPACE KIND NAME JSONPATH: a value; empty if it does not exist.
read_value() {
  oc -n "$1" get "$2" "$3" --ignore-not-found -o "jsonpath=$4"
}

# wait_for HINT NAMESPACE KIND NAME JSONPATH: sets $value as soon as it exists.
wait_for() {
  local hint=$1
  shift
  until value=$(read_value "$@") && [ -n "$value" ]; do
    if [ "$SECONDS" -ge "$WAIT_SECONDS" ]; then
      echo "$2 $1/$3 has no value at $4 after $WAIT_SECONDS s: $hint" >&2
      exit 1
    fi
    sleep "$POLL_SECONDS"
  done
}

# indent: standard input as a YAML block.
indent() {
  while IFS= read -r line; do printf '    %s\n' "$line"; done
}

# apply: applies standard input with this Job as field manager.
apply() {
  oc apply --server-side --force-conflicts --field-manager=registry-bucket-keys -f -
}

hint="is the ObjectBucketClaim $CLAIM_NAMESPACE/$CLAIM bound?"
wait_for "$hint" "$CLAIM_NAMESPACE" secret "$CLAIM" '{.data.AWS_ACCESS_KEY_ID}'
access_key=$value
wait_for "$hint" "$CLAIM_NAMESPACE" secret "$CLAIM" '{.data.AWS_SECRET_ACCESS_KEY}'
secret_key=$value

case "$CA" in
  ingressCA)
    wait_for 'is the ingress operator available?' openshift-config-managed configmap default-ingress-cert '{.data.ca-bundle\.crt}'
    ca=$value
    ;;
  serviceCA) ca=$(cat "$service_ca") ;;
  *) ca='' ;;
esac
if [ -n "$CA" ]; then
  case "$ca" in
    *'BEGIN CERTIFICATE'*) ;;
    *)
      echo "the $CA has no certificate in it" >&2
      exit 1
      ;;
  esac
fi

if [ "$BUCKET_NAME" = claim ]; then
  wait_for "$hint" "$CLAIM_NAMESPACE" configmap "$CLAIM" '{.data.BUCKET_NAME}'
  bucket=$value
  case "$bucket" in
    *[!a-z0-9.-]*)
      echo "the ConfigMap $CLAIM_NAMESPACE/$CLAIM has a bucket name that is not valid" >&2
      exit 1
      ;;
  esac
  wait_for 'is the image registry operator installed?' '' configs.imageregistry.operator.openshift.io cluster '{.metadata.name}'
fi

if [ -n "$CA" ]; then
  apply <<EOF
apiVersion: v1
kind: ConfigMap
metadata: {name: image-registry-s3-bundle, namespace: openshift-config}
data:
  ca-bundle.crt: |
$(indent <<<"$ca")
EOF
fi

apply <<EOF
apiVersion: v1
kind: Secret
metadata: {name: image-registry-private-configuration-user, namespace: $registry}
type: Opaque
data: {REGISTRY_STORAGE_S3_ACCESSKEY: "$access_key", REGISTRY_STORAGE_S3_SECRETKEY: "$secret_key"}
EOF

if [ "$BUCKET_NAME" = claim ]; then
  apply <<EOF
apiVersion: imageregistry.operator.openshift.io/v1
kind: Config
metadata: {name: cluster}
spec: {storage: {s3: {bucket: "$bucket"}}}
EOF
fi
echo 'the keys of the bucket claim are copied to the registry'
