/** A day-2 task: steps in order, each with what it should show, and the way back. */

/** Names of the tasks for `verify --task`. */
export const TASK_NAMES = ['rotate-keys', 'migrate', 'hard-prune', 'restore', 'grow', 'read-only'] as const;

/** Name of a task. */
export type TaskName = (typeof TASK_NAMES)[number];

/** One step of a task. */
export interface Step {
  /** What to do, as a sentence. */
  readonly say: string;
  /** Lines for the cluster's entry in the fleet, to commit and sync. */
  readonly commit?: readonly string[];
  /** Commands to run; values of the configuration in them are quoted. */
  readonly run?: readonly string[];
  /** What the commands should show. */
  readonly good?: string;
}

/** What to do on this cluster. */
export interface Plan {
  /** What the task is for, on this cluster. */
  readonly about: string;
  readonly steps: readonly Step[];
  /** How to undo it, or a single step that says that it cannot be undone. */
  readonly back: readonly Step[];
}

/** Why the task is not for this cluster, and what to do instead. */
export interface NotHere {
  readonly instead: string;
}

/** Steps, some of which may not apply. */
export const stepsOf = (...steps: readonly (Step | false | undefined)[]): readonly Step[] =>
  steps.filter((step): step is Step => typeof step === 'object');
