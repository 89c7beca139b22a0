/** Parts of clusters that many of them have in common: defined for the first, and the very same definitions for the others. */

import type { RegistryModel } from '../../model/model';
import { onceFor } from '../../values/once-for';
import { remembered } from '../../values/remembered';
import { sameData } from '../../values/same-data';

/** What the metadata of every object depends on, but for the label with the name of its cluster. */
export type WithMetadata = Pick<RegistryModel, 'metadata'>;

/** Defines a part of a cluster: it depends on nothing else. */
export type Define<Part, Defined> = (model: WithMetadata, part: Part) => Defined;

/**
 * The same function for parts that are one object: what a profile says is the same object in every cluster that has the profile
 * (`load/merge.ts`), and so is what `model` makes of it.
 */
export function sharedPart<Part extends object, Defined>(define: Define<Part, Defined>): Define<Part, Defined> {
  const definedWith = onceFor((metadata: WithMetadata['metadata']) =>
    onceFor((part: Part) => define({ metadata }, part)),
  );
  return ({ metadata }, part) => definedWith(metadata)(part);
}

/** Data whose text says everything of it; nothing else is assignable. */
type Plain<T> = T extends string | number | boolean | undefined
  ? T
  : T extends (...args: never) => unknown
    ? never
    : { readonly [Key in keyof T]: Plain<T[Key]> };

/** The same function for parts that are small, and equal in many clusters though each has its own. */
export function equalPart<Part extends { readonly [Key in keyof Part]: Plain<Part[Key]> }, Defined>(
  define: Define<Part, Defined>,
): Define<Part, Defined> {
  const definedWith = onceFor((metadata: WithMetadata['metadata']) =>
    remembered((text: string) => define({ metadata }, JSON.parse(text))),
  );
  return ({ metadata }, part) => definedWith(metadata)(JSON.stringify(part));
}

/** The same function, which knows the last part: clusters that are built one after the other often have equal ones. */
export function likeLast<Part, Defined>(define: Define<Part, Defined>): Define<Part, Defined> {
  let last: { readonly metadata: WithMetadata['metadata']; readonly part: Part; readonly defined: Defined } | undefined;
  return ({ metadata }, part) => {
    if (last === undefined || !sameData(last.metadata, metadata) || !sameData(last.part, part))
      last = { metadata, part, defined: define({ metadata }, part) };
    return last.defined;
  };
}
