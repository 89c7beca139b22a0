// The text of docs/api.md, from the docstrings of what src/index.ts exports. The compiler this project is built with has
// no programming interface; the one that reads the types for the schema has.
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ts = createRequire(fileURLToPath(import.meta.resolve('ts-json-schema-generator')))('typescript');

const INTRODUCTION = `# API reference

Made from the docstrings in \`src\`. [constructs.md](constructs.md) tells how the parts play together. The keys of the properties
are those of \`fleet.yaml\`: their types are in [configuration.md](configuration.md).

The examples follow these lines:

\`\`\`ts
import { App, Chart, JsonPatch } from 'cdk8s';
import { AwsImageRegistry } from 'cdk8s-openshift-registry'; // and the other classes

const app = new App();
const chart = new Chart(app, 'prod-aws-eu');
\`\`\`
`;

/** Folders whose exports are described here; the rest is in configuration.md. */
const HERE = ['src/constructs/', 'src/findings/', 'src/plugin/'];

/** What the others extend comes first. */
const FIRST = ['ImageRegistry', 'PlatformImageRegistry'];
const rank = ({ name }) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

/** The document; `known` are the types that configuration.md has a heading for. */
export function apiDocument(known) {
  const program = ts.createProgram(['src/index.ts'], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    resolveJsonModule: true,
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const index = checker.getSymbolAtLocation(program.getSourceFile('src/index.ts'));
  const exported = checker.getExportsOfModule(index).map(symbol => ({
    name: symbol.name,
    symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  }));
  const here = exported.filter(({ symbol }) => {
    const file = relative(process.cwd(), symbol.declarations[0].getSourceFile().fileName);
    return HERE.some(folder => file.startsWith(folder));
  });
  const classes = here.filter(({ symbol }) => symbol.flags & ts.SymbolFlags.Class);
  const propsOf = new Map(classes.map(({ name }) => [`${name}Props`, name]));
  const types = here.filter(({ name, symbol }) => !(symbol.flags & ts.SymbolFlags.Class) && !propsOf.has(name));
  const links = new Map([
    ...known.map(name => [name, `configuration.md#${name.toLowerCase()}`]),
    ...[...classes, ...types].map(({ name }) => [name, `#${name.toLowerCase()}`]),
    ...[...propsOf].map(([props, name]) => [props, `#${name.toLowerCase()}`]),
  ]);
  const ordered = classes.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
  const describe = describer({ checker, links, props: new Map(here.map(({ name, symbol }) => [name, symbol])) });
  return [INTRODUCTION, ...ordered.map(describe.classSection), ...types.map(describe.typeSection)].join('\n');
}

function describer({ checker, links, props }) {
  const textOf = parts => ts.displayPartsToString(parts);
  const paragraph = symbol => {
    const text = textOf(symbol.getDocumentationComment(checker));
    return text === '' ? [] : ['', text];
  };
  const doc = symbol => cell(textOf(symbol.getDocumentationComment(checker)));
  const tag = (symbol, name) => {
    const found = symbol.getJsDocTags(checker).find(one => one.name === name);
    return found && textOf(found.text);
  };
  const example = symbol => {
    const text = tag(symbol, 'example');
    return text === undefined ? [] : ['', '```ts', text, '```'];
  };
  const linked = text =>
    cell(text).replace(/[A-Za-z]\w*/g, word => (links.has(word) ? `[${word}](${links.get(word)})` : word));
  const shown = node => linked(node.getText().replaceAll('<', '&lt;').replace(/\s+/g, ' '));
  const isHidden = symbol =>
    tag(symbol, 'internal') !== undefined ||
    (ts.getCombinedModifierFlags(symbol.declarations[0]) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !==
      0;

  const fallbackOf = symbol => {
    if (!(symbol.flags & ts.SymbolFlags.Optional)) return '**required**';
    const text = tag(symbol, 'default') ?? '';
    return text.startsWith('- ') ? cell(text.slice(2)) : text === '' ? '' : `\`${cell(text)}\``;
  };
  const row = symbol =>
    `| \`${symbol.name}\` | ${shown(symbol.declarations[0].type)} | ${doc(symbol)} | ${fallbackOf(symbol)} |`;

  /** The own members of an interface and the name of the one it adds to, or all members where that has no name. */
  const members = symbol => {
    const declaration = symbol.declarations[0];
    const base = declaration.heritageClauses?.[0]?.types[0];
    const named = base === undefined || (base.typeArguments === undefined && links.has(base.expression.getText()));
    const own = named
      ? declaration.members.map(member => checker.getSymbolAtLocation(member.name))
      : checker.getDeclaredTypeOfSymbol(symbol).getProperties();
    const methods = own.filter(one => one.flags & ts.SymbolFlags.Method);
    const properties = own.filter(one => !methods.includes(one)).toSorted(bySource(declaration.getSourceFile()));
    return { properties, methods, base: named ? base : undefined };
  };
  const propertyTable = symbol => {
    const { properties, base } = members(symbol);
    const more = base ? `, and those of ${shown(base)}` : '';
    const required = properties.filter(one => !(one.flags & ts.SymbolFlags.Optional));
    if (properties.length === 0) return [];
    const rows = [...required, ...properties.filter(one => !required.includes(one))].map(row);
    return ['', `Properties${more}:`, '', '| property | type | meaning | default |', '|---|---|---|---|', ...rows];
  };

  const attribute = symbol => {
    const declaration = symbol.declarations[0];
    const fails = tag(symbol, 'throws');
    return `| \`${symbol.name}\` | ${shown(declaration.type)} | ${doc(symbol)}${fails ? ` Throws ${cell(fails)}` : ''} |`;
  };
  const method = owner => symbol => {
    const declaration = symbol.declarations[0];
    const isStatic = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
    const parameters = declaration.parameters.map(one => one.getText()).join(', ');
    const returns = tag(symbol, 'returns');
    return [
      '',
      `### ${isStatic ? `${owner}.` : ''}${symbol.name}`,
      '',
      `\`${symbol.name}(${parameters}): ${declaration.type.getText()}\``,
      ...paragraph(symbol),
      ...(returns ? ['', `Returns ${returns}`] : []),
      ...example(symbol),
    ];
  };

  const classSection = ({ name, symbol }) => {
    const declaration = symbol.valueDeclaration;
    const own = [...symbol.exports.values(), ...symbol.members.values()].filter(
      one => one.declarations && one.name !== 'prototype' && one.name !== '__constructor' && !isHidden(one),
    );
    const methods = own.filter(one => one.flags & ts.SymbolFlags.Method);
    const attributes = own.filter(one => !methods.includes(one));
    const base = declaration.heritageClauses?.[0]?.types[0];
    const given = props.get(`${name}Props`);
    return [
      `## ${name}`,
      '',
      textOf(symbol.getDocumentationComment(checker)),
      ...(base ? ['', `${name} ${ts.tokenToString(declaration.heritageClauses[0].token)} ${shown(base)}.`] : []),
      ...example(symbol),
      ...(given ? propertyTable(given) : []),
      ...(attributes.length > 0
        ? ['', 'Attributes:', '', '| attribute | type | meaning |', '|---|---|---|', ...attributes.map(attribute)]
        : []),
      ...methods.flatMap(method(name)),
      '',
    ].join('\n');
  };

  const typeSection = ({ name, symbol }) => {
    const declaration = symbol.declarations[0];
    const body = ts.isTypeAliasDeclaration(declaration)
      ? ['', '```ts', declaration.getText().replace(/^export /, ''), '```']
      : [...propertyTable(symbol), ...members(symbol).methods.flatMap(method(name))];
    return [`## ${name}`, '', textOf(symbol.getDocumentationComment(checker)), ...body, ''].join('\n');
  };
  return { classSection, typeSection };
}

/** The order in which people wrote them, those of the file itself first: that of derived types depends on everything else. */
const bySource = file => (a, b) => {
  const [one, other] = [a, b].map(({ declarations }) => declarations[0]);
  const foreign = node => (node.getSourceFile() === file ? 0 : 1);
  return foreign(one) - foreign(other) || one.pos - other.pos;
};

/** Text in a cell of a table. */
const cell = text => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
