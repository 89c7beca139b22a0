/** `Image` and mirror sets: settings of every node. */

import { isPlainMap } from '../../config/plain-map';
import { valueAt } from '../compare/paths';
import type { FieldChange, RuleTable, WholeChange } from './rule';

const MCO = 'openshift/machine-config-operator:pkg/controller/container-runtime-config';
/** A DaemonSet of the registry's operator, and on later versions the daemon of the machine config operator, write files. */
const NODE_CA =
  'openshift/cluster-image-registry-operator:bindata/nodecadaemon.yaml; openshift/machine-config-operator:pkg/daemon/certificate_writer.go';
const CAS_COPIED =
  'the CAs of other registries are copied to every node, none of which is drained for it, and the registry restarts with them';
const CAS_GONE = 'nodes and the registry no longer trust the CAs of other registries: images of them cannot be pulled';
const IMAGE = ['Image'];
const DIGEST_MIRRORS = ['ImageDigestMirrorSet', 'ImageContentSourcePolicy'];
const MIRRORS = [...DIGEST_MIRRORS, 'ImageTagMirrorSet'];
/** Nodes are not drained for mirrors that serve digests alone; everything else in the file needs it. */
const MCO_DRAIN = 'openshift/machine-config-operator:pkg/daemon/drain.go isSafeContainerRegistryConfChanges';
const INTERNAL = 'image-registry.openshift-image-registry.svc:5000';

const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const covers = (value: unknown): boolean =>
  list(value).some(entry => entry === INTERNAL || entry === INTERNAL.replace(/:.*/, ''));

const losesInternal = ({ before, after }: FieldChange): boolean =>
  list(after).length > 0 && !covers(after) && (list(before).length === 0 || covers(before));

/** Settings of an Image that become no file on a node, or one for which no node is drained. */
const NO_DRAIN: ReadonlySet<string> = new Set([
  'additionalTrustedCA',
  'allowedRegistriesForImport',
  'externalRegistryHostnames',
  'imageStreamImportMode',
]);

const keysOf = ({ object }: WholeChange): readonly string[] => {
  const spec = valueAt(object.value, 'spec');
  return isPlainMap(spec) ? Object.keys(spec) : [];
};
const drains = (change: WholeChange): boolean => keysOf(change).some(key => !NO_DRAIN.has(key));
const trusts = (change: WholeChange): boolean => keysOf(change).includes('additionalTrustedCA');

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
      why: CAS_COPIED,
      source: NODE_CA,
    },
    {
      ...{ code: 'registries-trust-gone', risk: 'outage', kinds: IMAGE, paths: ['spec.additionalTrustedCA.**'] },
      when: ({ before, after }) => before !== undefined && after === undefined,
      why: CAS_GONE,
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
      ...{ code: 'digest-mirrors-added', risk: 'exposure', kinds: DIGEST_MIRRORS, action: 'added' },
      why: 'every node looks for images by digest in the mirrors first; the machine config operator updates all nodes, and drains none',
      source: MCO_DRAIN,
    },
    {
      ...{ code: 'tag-mirrors-added', risk: 'nodes', kinds: ['ImageTagMirrorSet'], action: 'added' },
      why: 'every node looks for images by tag in the mirrors first: the machine config operator drains and updates all nodes',
      source: MCO_DRAIN,
    },
    {
      ...{ code: 'mirrors-gone', risk: 'nodes', kinds: MIRRORS, action: 'removed' },
      why: 'after it is deleted, nodes pull from the sources again, without its mirrors; all nodes are updated',
      source: MCO,
    },
    {
      ...{ code: 'image-added', risk: 'exposure', kinds: IMAGE, action: 'added' },
      why: 'git now owns settings of the cluster: which registries users may import from, or how images are named',
      source: 'openshift/api:config/v1/types_image.go ImageSpec',
    },
    {
      ...{ code: 'image-trust-added', risk: 'rollout', kinds: IMAGE, action: 'added', when: trusts },
      why: CAS_COPIED,
      source: NODE_CA,
    },
    {
      ...{ code: 'image-nodes-added', risk: 'nodes', kinds: IMAGE, action: 'added', when: drains },
      why: 'git now owns settings that are written to every node: if they differ from the running ones, the machine config operator updates all nodes',
      source: MCO,
    },
    {
      ...{ code: 'image-gone', risk: 'exposure', kinds: IMAGE, action: 'removed' },
      why: 'after it is deleted, its settings are those of a new cluster: users may import from every registry',
      source: 'openshift/api:config/v1/types_image.go ImageSpec',
    },
    {
      ...{ code: 'image-trust-gone', risk: 'outage', kinds: IMAGE, action: 'removed', when: trusts },
      why: `after it is deleted, ${CAS_GONE}`,
      source: NODE_CA,
    },
    {
      ...{ code: 'image-nodes-gone', risk: 'nodes', kinds: IMAGE, action: 'removed', when: drains },
      why: 'after it is deleted, nodes pull from every registry again; all nodes are updated',
      source: MCO,
    },
  ],
};
