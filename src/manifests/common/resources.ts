/** Resource requests and limits in the generated classes, which wrap every quantity in a class of its own. */

import type { CanonicalResources } from '../../model/resources';
import { onceFor } from '../../values/once-for';
import { remembered } from '../../values/remembered';

/** Quantities by resource. */
type Quantities<T> = Record<string, T>;

type Claim = NonNullable<CanonicalResources['claims']>[number];

/** The resources of a pod, each quantity made by the class that its place asks for. */
export function resourcesOf<Limit, Request>(
  { limits, requests, claims }: CanonicalResources,
  limit: (quantity: string) => Limit,
  request: (quantity: string) => Request,
): { limits?: Quantities<Limit>; requests?: Quantities<Request>; claims?: Claim[] } {
  return {
    ...(limits && { limits: mapValues(limits, quantities(limit)) }),
    ...(requests && { requests: mapValues(requests, quantities(request)) }),
    ...(claims && { claims: [...claims] }),
  };
}

/** The same function, which gives one object for each text: what has the same quantities has the very same ones. */
export const quantities = onceFor(<T>(of: (quantity: string) => T) => remembered(of));

const mapValues = <T>(map: Readonly<Record<string, string>>, change: (value: string) => T): Quantities<T> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
