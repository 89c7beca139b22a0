/** Labels, annotations, and the names of everything a user names. */

import { isPlainMap } from '../../config/plain-map';
import { isDnsLabel, isDnsSubdomain, isLabelValue, isQualifiedName } from '../../values/dns-name';
import type { Hit, Rule, RuleInput } from '../rule';
import { type Found, valuesAtAny } from '../walk';

const METADATA = ['metadata', 'storage.*.metadata', 'storage.odf.*.metadata'];
const LABELS = [
  ...METADATA.map(place => `${place}.labels`),
  'registry.nodeSelector',
  'pruner.nodeSelector',
  'credentials.bucketClaim.acm.placement.matchLabels',
];
const ANNOTATIONS = METADATA.map(place => `${place}.annotations`);

/** Each entry of the maps at these places. */
function entriesAt({ config }: RuleInput, patterns: readonly string[]): readonly (Found & { readonly key: string })[] {
  return valuesAtAny(config, patterns).flatMap(({ path, value }) =>
    isPlainMap(value) ? Object.entries(value).map(([key, item]) => ({ key, path: [...path, key], value: item })) : [],
  );
}

const label: Rule = {
  code: 'LABEL_SYNTAX',
  severity: 'error',
  acceptable: false,
  title: 'a label is not valid in Kubernetes',
  why: 'the API server refuses every object with this label, and a selector with it matches nothing',
  fix: 'write as key an optional DNS prefix and "/", then at most 63 letters, digits, dots, dashes and underscores; as value the same without prefix, or nothing',
  source: 'kubernetes apimachinery pkg/util/validation',
  bad: `
    platform: aws
    metadata: {labels: {cost-center: "a b"}}`,
  good: `
    platform: aws
    metadata: {labels: {example.com/cost-center: a-b}}`,
  check: input =>
    entriesAt(input, LABELS).flatMap(({ key, path, value }): readonly Hit[] => {
      if (!isQualifiedName(key)) return [{ path, what: `"${key}" is not a valid label key` }];
      return isLabelValue(String(value)) ? [] : [{ path, what: `"${value}" is not a valid label value` }];
    }),
};

const annotation: Rule = {
  code: 'ANNOTATION_SYNTAX',
  severity: 'error',
  acceptable: false,
  title: 'the key of an annotation is not valid in Kubernetes',
  why: 'the API server refuses every object with this annotation',
  fix: 'write an optional DNS prefix and "/", then at most 63 letters, digits, dots, dashes and underscores',
  source: 'kubernetes apimachinery pkg/api/validation',
  bad: `
    platform: aws
    metadata: {annotations: {"contact person": ann}}`,
  good: `
    platform: aws
    metadata: {annotations: {example.com/contact-person: Ann Example}}`,
  check: input =>
    entriesAt(input, ANNOTATIONS)
      .filter(({ key }) => !isQualifiedName(key))
      .map(({ key, path }) => ({ path, what: `"${key}" is not a valid annotation key` })),
};

/** What this tool writes itself; a user's value would be overwritten. */
const OURS =
  /^(app\.kubernetes\.io\/(name|part-of|managed-by)|registry-gitops\/.*|argocd\.argoproj\.io\/(sync-wave|sync-options|compare-options|hook|hook-delete-policy))$/;

const reserved: Rule = {
  code: 'METADATA_RESERVED',
  severity: 'error',
  title: 'a label or annotation is reserved for this tool',
  why: 'the value has no effect, or changes how Argo CD treats objects that hold images',
  fix: 'remove it, or use another key',
  source: 'src/manifests/common/metadata.ts',
  bad: `
    platform: aws
    metadata: {labels: {app.kubernetes.io/name: registry}}`,
  good: `
    platform: aws
    metadata: {labels: {app.kubernetes.io/component: registry}}`,
  check: input =>
    [
      ...entriesAt(
        input,
        METADATA.map(place => `${place}.labels`),
      ),
      ...entriesAt(input, ANNOTATIONS),
    ]
      .filter(({ key }) => OURS.test(key))
      .map(({ key, path }) => ({ path, what: `"${key}" is reserved: this tool sets it` })),
};

/** How the operator knows its own claims and routes. */
const OPERATOR_MARK = 'imageregistry.openshift.io';

