// What the check at run time needs of the types, and no more: it is read in every run.

/** Keywords of one value; `src/config/schema.ts` knows them. */
const KEYWORDS = ['$ref', 'type', 'required', 'enum', 'minimum', 'maximum', 'not'];

/** The types as the run-time check reads them. */
export const shapeOf = types => Object.fromEntries(Object.entries(types).map(([name, type]) => [name, reduce(type)]));

function reduce(node) {
  const kept = Object.fromEntries(KEYWORDS.filter(key => key in node).map(key => [key, node[key]]));
  const { properties, items, additionalProperties: values } = node;
  return {
    ...kept,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, reduce(property)])),
    }),
    ...(items && { items: reduce(items) }),
    ...(values !== undefined && { additionalProperties: typeof values === 'object' ? reduce(values) : values }),
  };
}
