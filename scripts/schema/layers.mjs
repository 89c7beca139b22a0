// Which types can be spread over several layers: defaults, profiles and the cluster are merged, so that none of them needs
// to be whole, and `null` removes what a lower layer has set. Lists are never merged: their items are whole.

const nameOf = ({ $ref }) => $ref?.replace('#/definitions/', '');

/** Names of the types below a cluster that are reached without a list in between. */
export function layeredTypes(types) {
  const found = new Set();
  const visit = node => {
    const name = nameOf(node);
    if (name !== undefined) {
      if (found.has(name)) return;
      found.add(name);
    }
    const { properties = {}, additionalProperties: values } = name === undefined ? node : types[name];
    for (const property of Object.values(properties)) visit(property);
    if (typeof values === 'object') visit(values);
  };
  for (const root of ['Cluster', 'ClusterFragment']) visit({ $ref: `#/definitions/${root}` });
  return found;
}

/** Names of the types that are items of a list. */
export const itemTypes = types =>
  new Set(
    Object.values(types)
      .flatMap(({ properties = {} }) => Object.values(properties))
      .flatMap(({ items = {} }) => nameOf(items) ?? []),
  );

/** Keys that no other layer can give. */
export const OWN_KEYS = { Cluster: ['name'] };
