/** The text of the policy: templates that the managed cluster itself fills in, so that no key leaves it. */

import {
  CA_BUNDLE_KEY,
  CONFIG_NAMESPACE,
  REGISTRY_NAMESPACE,
  SINGLETON,
  STORAGE_CA_CONFIG_MAP,
  USER_SECRET,
} from '../../facts/names';
import type { BucketKeysModel } from '../../model/bucket-keys';
import { CLAIM_KEYS } from './claim-keys';

/** Where each CA is: namespace, name and key of a ConfigMap. */
const CA_SOURCES = {
  ingressCA: ['openshift-config-managed', 'default-ingress-cert', 'ca-bundle.crt'],
  serviceCA: [REGISTRY_NAMESPACE, 'openshift-service-ca.crt', 'service-ca.crt'],
} as const;

/** Objects the cluster must have, as soon as the claim is bound. */
export function policyTemplate({ claim, fetchesCA, fetchesBucketName }: BucketKeysModel): string {
  const { name, namespace } = claim;
  return [
    `{{- $claim := lookup "objectbucket.io/v1alpha1" "ObjectBucketClaim" "${namespace}" "${name}" }}`,
    '{{- if eq ((($claim).status).phase | default "") "Bound" }}',
    ...mustHave('v1', 'Secret', USER_SECRET, REGISTRY_NAMESPACE, [
      'type: Opaque',
      'data:',
      ...Object.entries(CLAIM_KEYS).map(
        ([key, source]) => `  ${key}: '{{ fromSecret "${namespace}" "${name}" "${source}" }}'`,
      ),
    ]),
    ...(fetchesCA
      ? mustHave('v1', 'ConfigMap', STORAGE_CA_CONFIG_MAP, CONFIG_NAMESPACE, [
          'data:',
          `  ${CA_BUNDLE_KEY}: |`,
          `    {{ fromConfigMap ${CA_SOURCES[fetchesCA].map(part => `"${part}"`).join(' ')} | autoindent }}`,
        ])
      : []),
    ...(fetchesBucketName
      ? mustHave('imageregistry.operator.openshift.io/v1', 'Config', SINGLETON, undefined, [
          'spec:',
          '  storage:',
          '    s3:',
          `      bucket: '{{ fromConfigMap "${namespace}" "${name}" "BUCKET_NAME" }}'`,
        ])
      : []),
    '{{- end }}',
    '',
  ].join('\n');
}

function mustHave(
  apiVersion: string,
  kind: string,
  name: string,
  namespace: string | undefined,
  body: readonly string[],
): readonly string[] {
  return [
    '- complianceType: musthave',
    '  objectDefinition:',
    `    apiVersion: ${apiVersion}`,
    `    kind: ${kind}`,
    '    metadata:',
    `      name: ${name}`,
    ...(namespace === undefined ? [] : [`      namespace: ${namespace}`]),
    ...body.map(line => `    ${line}`),
  ];
}
