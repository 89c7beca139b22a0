// The text of docs/configuration.md: every key of the configuration, from the types in src/config/shape and their docstrings.
import { Document, isCollection, visit } from 'yaml';
import { tableOf } from './schema/facts.mjs';
import { groupsOf } from './schema/groups.mjs';
import { wholeExample } from './schema/whole-example.mjs';

const INTRODUCTION = `# Configuration

Every key of \`fleet.yaml\`, from the types in \`src/config/shape\`. The words are those of the operator's API wherever it has one.

The defaults, the profiles that a cluster names, and the cluster itself are merged in this order: maps are merged, lists and other
values replace, \`null\` removes. Paths of files are relative to the file that names them.

The examples are parts of a cluster, or a fleet where they have \`clusters\`; each is run as a test.
`;

const nameOf = ({ $ref }) => $ref?.replace('#/definitions/', '');
const link = name => `[${name}](#${name.toLowerCase()})`;
const code = text => `\`${text}\``;
const cell = text => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const list = words => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);

/** The document; `types` are those of `readTypes`. */
export function configurationDocument(types) {
  const homes = homesOf(types);
  const written = [];
  const sections = [...homes.keys()].map(name => {
    const text = section(name, { types, homes, written });
    written.push(name);
    return text;
  });
  return [INTRODUCTION, ...sections].join('\n');
}

/** Where each type with keys of its own is used first: by breadth, the fleet and the cluster before all others. */
function homesOf(types) {
  const homes = new Map([
    ['Fleet', undefined],
    ['Cluster', { owner: 'Fleet', key: 'clusters', kind: 'item' }],
  ]);
  for (const owner of homes.keys()) {
    for (const [key, property] of Object.entries(types[owner].properties)) {
      for (const { name, kind } of targetsOf(property, types)) {
        if (!homes.has(name)) homes.set(name, { owner, key, kind });
      }
    }
  }
  return homes;
}

/** Types with keys that a property leads to: its value, an item of its list, or an entry of its map. */
function targetsOf(property, types, kind = 'value') {
  const name = nameOf(property);
  const node = name === undefined ? property : types[name];
  return [
    ...(name !== undefined && node.properties ? [{ name, kind }] : []),
    ...(node.items ? targetsOf(node.items, types, 'item') : []),
    ...(typeof node.additionalProperties === 'object' && !node.additionalProperties.not
      ? targetsOf(node.additionalProperties, types, 'entry')
      : []),
  ];
}

function section(name, context) {
  const { types, homes } = context;
  const { description = '', see } = types[name];
  const place = placeOf(name, homes);
  const example = blockOf(wholeExample(name, types, homes));
  return [
    `## ${name}`,
    '',
    ...(place === '' ? [] : [code(place), '']),
    description,
    ...(see?.startsWith('https:') ? ['', `See <${see}>.`] : []),
    ...keysOf(name, context),
    '',
    ...(types[name].mistake ? [`<!-- mistake: ${types[name].mistake} -->`, ''] : []),
    '```yaml',
    example.trimEnd(),
    '```',
    '',
  ].join('\n');
}

