/** `takeOver`: how git takes over a live Config. */

/**
 * How git takes over the live Config where an apply alone would leave fields that others wrote.
 *
 * @example {by: hand, fields: [nodeSelector]}
 * @beside {platform: aws, registry: {nodeSelector: {node-role.kubernetes.io/worker: ""}}}
 */
export interface TakeOver {
  /**
   * Who does it, where it is needed. `job`: a Job in each full sync. `hand`: you, once, with the commands that
   * `registry-gitops verify` prints. `none`: it is done.
   *
   * @default job
   */
  readonly by?: 'job' | 'hand' | 'none';
  /**
   * Fields of the registry's spec that were set by hand and that git must own alone. Each makes a takeover necessary.
   *
   * @default - what the operator's own choice of storage, or an acknowledged change of it, leaves behind
   * @example [nodeSelector]
   * @choices takeOverFields
   */
  readonly fields?: readonly string[];
}
