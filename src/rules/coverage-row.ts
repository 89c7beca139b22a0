/** One known mistake with the registry operator. */

/** What becomes of a mistake: rules that find it, a reason why it cannot be made or seen, or both. */
export interface Covered {
  /** Its number. */
  readonly row: string;
  readonly mistake: string;
  /** Codes of the findings. */
  readonly rules?: readonly string[];
  /** Why it cannot happen here, or cannot be checked. */
  readonly whyNot?: string;
}
