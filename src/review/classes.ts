/** What a change can do, from worst to mildest. */

/** One class of changes. */
export interface RiskClass {
  readonly name: string;
  /** What changes of the class do, for a heading. */
  readonly title: string;
  /** One sentence for the reviewer. */
  readonly means: string;
}

/** From worst to mildest: `--fail-on` applies to a class and all before it. */
export const RISK_CLASSES = [
  {
    name: 'data-loss',
    title: 'images can be deleted',
    means: 'the change deletes images, or removes what protects them from deletion',
  },
  {
    name: 'orphan',
    title: 'images stay behind',
    means: 'the registry looks for its images in a new place, and nothing copies them there',
  },
  {
    name: 'immutable',
    title: 'the API server refuses it',
    means: 'the field cannot be changed on an existing object: the sync fails, or the change is ignored',
  },
  {
    name: 'stuck',
    title: 'the sync or the operator stops',
    means:
      'two backends, sync waves that wait for each other, or missing permissions: nothing continues until someone fixes it',
  },
  { name: 'outage', title: 'pulls or pushes fail', means: 'the registry refuses clients, or they cannot reach it' },
  {
    name: 'nodes',
    title: 'all nodes are rolled',
    means: 'the machine config operator writes the setting to every node, one node after the other',
  },
  { name: 'rollout', title: 'the registry restarts', means: 'the pods of the registry are replaced' },
  {
    name: 'exposure',
    title: 'who can reach what changes',
    means: 'routes, permissions, trust, or what protects an object from a sync',
  },
  { name: 'safe', title: 'nothing is interrupted', means: 'no image, pod, node or permission changes' },
] as const satisfies readonly RiskClass[];

/** The name of a class. */
export type Risk = (typeof RISK_CLASSES)[number]['name'];

/** The names, worst first. */
export const RISKS: readonly Risk[] = RISK_CLASSES.map(({ name }) => name);

/** 0 is the worst. */
export const rankOf = (risk: Risk): number => RISKS.indexOf(risk);

/** The class of a name. */
export const riskClass = (risk: Risk): (typeof RISK_CLASSES)[number] =>
  RISK_CLASSES.find(({ name }) => name === risk) ?? RISK_CLASSES[0];

/** Whether the class is this one or a worse one. */
export const isAtLeast = (risk: Risk, limit: Risk): boolean => rankOf(risk) <= rankOf(limit);
