/** Arguments that cannot be used. */

import { suggestion } from '../config/nearest';

/** The text names the argument, and what is valid. */
export class UsageError extends Error {}

/** Names that are listed in a message. */
const LISTED = 20;

/** A cluster that is not in the fleet. */
export function unknownCluster(name: string, known: readonly string[]): UsageError {
  const more = known.length > LISTED ? ` and ${known.length - LISTED} more: registry-gitops list` : '';
  const names = known.length === 0 ? 'It has none' : `Clusters: ${known.slice(0, LISTED).join(', ')}${more}`;
  return new UsageError(`the fleet has no cluster "${name}".${suggestion(name, known)} ${names}`);
}

/** One of several options that exclude each other, or a word that is not one of the choices. */
export const oneOf = (choices: readonly string[]): string =>
  choices.length === 1 ? `it is ${choices[0]}` : `use one of ${choices.join(', ')}`;
