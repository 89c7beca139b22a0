/** The check of one registry that a program describes, without a file: the construct path takes the place of the file. */

import type { Inputs } from '../config/inputs';
import type { Finding } from '../findings/finding';
import { mergeLayers } from '../load/merge';
import type { RegistryModel } from '../model/model';
import { judge } from './check-cluster';

/** Checks properties as a cluster of a fleet would be; the construct's path takes the place of the file. */
export function checkProps(
  props: object,
  inputs: Inputs,
  construct: string,
): { readonly model?: RegistryModel; readonly findings: readonly Finding[] } {
  const { model, problems } = judge(mergeLayers([withoutUndefined(props)]), inputs, { inProgram: true });
  return { model, findings: problems.map(problem => ({ ...problem, construct })) };
}

/** A property that is undefined counts as not set. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutUndefined(item)]));
}
