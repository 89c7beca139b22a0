// Keys that exclude each other: groups that a docstring makes with @oneOf, of which one is needed, or with @atMostOne.

/** The group of a key, if it is in one. */
export const groupOf = ({ oneOf, atMostOne }) => oneOf ?? atMostOne;

/** The keys of each group of a type, by name. */
export function groupsOf({ properties = {} }) {
  const groups = new Map();
  for (const [key, property] of Object.entries(properties)) {
    const group = groupOf(property);
    if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  return groups;
}

/** Whether a type has a group of which one key is needed. */
export const needsOne = ({ properties = {} }) => Object.values(properties).some(({ oneOf }) => oneOf !== undefined);

/** A mark for each two keys of a group that are both set; null and false set nothing. */
export function exclusions(type) {
  return [...groupsOf(type)].flatMap(([group, keys]) =>
    pairs(keys).map(([one, other]) => ({
      if: {
        type: 'object',
        required: [one, other],
        properties: { [one]: isSet(type.properties[one]), [other]: isSet(type.properties[other]) },
      },
      // an object is never this text, and editors show the message
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { const: `one ${group}`, errorMessage: `${one} and ${other} are both set: only one ${group} can be set.` },
    })),
  );
}

const isSet = ({ type }) => (type === 'boolean' ? { const: true } : { not: { type: 'null' } });

const pairs = keys => keys.flatMap((one, index) => keys.slice(index + 1).map(other => [one, other]));