const operatorMark: Rule = {
  code: 'OPERATOR_ANNOTATION',
  severity: 'warning',
  title: "an object has the operator's own annotation",
  why: 'the operator reads the annotation only while its Config names no claim, which is never the case here; if the claim name is ever removed, the operator takes the claim for its own and deletes it',
  fix: 'remove the annotation; accept this if a procedure of the documentation asks for it',
  source: 'operator pkg/storage/pvc/pvc.go CreateStorage; pkg/resource/generator.go removeObsoleteRoutes',
  bad: `
    platform: baremetal
    storage:
      pvc:
        accessModes: [ReadWriteMany]
        storageClassName: shared-files
        metadata: {annotations: {imageregistry.openshift.io: "true"}}`,
  good: `
    platform: baremetal
    storage:
      pvc:
        accessModes: [ReadWriteMany]
        storageClassName: shared-files
        metadata: {annotations: {example.com/purpose: registry}}`,
  check: input =>
    entriesAt(input, ANNOTATIONS)
      .filter(({ key }) => key === OPERATOR_MARK)
      .map(({ path }) => ({ path, what: `the annotation ${OPERATOR_MARK} is reserved for the operator` })),
};

/** Places of names that are namespaces or must be DNS labels for another reason. */
const LABEL_NAMES = [
  'thirdParty.*.namespaces.*',
  'thirdParty.*.imageStreams.*.namespace',
  'credentials.bucketClaim.*.namespace',
];

/** Places of all other names. */
const SUBDOMAIN_NAMES = [
  'storage.pvc.claim',
  'storage.odf.cephfs.claim',
  'storage.pvc.volume.name',
  'storage.odf.cephfs.volume.name',
  'storage.pvc.storageClass.name',
  'storage.odf.cephfs.storageClass.name',
  'storage.pvc.storageClassName',
  'storage.odf.cephfs.storageClassName',
  'storage.s3.cloudFront.privateKey.name',
  'image.additionalTrustedCA.configMap',
  'routes.custom.*.name',
  'routes.custom.*.tls.secretName',
  'routes.custom.*.tls.certificate.issuerRef.name',
  'thirdParty.*.secretName',
];

const names: Rule = {
  code: 'NAME_SYNTAX',
  severity: 'error',
  acceptable: false,
  title: 'a name is not valid in Kubernetes',
  why: 'the API server refuses the object, or finds no object of that name',
  fix: 'write lower-case letters, digits and dashes (and dots, except in namespaces), with a letter or digit at both ends',
  source: 'RFC 1123; kubernetes apimachinery pkg/util/validation',
  bad: `
    platform: baremetal
    storage: {pvc: {claim: Registry_Storage, accessModes: [ReadWriteMany], storageClassName: shared-files}}`,
  good: `
    platform: baremetal
    storage: {pvc: {claim: registry-storage, accessModes: [ReadWriteMany], storageClassName: shared-files}}`,
  check: ({ config }) => [
    ...valuesAtAny(config, LABEL_NAMES).flatMap(found => nameHit(found, isDnsLabel)),
    ...valuesAtAny(config, SUBDOMAIN_NAMES).flatMap(found => nameHit(found, isDnsSubdomain)),
    ...valuesAtAny(config, ['thirdParty.*.imageStreams.*.name']).flatMap(found => nameHit(found, isStreamName)),
  ],
};

/**
 * The name of an image stream is a part of a repository path.
 *
 * @see openshift/openshift-apiserver pkg/image/apis/image/validation ValidateImageStreamName
 */
const isStreamName = (text: string): boolean =>
  text.length <= 253 && /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/.test(text);

/** An empty claim or class has a meaning, or a rule, of its own. */
const MAY_BE_EMPTY = ['claim', 'storageClassName', 'configMap'];

function nameHit({ path, value }: Found, fits: (text: string) => boolean): readonly Hit[] {
  const key = typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1);
  if (fits(String(value)) || (value === '' && MAY_BE_EMPTY.includes(String(key)))) return [];
  return [{ path, what: `${key} "${value}" is not a valid name` }];
}

/** In the order they are listed in the documentation. */
export const METADATA_RULES: readonly Rule[] = [label, annotation, reserved, operatorMark, names];
