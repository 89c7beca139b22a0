/** What cdk8s expects of a validation plugin, as far as we use it: its command line tool is not a dependency of ours. */

/** An object that breaks a rule. */
export interface ViolatingResource {
  readonly resourceName: string;
  /** Where in the object, and what is there. */
  readonly locations: readonly string[];
  readonly manifestPath: string;
}

/** A broken rule. */
export interface ValidationViolation {
  readonly ruleName: string;
  readonly recommendation: string;
  readonly fix: string;
  readonly violatingResources: readonly ViolatingResource[];
}

/** What cdk8s passes to a plugin. */
export interface ValidationContext {
  /** Paths of the synthesized files. */
  readonly manifests: readonly string[];
  /** The objects of one of them. */
  parseManifest(manifestPath: string): unknown;
  readonly report: {
    addViolation(violation: ValidationViolation): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/**
 * A validation plugin.
 *
 * @see https://cdk8s.io/docs/latest/cli/synth/ "Validations"
 */
export interface Validation {
  validate(context: ValidationContext): Promise<void>;
}
