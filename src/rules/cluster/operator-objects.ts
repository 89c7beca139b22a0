/** Names that belong to others: objects of the operator, of the installer and of OpenShift. */

import { REGISTRY_NAMESPACE, TRUSTED_CAS_CONFIG_MAP, USER_SECRET } from '../../facts/names';
import { isOperatorClass } from '../../facts/storage-classes';
import type { Hit, Rule, RuleInput } from '../rule';
import { valuesAtAny } from '../walk';

/**
 * Secrets and ConfigMaps that others own in openshift-image-registry.
 *
 * @see openshift/cluster-image-registry-operator pkg/defaults, manifests
 */
const OWNED = [
  'image-registry-private-configuration',
  USER_SECRET,
  'installation-pull-secrets',
  'image-registry-tls',
  'image-registry-operator-tls',
  'image-registry-certificates',
  'serviceca',
  'trusted-ca',
];

/** Names of objects that we create, or that someone creates for us. */
function claimedNames(input: RuleInput): readonly { readonly path: Hit['path']; readonly name: string }[] {
  const { config, model } = input;
  const named = (patterns: readonly string[]) =>
    valuesAtAny(config, patterns).map(({ path, value }) => ({ path, name: String(value) }));
  const { bucketClaim } = model.storage ?? {};
  const claim =
    bucketClaim?.namespace === REGISTRY_NAMESPACE ? named(['storage.odf.rgw.claim', 'storage.odf.noobaa.claim']) : [];
  const pull = (config.thirdParty ?? []).flatMap(({ namespaces = [], secretName }, index) =>
    secretName !== undefined && namespaces.includes(REGISTRY_NAMESPACE)
      ? [{ path: ['thirdParty', index, 'secretName'], name: secretName }]
      : [],
  );
  return [...named(['routes.custom.*.tls.secretName', 'storage.s3.cloudFront.privateKey.name']), ...claim, ...pull];
}

const owned: Rule = {
  code: 'OPERATOR_OBJECT',
  severity: 'error',
  title: 'a name is already used by an object of OpenShift',
  why: 'the operator, the installer or a driver writes that object: two owners overwrite each other, and keys are lost in between',
  fix: 'use another name',
  source: 'operator pkg/defaults, pkg/resource/strategy',
  bad: `
    platform: aws
    routes:
      custom:
        - name: public
          hostname: registry.example.com
          tls: {secretName: image-registry-tls, certificate: {issuerRef: {name: ca}}}`,
  good: `
    platform: aws
    routes:
      custom:
        - name: public
          hostname: registry.example.com
          tls: {secretName: public-key-pair, certificate: {issuerRef: {name: ca}}}`,
  check: input => [
    ...claimedNames(input)
      .filter(({ name }) => OWNED.includes(name))
      .map(({ path, name }) => ({ path, what: `"${name}" in ${REGISTRY_NAMESPACE} already belongs to OpenShift` })),
    ...valuesAtAny(input.config, ['storage.pvc.storageClass.name', 'storage.odf.*.storageClass.name'])
      .filter(({ value }) => isOperatorClass(String(value), input.model.platform))
      .map(({ path, value }) => ({
        path,
        what: `StorageClass "${value}" already belongs to OpenShift`,
        fix: 'write it as storageClassName to use it, or give your own class another name',
      })),
  ],
};

/** ConfigMaps that do not hold a storage CA where the operator looks for it. */
const ELSEWHERE = ['image-registry-certificates', 'serviceca', 'trusted-ca', TRUSTED_CAS_CONFIG_MAP];

const caConfigMap: Rule = {
  code: 'TRUSTED_CA_ELSEWHERE',
  severity: 'error',
  title: 'the ConfigMap with the storage CA is reserved for another purpose',
  why: 'the operator reads the key ca-bundle.crt of a ConfigMap in openshift-config: the ConfigMaps of openshift-image-registry are not there, and ours of these names hold something else',
  fix: 'name a ConfigMap of your own in openshift-config, or set pemFile',
  source: 'operator pkg/storage/s3/s3.go CABundle',
  bad: `
    platform: aws
    storage:
      s3:
        bucket: registry
        region: us-east-1
        regionEndpoint: https://minio.example.com
        trustedCA: {configMap: trusted-ca}
    credentials: {existingSecret: {}}`,
  good: `
    platform: aws
    storage:
      s3:
        bucket: registry
        region: us-east-1
        regionEndpoint: https://minio.example.com
        trustedCA: {configMap: minio-ca}
    credentials: {existingSecret: {}}`,
  check: ({ config }) =>
    valuesAtAny(config, ['storage.s3.trustedCA.configMap', 'storage.odf.*.trustedCA.configMap'])
      .filter(({ value }) => ELSEWHERE.includes(String(value)))
      .map(({ path, value }) => ({
        path,
        what: `ConfigMap "${value}" cannot be used as the storage CA: it is reserved for another purpose`,
      })),
};

const namespace: Rule = {
  code: 'NAMESPACE_OWNED',
  severity: 'error',
  title: 'a namespace of ours has the name of a namespace of OpenShift',
  why: 'the Namespace would be in the output: a sync that changes its annotations stops the operators in it, and a failed Job in openshift-image-registry makes the pruner Degraded',
  fix: 'use a name other than default that does not begin with openshift- or kube-',
  source: 'operator pkg/resource/podtemplatespec.go generateSecurityContext; pkg/operator/status.go',
  bad: `
    platform: baremetal
    baseDomain: example.com
    storage:
      odf:
        noobaa:
          bucketName: registry
          trustedCA: {ingressCA: true}
    credentials: {bucketClaim: {job: {namespace: openshift-image-registry}}}`,
  good: `
    platform: baremetal
    baseDomain: example.com
    storage:
      odf:
        noobaa:
          bucketName: registry
          trustedCA: {ingressCA: true}
    credentials: {bucketClaim: {job: {namespace: registry-jobs}}}`,
  check: ({ config }) =>
    valuesAtAny(config, ['credentials.bucketClaim.job.namespace'])
      .filter(({ value }) => /^(openshift|kube)(-|$)|^default$/.test(String(value)))
      .map(({ path, value }) => ({ path, what: `the Jobs cannot use namespace "${value}": it belongs to OpenShift` })),
};

/** In the order they are listed in the documentation. */
export const OPERATOR_OBJECT_RULES: readonly Rule[] = [owned, caConfigMap, namespace];
