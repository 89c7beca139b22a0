/** Names the operator and OpenShift fixed; none of them is ours to choose. */

/** Namespace of the registry and of everything the operator reads for it. */
export const REGISTRY_NAMESPACE = 'openshift-image-registry';

/** `oc` in it. */
export const OC = `oc -n ${REGISTRY_NAMESPACE}`;

/** Host and port of the registry inside the cluster. */
export const INTERNAL_HOSTNAME = `image-registry.${REGISTRY_NAMESPACE}.svc:5000`;

/** Namespace of trust bundles. */
export const CONFIG_NAMESPACE = 'openshift-config';

/** Namespace of OpenShift Data Foundation. */
export const ODF_NAMESPACE = 'openshift-storage';

/** Name of every singleton of the cluster: Config, ImagePruner, Image. */
export const SINGLETON = 'cluster';

/**
 * The Secret with storage credentials a user provides.
 *
 * @see openshift/cluster-image-registry-operator pkg/defaults
 */
export const USER_SECRET = 'image-registry-private-configuration-user';

/** Claim the operator looks for when none is set. */
export const DEFAULT_CLAIM = 'image-registry-storage';

/** Least size of a claim the documentation asks for. */
export const DEFAULT_CLAIM_SIZE = '100Gi';

/** Key of a storage CA in its ConfigMap. */
export const CA_BUNDLE_KEY = 'ca-bundle.crt';

/** Our ConfigMap with the storage CA, in openshift-config. */
export const STORAGE_CA_CONFIG_MAP = 'image-registry-s3-bundle';

/** Our ConfigMap with the CAs of other registries, in openshift-config. */
export const TRUSTED_CAS_CONFIG_MAP = 'image-registry-trusted-cas';

/** Name of the default route. */
export const DEFAULT_ROUTE = 'default-route';

/** ClusterRole that may pull. */
export const REGISTRY_VIEWER_ROLE = 'registry-viewer';

/** ClusterRole that may push and pull. */
export const REGISTRY_EDITOR_ROLE = 'registry-editor';

/** ClusterRole that may push from builds. */
export const IMAGE_BUILDER_ROLE = 'system:image-builder';

/**
 * ClusterRole of ours that may read the registry's metrics, and its binding. The documentation calls it
 * prometheus-scraper, in the whole cluster: a name that any other tool may take as well.
 */
export const METRICS_ROLE = 'image-registry-metrics-reader';

/** Our ServiceMonitor; `image-registry` is the operator's own. */
export const SERVICE_MONITOR = 'image-registry-metrics';

/** Our mirrors of images named by digest. */
export const DIGEST_MIRRORS = 'image-registry-digest-mirrors';

/** Our mirrors of images named by tag. */
export const TAG_MIRRORS = 'image-registry-tag-mirrors';
