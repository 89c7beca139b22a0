/** `docs/configuration.md`: every key of the configuration, from the same schema editors use. */

import { definition, dereference, fleetSchema, type Schema } from './schema';

const INTRODUCTION = `# Configuration

Made from the types in \`src/config/shape\`. Words are the operator API's own wherever one exists.

Defaults, the profiles a cluster names, and the cluster itself are merged in this order: maps merge deep, lists and scalars
replace, \`null\` removes. Names of files are relative to the file that says them.
`;

/** The text of the document. */
export function configurationDocument(): string {
  const seen: string[] = [];
  const queue = ['Fleet', 'Cluster'];
  const sections: string[] = [];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    if (seen.includes(name)) continue;
    seen.push(name);
    const schema = name === 'Fleet' ? fleetSchema : definition(name);
    if (Object.keys(dereference(schema).properties ?? {}).length === 0) continue;
    sections.push(section(name, schema));
    queue.push(...referencesOf(schema));
  }
  return [INTRODUCTION, ...sections].join('\n');
}

function section(name: string, schema: Schema): string {
  const node = dereference(schema);
  const required = node.required ?? [];
  const keys = Object.entries(node.properties ?? {});
  const inOrder = [
    ...keys.filter(([key]) => required.includes(key)),
    ...keys.filter(([key]) => !required.includes(key)),
  ];
  const rows = [
    ...inOrder.map(([key, property]) => row(key, property, required)),
    ...freeKeys(node).map(
      values => `| any other key | ${typeOf(values)} | ${cell(dereference(values).description ?? '')} | |`,
    ),
  ];
  const head = ['| key | value | meaning | default |', '|---|---|---|---|'];
  return [`## ${name}`, '', node.description ?? '', '', ...head, ...rows, ''].join('\n');
}

/** What keys hold that the map does not name. */
const freeKeys = ({ additionalProperties: values }: Schema): readonly Schema[] =>
  typeof values === 'object' && !values.not ? [values] : [];

function row(key: string, property: Schema, required: readonly string[]): string {
  const fallback = required.includes(key) ? '**required**' : defaultOf(property);
  return `| \`${key}\` | ${typeOf(property)} | ${cell(property.description ?? '')} | ${fallback} |`;
}

/** A default that begins with a dash describes what happens; any other is a value. */
function defaultOf({ default: value }: Schema): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.startsWith('- ') ? cell(text.slice(2)) : `\`${cell(text)}\``;
}

function typeOf(schema: Schema): string {
  const reference = nameOf(schema);
  const node = dereference(schema);
  if (reference !== undefined && Object.keys(node.properties ?? {}).length > 0) return link(reference);
  if (node.enum) return node.enum.map(value => `\`${value}\``).join(', ');
  if (node.type === 'array') return `list of ${typeOf(node.items ?? {})}`;
  if (node.type === 'object') {
    const values = node.additionalProperties;
    return typeof values === 'object' && !values.not ? `map of ${typeOf(values)}` : '`{}`';
  }
  return [node.type ?? 'any'].flat().join(' or ');
}

const nameOf = ({ $ref }: Schema): string | undefined => $ref?.replace('#/definitions/', '');
const link = (name: string): string => `[${name}](#${name.toLowerCase()})`;
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function referencesOf(schema: Schema): readonly string[] {
  const node = dereference(schema);
  return [...Object.values(node.properties ?? {}), ...freeKeys(node)].flatMap(namesIn);
}

function namesIn(schema: Schema): readonly string[] {
  const own = nameOf(schema);
  if (own !== undefined) return [own];
  const values = typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
  return [...(schema.items ? [schema.items] : []), ...values].flatMap(namesIn);
}
