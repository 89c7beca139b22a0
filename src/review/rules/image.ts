/** `Image` and mirror sets: settings of every node. */

import type { FieldChange, RuleTable } from './rule';

const MCO = 'openshift/machine-config-operator:pkg/controller/container-runtime-config';
/** A DaemonSet of the registry's operator, and on later versions the daemon of the machine config operator, write files. */
const NODE_CA =
  'openshift/cluster-image-registry-operator:bindata/nodecadaemon.yaml; openshift/machine-config-operator:pkg/daemon/certificate_writer.go';
const IMAGE = ['Image'];
const MIRRORS = ['ImageDigestMirrorSet', 'ImageTagMirrorSet', 'ImageContentSourcePolicy'];
const INTERNAL = 'image-registry.openshift-image-registry.svc:5000';

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const covers = (value: unknown): boolean =>
  list(value).some(entry => entry === INTERNAL || entry === INTERNAL.replace(/:.*/, ''));

const losesInternal = ({ before, after }: FieldChange): boolean =>
  list(after).length > 0 && !covers(after) && (list(before).length === 0 || covers(before));

export const IMAGES: RuleTable = {
  fields: [
    {
      ...{ code: 'internal-registry-not-allowed', risk: 'outage', kinds: IMAGE },
      paths: ['spec.registrySources.allowedRegistries'],
      when: losesInternal,
      why: `nodes refuse every registry that is not in the list, and ${INTERNAL} is not in it: no image of this registry can be pulled`,
      source: 'openshift/api:config/v1/types_image.go RegistrySources',
    },
    {
      ...{ code: 'internal-registry-blocked', risk: 'outage', kinds: IMAGE },
      paths: ['spec.registrySources.blockedRegistries'],
      when: ({ before, after }) => covers(after) && !covers(before),
      why: 'nodes refuse to pull from this registry',
      source: 'openshift/api:config/v1/types_image.go RegistrySources',
    },
    {
      ...{ code: 'nodes-registries', risk: 'nodes', kinds: IMAGE, paths: ['spec.registrySources.**'] },
      why: 'allowed, insecure and searched registries are written to every node, and nodes are drained for it',
      source: MCO,
    },
    {
      ...{ code: 'registries-trust', risk: 'rollout', kinds: IMAGE, paths: ['spec.additionalTrustedCA.**'] },
      why: 'the CAs of other registries are copied to every node, none of which is drained for it, and the registry restarts with them',
      source: NODE_CA,
    },
    {
      ...{ code: 'import-rights', risk: 'exposure', kinds: IMAGE },
      paths: ['spec.allowedRegistriesForImport.**', 'spec.externalRegistryHostnames.**'],
      why: 'the registries that users may import from, or the names under which images are shown, change',
      source: 'openshift/api:config/v1/types_image.go ImageSpec',
    },
    {
      ...{ code: 'import-mode', risk: 'safe', kinds: IMAGE, paths: ['spec.imageStreamImportMode'] },
      why: 'it applies only to new imports',
      source: 'openshift/api:config/v1/types_image.go ImageStreamImportMode',
    },
    {
      ...{ code: 'mirrors', risk: 'nodes', kinds: MIRRORS, paths: ['spec.**'] },
      why: 'mirrors are written to every node: the machine config operator updates all nodes',
      source: MCO,
    },
  ],
  otherwise: [
    {
      ...{ code: 'image-unknown', risk: 'nodes', kinds: IMAGE, paths: ['spec.**'] },
      why: 'settings of the whole cluster that are written to its nodes',
      source: MCO,
    },
  ],
  whole: [
    {
      ...{ code: 'mirrors-added', risk: 'nodes', kinds: [...IMAGE, ...MIRRORS], action: 'added' },
      why: 'settings of every node: the machine config operator updates all nodes',
      source: MCO,
    },
    {
      ...{ code: 'mirrors-gone', risk: 'nodes', kinds: [...IMAGE, ...MIRRORS], action: 'removed' },
      why: 'after it is deleted, nodes pull from the sources again, without its mirrors and trusted CAs; all nodes are updated',
      source: MCO,
    },
  ],
};
