/** Where the images of OpenShift itself come from, and what happens to nodes when image settings change. */

import type { ImageConfig } from '../../config/shape/image';
import { INTERNAL_HOSTNAME } from '../../facts/names';
import { hitIf, type Rule } from '../rule';
import { allowedRegistries, covers, coversRepository } from './entries';

/** Repositories of the release payload. @see openshift/release, the pull specs of "oc adm release info" */
const PAYLOAD = ['quay.io/openshift-release-dev/ocp-release', 'quay.io/openshift-release-dev/ocp-v4.0-art-dev'];

/** Catalogs, operators, samples and tools. */
const RED_HAT = 'registry.redhat.io';

const SOURCE = 'OpenShift documentation, image controller configuration';

const notAllowed: Rule = {
  code: 'IMAGE_PLATFORM_REGISTRIES',
  severity: 'warning',
  title: "the registries of OpenShift's own images are not allowed",
  why: 'unless an allowed mirror has these images, nodes cannot pull them: upgrades and new nodes need those of quay.io, operators and samples those of registry.redhat.io',
  fix: `add quay.io (or only quay.io/openshift-release-dev) and ${RED_HAT}; or accept this with the name of the mirror as reason`,
  source: SOURCE,
  bad: `
    platform: aws
    image: {registrySources: {allowedRegistries: ["${INTERNAL_HOSTNAME}", quay.io]}}`,
  good: `
    platform: aws
    image: {registrySources: {allowedRegistries: ["${INTERNAL_HOSTNAME}", quay.io/openshift-release-dev, ${RED_HAT}]}}`,
  check: input => {
    const allowed = allowedRegistries(input);
    const payload = PAYLOAD.filter(repository => !allowed.some(coversRepository(repository)));
    const tools = allowed.some(entry => covers(RED_HAT)(entry) || entry.startsWith(`${RED_HAT}/`));
    const missing = [...(payload.length < PAYLOAD.length ? payload : ['quay.io']), ...(tools ? [] : [RED_HAT])];
    return hitIf(allowed.length > 0 && missing.length > 0, () => ({
      path: ['image', 'registrySources', 'allowedRegistries'],
      what: `allowedRegistries does not contain ${missing.join(' and ')}, which OpenShift itself needs`,
    }));
  },
};

const blocked: Rule = {
  code: 'IMAGE_PLATFORM_BLOCKED',
  severity: 'warning',
  title: "a registry of OpenShift's own images is blocked",
  why: 'unless a mirror has these images, upgrades, new nodes and the restart of pods on another node fail',
  fix: 'remove the entry from blockedRegistries, or set its mirror under imageDigestMirrors; accept this if a mirror is set elsewhere',
  source: SOURCE,
  bad: `
    platform: aws
    image: {registrySources: {blockedRegistries: [quay.io/openshift-release-dev]}}`,
  good: `
    platform: aws
    image:
      registrySources: {blockedRegistries: [quay.io/openshift-release-dev]}
      imageDigestMirrors: [{source: quay.io/openshift-release-dev, mirrors: [mirror.example.com/openshift]}]`,
  check: ({ config: { image = {} } }) =>
    (image.registrySources?.blockedRegistries ?? []).flatMap((entry, index) => {
      const repository = [...PAYLOAD, RED_HAT].find(one => coversRepository(one)(entry) && !isMirrored(image, one));
      return hitIf(repository !== undefined, () => ({
        path: ['image', 'registrySources', 'blockedRegistries', index],
        what: `blockedRegistries "${entry}" blocks images of OpenShift itself: ${repository}`,
      }));
    }),
};

const isMirrored = ({ imageDigestMirrors = [] }: ImageConfig, repository: string): boolean =>
  imageDigestMirrors.some(
    ({ source = '', mirrors = [] }) => mirrors.length > 0 && coversRepository(repository)(source),
  );

const LISTS = [
  'allowedRegistries',
  'blockedRegistries',
  'insecureRegistries',
  'containerRuntimeSearchRegistries',
] as const;

const rollsNodes: Rule = {
  code: 'IMAGE_ROLLS_NODES',
  severity: 'info',
  title: 'a change of these image settings rolls every node',
  why: 'the settings become a file on each node: the machine config operator drains, and on some versions restarts, the nodes of every pool one after the other, control plane included; only for digest mirrors that are added it drains none',
  fix: 'plan each change of these settings like a small upgrade, and watch "oc get machineconfigpool"; nothing to do while they stay the same',
  source:
    'openshift/machine-config-operator pkg/controller/container-runtime-config, pkg/daemon/drain.go isSafeContainerRegistryConfChanges',
  bad: `
    platform: aws
    image: {registrySources: {insecureRegistries: [registry.example.com]}}`,
  good: `
    platform: aws
    image: {additionalTrustedCA: {configMap: registry-cas}, externalRegistryHostnames: [registry.example.com]}`,
  // CAs are copied to every node, too, and no node is drained for it: a DaemonSet of the registry's operator
  // (bindata/nodecadaemon.yaml) and the daemon of the machine config operator (pkg/daemon/certificate_writer.go) write the files.
  check: ({ config: { image = {} } }) => {
    const sources = LISTS.filter(key => (image.registrySources?.[key]?.length ?? 0) > 0);
    const mirrors = (['imageDigestMirrors', 'imageTagMirrors'] as const).filter(key => (image[key]?.length ?? 0) > 0);
    const always = [...sources, ...mirrors].filter(key => key !== 'imageDigestMirrors');
    const changes = [
      ...(always.length > 0 ? [`each change of ${always.join(', ')}`] : []),
      ...(mirrors.includes('imageDigestMirrors') ? ['each change of imageDigestMirrors but an addition'] : []),
    ];
    return hitIf(changes.length > 0, () => ({
      path: ['image', ...(sources.length > 0 ? ['registrySources'] : mirrors.slice(0, 1))],
      what: `${changes.join(', and ')} will roll every node`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const IMAGE_RELEASE_RULES: readonly Rule[] = [notAllowed, blocked, rollsNodes];