/** YAML as people write it: what is deep and short is on one line. */
function blockOf(value) {
  const document = new Document(value);
  visit(document, {
    Collection: (_, node, path) => {
      const depth = path.filter(isCollection).length;
      if (depth < 2 || JSON.stringify(node).length > 75) return undefined;
      node.flow = true;
      return visit.SKIP;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The path below a cluster, or that of the fleet's own keys. */
function placeOf(name, homes) {
  const home = homes.get(name);
  if (home === undefined || name === 'Cluster') return name === 'Cluster' ? 'clusters[]' : '';
  const { owner, key, kind } = home;
  const above = owner === 'Cluster' ? '' : placeOf(owner, homes);
  const suffix = { value: '', item: '[]', entry: '.*' }[kind];
  return `${above === '' ? '' : `${above}.`}${key}${suffix}`;
}

/** The tables of a type: what another one has too is not repeated. */
function keysOf(name, { types, written }) {
  const type = types[name];
  const like = likeness(type, written, types);
  const same = like?.same ?? [];
  const own = Object.keys(type.properties).filter(key => !same.includes(key));
  const groups = groupsOf(type);
  const inGroup = key => [...groups.values()].some(keys => keys.includes(key));
  const { required = [] } = type;
  const single = own.filter(key => !inGroup(key));
  const ordered = [...single.filter(key => required.includes(key)), ...single.filter(key => !required.includes(key))];
  const rows = ordered.map(key => row(key, type.properties[key], required, types));
  const free = typeof type.additionalProperties === 'object' && !type.additionalProperties.not;
  if (free) rows.push(`| any other key | ${kindOf(type.additionalProperties, types)} | | |`);
  return [
    ...(like ? ['', sentenceOf(like, own, required)] : []),
    ...(rows.length === 0 ? [] : ['', '| key | value | meaning | default |', '|---|---|---|---|', ...rows]),
    ...[...groups].flatMap(([group, keys]) => groupTable(group, keys, own, type, types)),
  ];
}

/** Keys that exclude each other, in a table of their own. */
function groupTable(group, keys, own, { properties }, types) {
  const rows = keys.filter(key => own.includes(key)).map(key => row(key, properties[key], [], types));
  if (rows.length === 0) return [];
  const others = keys.filter(key => !own.includes(key)).map(code);
  const more = others.length === 0 ? '' : `, or ${list(others)}`;
  const count = properties[keys[0]].atMostOne === undefined ? 'One' : 'At most one';
  const head = `${count} ${group} of these${more}:`;
  return ['', head, '', '| key | value | meaning | default |', '|---|---|---|---|', ...rows];
}

/** The type before it that has most keys in common, if that saves a table. */
function likeness(type, written, types) {
  const text = JSON.stringify;
  const found = written.map(name => {
    const others = types[name].properties;
    const keys = Object.keys(type.properties);
    const same = keys.filter(key => key in others && text(others[key]) === text(type.properties[key]));
    const missing = Object.keys(others).filter(key => !keys.includes(key));
    return { name, same, missing };
  });
  const near = found.filter(({ same, missing }) => same.length >= 4 && missing.length <= 3);
  return near.sort((a, b) => b.same.length - a.same.length || a.missing.length - b.missing.length)[0];
}

function sentenceOf({ name, missing }, own, required) {
  const except = missing.length === 0 ? '' : `, except ${list(missing.map(code))}`;
  const needed = required.length === 0 ? '; none is required' : '';
  return `The keys of ${link(name)}${except}${needed}${own.length === 0 ? '.' : '; and:'}`;
}

function row(key, property, required, types) {
  const meaning = property.description ?? types[nameOf(property)]?.description ?? '';
  const value = kindOf(property, types);
  return `| ${code(key)} | ${value} | ${cell(meaning)} | ${required.includes(key) ? '**required**' : fallbackOf(property)} |`;
}

function fallbackOf({ default: value, otherwise }) {
  if (value === undefined) return cell(otherwise ?? '');
  return code(cell(typeof value === 'string' ? value : JSON.stringify(value)));
}

function kindOf(node, types) {
  const name = nameOf(node);
  const target = name === undefined ? node : types[name];
  if (name !== undefined && target.properties) return link(name);
  const choices = node.choices;
  if (target.enum) return target.enum.map(code).join(', ');
  if (target.type === 'array') return `list of ${kindOf({ ...target.items, ...(choices && { choices }) }, types)}`;
  if (target.type === 'object') {
    const values = target.additionalProperties;
    return typeof values === 'object' && !values.not ? `map of ${kindOf(values, types)}` : code('{}');
  }
  if (choices !== undefined) return chosen(tableOf(choices).values);
  return [target.type ?? 'any'].flat().join(' or ');
}

/** All values of a short table; a long one is listed elsewhere. */
const chosen = values => (values.length > 30 ? '[code](rules.md)' : values.map(code).join(', '));
