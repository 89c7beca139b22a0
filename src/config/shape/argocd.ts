/** `argocd`: how Argo CD finds and syncs the output. */

/**
 * Argo CD's own objects, in `dist/argocd/`, and its rights, in `dist/rights/`.
 *
 * @example {repoURL: "https://git.example.com/platform/image-registry.git", targetRevision: main}
 */
export interface ArgoCd {
  /**
   * URL of the repository that contains the output.
   *
   * @example https://git.example.com/platform/image-registry.git
   */
  readonly repoURL: string;
  /**
   * Branch, tag or commit.
   *
   * @default HEAD
   */
  readonly targetRevision?: string;
  /**
   * Path of the output folder in the repository.
   *
   * @default dist
   */
  readonly path?: string;
  /**
   * Namespace of Argo CD.
   *
   * @default openshift-gitops
   */
  readonly namespace?: string;
  /**
   * Name of the AppProject.
   *
   * @default image-registry
   */
  readonly project?: string;
  /**
   * One Application for each cluster, or an ApplicationSet over folders or over a list.
   *
   * @default gitDirectories
   */
  readonly generator?: 'gitDirectories' | 'list' | 'applications';
  /**
   * Syncs automatically, and corrects what changes in the cluster.
   *
   * @default true
   */
  readonly automated?: boolean;
  /**
   * Deletes what left the output. Objects that contain images are kept.
   *
   * @default false
   */
  readonly prune?: boolean;
  /**
   * Retries a failed sync with the newest commit instead of the one that failed. Set it to true on Argo CD 3.2 and
   * later; an older one does not know the field, and refuses or drops it. Without it a new commit is not synced until you
   * terminate the failing sync.
   *
   * @default false
   */
  readonly refreshOnRetry?: boolean;
  /**
   * Service account of the application controller, as namespace/name.
   *
   * @default - `<namespace>-argocd-application-controller` in the namespace of Argo CD, as OpenShift GitOps names it
   * @example openshift-gitops/openshift-gitops-argocd-application-controller
   */
  readonly controllerServiceAccount?: string;
  /**
   * Rights that the account already has: all that OpenShift GitOps grants its controller, none, or all. What it lacks is in
   * `dist/rights/`, to be applied on each cluster before its first sync, with the namespace of our Jobs. With `all`, for an
   * account that may do everything (`argocd cluster add` creates one), there is nothing to apply, and Argo CD creates that
   * namespace.
   *
   * @default openshift-gitops
   */
  readonly controllerRights?: 'openshift-gitops' | 'none' | 'all';
}
