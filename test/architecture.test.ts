import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const SRC = join(__dirname, '..', 'src');
const files = readdirSync(SRC, { recursive: true })
  .map(String)
  .filter(name => name.endsWith('.ts'))
  .sort();
const textOf = new Map(files.map(name => [name, readFileSync(join(SRC, name), 'utf8')]));

/**
 * From the bottom to the top; a file imports from its own folder and from the rows before it. Folders in one row are
 * beside each other and know nothing of one another.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['values'],
  ['findings'],
  ['config'],
  ['facts', 'load'],
  ['model'],
  ['rules'],
  ['manifests'],
  ['argocd'],
  ['output'],
  ['fleet'],
  ['constructs', 'plugin'],
  ['main'],
  ['review'],
  ['adopt'],
  ['cli', 'index'],
];

const folderOf = (name: string): string => name.replace(/\.ts$/, '').split('/')[0] ?? '';
const rankOf = (name: string): number => LAYERS.findIndex(row => row.includes(folderOf(name)));

interface Import {
  readonly from: string;
  readonly to: string;
  /** What is imported, as it is written. */
  readonly names: string;
}

const imports: readonly Import[] = files.flatMap(from =>
  [...(textOf.get(from) ?? '').matchAll(/^(?:import|export) ([^;]*?)from '(\.[^']+)';/gms)].flatMap(
    ([, names = '', path = '']) => {
      const target = normalize(join(dirname(from), path));
      const to = [`${target}.ts`, `${target}/index.ts`].find(name => textOf.has(name));
      return to === undefined ? [] : [{ from, to, names }];
    },
  ),
);

test('every folder has its layer', () => {
  expect([...new Set(files.map(folderOf))].filter(folder => rankOf(folder) < 0)).toEqual([]);
});

test('layers import downwards only, types too', () => {
  const wrong = imports.filter(
    ({ from, to }) => folderOf(to) !== folderOf(from) && (rankOf(to) >= rankOf(from) || rankOf(from) < 0),
  );
  expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('nothing imports in a circle, types too', () => {
  const after = new Map<string, string[]>();
  for (const { from, to } of imports) after.set(from, [...(after.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name].join(' > '));
    if (path.includes(name) || done.has(name)) return;
    for (const next of after.get(name) ?? []) visit(next, [...path, name]);
    done.add(name);
  };
  for (const name of files) visit(name, []);
  expect(circles).toEqual([]);
});

test('the public index is for others', () => {
  expect(imports.filter(({ to }) => to === 'index.ts').map(({ from }) => from)).toEqual([]);
});

test('problems are made of their catalogue row by problemOf alone', () => {
  const whole = ['code', 'path', 'what', 'why'].map(key => new RegExp(`\\b${key}\\b`));
  const byHand = files.filter(name =>
    (textOf.get(name) ?? '').match(/\{[^{}]*\}/g)?.some(literal => whole.every(key => key.test(literal))),
  );
  expect(byHand.filter(name => !name.startsWith('findings/'))).toEqual([]);
});

/** Reads what other programs wrote, and compares it with the form that is stored. */
const COMPARES_FORMS = ['plugin/stored-form.ts', 'review/compare/fields.ts'];

test('values get the form in which they are stored in the model alone', () => {
  const elsewhere = imports.filter(
    ({ from, names }) =>
      /\bcanonical[A-Z]/.test(names) && !/^(model|values)\//.test(from) && !COMPARES_FORMS.includes(from),
  );
  expect(elsewhere.map(({ from }) => from)).toEqual([]);
});

test('defaults are filled in by the model alone; an empty text, list or map only satisfies a type', () => {
  const value = /\?\? (?:'[^']|`|\d|true\b|false\b|[A-Z][A-Z_]+\b)/;
  const builders = files.filter(name => /^(manifests|argocd|constructs)\//.test(name));
  expect(builders.length).toBeGreaterThan(30);
  expect(builders.filter(name => value.test(textOf.get(name) ?? ''))).toEqual([]);
});

test('files stay small; those that only declare types are mostly documentation, and may be longer', () => {
  const long = files.filter(name => (textOf.get(name) ?? '').split('\n').length > 251);
  expect(long.filter(name => /^(export )?(async )?(function|const|class)/m.test(textOf.get(name) ?? ''))).toEqual([]);
});

test('every file says first what it is for', () => {
  expect(files.filter(name => !/^(#!.*\n)?\/\*\*/.test(textOf.get(name) ?? ''))).toEqual([]);
});

test('only the commands, the app and the warnings of constructs talk to the console', () => {
  const talking = files.filter(name => /\bconsole\.\w+\(|process\.(stdout|stderr)/.test(textOf.get(name) ?? ''));
  expect(talking.filter(name => !/^(main\.ts|main\/|cli\/)/.test(name))).toEqual(['constructs/warnings.ts']);
});

test('every setting that may be left out says what happens then', () => {
  const shape = files.filter(name => name.startsWith('config/shape/'));
  const optional = /(\/\*\*(?:(?!\*\/).)*\*\/)?\s*readonly (\w+)\?:/gs;
  const found = shape.flatMap(name =>
    [...(textOf.get(name) ?? '').matchAll(optional)].map(([, comment = '', key]) => ({
      place: `${name}: ${key}`,
      comment,
    })),
  );
  expect(found.length).toBeGreaterThan(150);
  expect(found.filter(({ comment }) => !/@(default|oneOf|atMostOne) /.test(comment)).map(({ place }) => place)).toEqual(
    [],
  );
});
