/** `image.imageDigestMirrors` and `image.imageTagMirrors`. */

import type { Mirror } from '../../config/shape/image';
import { MIRROR_SETS_SINCE } from '../../model/image';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';

const LISTS = ['imageDigestMirrors', 'imageTagMirrors'] as const;
type List = (typeof LISTS)[number];

/** Every entry with its place. */
function mirrorsOf({
  config,
}: RuleInput): readonly { readonly list: List; readonly index: number; readonly mirror: Mirror }[] {
  return LISTS.flatMap(list => (config.image?.[list] ?? []).map((mirror, index) => ({ list, index, mirror })));
}

const version: Rule = {
  code: 'MIRROR_VERSION',
  severity: 'error',
  acceptable: false,
  title: 'the OpenShift version does not support this kind of mirror',
  why: `before ${MIRROR_SETS_SINCE} there is only ImageContentSourcePolicy, which supports digests only and always tries the source last`,
  fix: `remove the setting, or first upgrade the cluster to ${MIRROR_SETS_SINCE}`,
  source: 'openshift/api operator/v1alpha1 ImageContentSourcePolicy, config/v1 ImageTagMirrorSet',
  bad: `
    platform: aws
    openshift: "4.12"
    image: {imageTagMirrors: [{source: quay.io/acme, mirrors: [mirror.example.com/acme]}]}`,
  good: `
    platform: aws
    openshift: "4.12"
    image: {imageDigestMirrors: [{source: quay.io/acme, mirrors: [mirror.example.com/acme]}]}`,
  check: input => {
    if (input.model.image?.mirrorKind !== 'contentSourcePolicy') return [];
    const { openshift } = input.model;
    return mirrorsOf(input).flatMap(({ list, index, mirror }): readonly Hit[] => {
      const path = ['image', list, index];
      if (list === 'imageTagMirrors') return [{ path, what: `OpenShift ${openshift} has no mirrors of tags` }];
      return hitIf(mirror.mirrorSourcePolicy === 'NeverContactSource', () => ({
        path: [...path, 'mirrorSourcePolicy'],
        what: `OpenShift ${openshift} has no mirrorSourcePolicy`,
      }));
    });
  },
};

const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${LABEL}(?:\\.${LABEL})*(?::\\d+)?(?:/${PART})*$`);
const WILDCARD = new RegExp(`^\\*(?:\\.${LABEL})+$`);

const names: Rule = {
  code: 'MIRROR_NAME',
  severity: 'error',
  acceptable: false,
  title: 'a source or a mirror is not the name of a repository',
  why: 'the API server refuses the object, or nodes get a configuration that they cannot read',
  fix: 'write host[:port][/path] without scheme, tag and digest; a source may also be *.host',
  source: 'openshift/api config/v1 ImageMirrors',
  bad: `
    platform: aws
    image: {imageDigestMirrors: [{source: "https://quay.io/acme", mirrors: [mirror.example.com/acme]}]}`,
  good: `
    platform: aws
    image: {imageDigestMirrors: [{source: quay.io/acme, mirrors: [mirror.example.com/acme]}]}`,
  check: input =>
    mirrorsOf(input).flatMap(({ list, index, mirror }) => {
      const path = ['image', list, index];
      const source = hitIf(!REPOSITORY.test(mirror.source) && !WILDCARD.test(mirror.source), () => ({
        path: [...path, 'source'],
        what: `source "${mirror.source}" is not a repository`,
      }));
      const mirrors = (mirror.mirrors ?? []).flatMap((name, position) =>
        hitIf(!REPOSITORY.test(name), () => ({
          path: [...path, 'mirrors', position],
          what: `mirror "${name}" is not a repository`,
        })),
      );
      return [...source, ...mirrors];
    }),
};

const empty: Rule = {
  code: 'MIRROR_EMPTY',
  severity: 'warning',
  title: 'a source has no mirror',
  why: 'without a mirror nothing is configured for the source: nodes pull from it as before',
  fix: 'add a mirror, or remove the entry',
  source: 'openshift/api config/v1 ImageDigestMirrors.mirrors: no mirror will be configured if not specified',
  bad: `
    platform: aws
    image: {imageDigestMirrors: [{source: quay.io/acme, mirrors: []}]}`,
  good: `
    platform: aws
    image: {imageDigestMirrors: [{source: quay.io/acme, mirrors: [mirror.example.com/acme]}]}`,
  check: input =>
    mirrorsOf(input).flatMap(({ list, index, mirror }) =>
      hitIf((mirror.mirrors ?? []).length === 0, () => ({
        path: ['image', list, index],
        what: `source ${mirror.source} has no mirror`,
      })),
    ),
};

/** Versions that read mirror sets, but in their first z-streams not together with an older policy. */
const NOT_BESIDE_POLICY = ['4.13', '4.14'];

const policyLeft: Rule = {
  code: 'MIRROR_POLICY_LEFT',
  severity: 'info',
  title: 'mirror sets may not work together with an ImageContentSourcePolicy',
  why: 'if both exist, up to 4.13.26 and in the first releases of 4.14, nodes get neither; a policy that was emitted for 4.12 is kept until you delete it',
  fix: 'run "oc get imagecontentsourcepolicy", and delete what it lists once the mirror sets exist',
  source: 'openshift/machine-config-operator pull request 3898; OpenShift 4.13.27 release notes',
  bad: `
    platform: aws
    openshift: "4.13"
    image: {imageDigestMirrors: [{source: quay.io/acme, mirrors: [mirror.example.com/acme]}]}`,
  good: `
    platform: aws
    openshift: "4.15"
    image: {imageDigestMirrors: [{source: quay.io/acme, mirrors: [mirror.example.com/acme]}]}`,
  check: input => {
    const [first] = mirrorsOf(input);
    if (first === undefined || !NOT_BESIDE_POLICY.includes(input.model.openshift)) return [];
    return [
      {
        path: ['image', first.list],
        what: `mirror sets on OpenShift ${input.model.openshift} may not work beside an ImageContentSourcePolicy`,
      },
    ];
  },
};

/** In the order they are listed in the documentation. */
export const IMAGE_MIRROR_RULES: readonly Rule[] = [version, names, empty, policyLeft];
