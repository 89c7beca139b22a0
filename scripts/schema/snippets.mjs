// What editors insert for a key whose value is a map, or a text in quotes: the example of its type, each value a place to type over. Lists have
// none: within one, the language server takes the snippet of the list for that of an item.

/** One snippet with the example, or none. */
export function snippetsOf(label, example) {
  if (example === undefined || Array.isArray(example)) return {};
  const body = Object.keys(example).length === 0 ? '{}' : withPlaces(example, { count: 0 });
  return { defaultSnippets: [{ label: `${label} example`, description: 'An example to type over.', body }] };
}

/** Texts become `${1:text}`, in the order in which they stand. */
function withPlaces(value, places) {
  if (Array.isArray(value)) return value.map(item => withPlaces(item, places));
  if (typeof value === 'object' && value !== null) {
    // as text: the language server would write a key without a value
    if (Object.keys(value).length === 0) return '{}';
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [yamlOf(key), withPlaces(item, places)]));
  }
  places.count += 1;
  return `\${${places.count}:${place(value)}}`;
}

/** As it is written in YAML, with what ends a place taken care of. */
const place = value => yamlOf(value).replace(/[\\$}]/g, '\\$&');

function yamlOf(value) {
  if (typeof value !== 'string') return String(value);
  return /^[A-Za-z][\w./-]*(:[\w./-]+)*$/.test(value) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);
}
