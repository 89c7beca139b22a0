// Puts the compiled command into a few files, "node scripts/bundle.mjs lib": to look for six hundred files and read them takes
// Node longer than all the work for one cluster. Each part is a file that is read when something in it is needed; within it a
// module is evaluated when a value of it is used for the first time.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { KUBERNETES, onlyUsed } from './bundle/kubernetes.mjs';
import { lazily, starLazily } from './bundle/lazily.mjs';
import { licencesOf } from './bundle/licences.mjs';
import { modulesFrom, REQUIRE } from './bundle/modules.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const lib = realpathSync(process.argv[2] ?? join(root, 'lib'));
const out = join(lib, 'bundle');
const entry = join(lib, 'src/cli/bin.js');

/**
 * A module is in the first part of which its path has the form. What `--help` needs comes first, and is small; so is `again`,
 * which has what `synth` needs to know that nothing has changed.
 */
const PARTS = [
  ['again', /^src\/cli\/synth(?:-cache\/[^/]+)?\.js$/],
  ['core', /^src\/cli\/(?:adopt|check|list|report|review|verify|cli-document)\.js$/],
  ['bin', /^src\/cli\/(?:(?:table\/)?[^/]+|init\/choices|verify\/tasks\/task)\.js$/],
  [
    'bin',
    /^src\/(?:config\/nearest|findings\/(?:shown|wrap)|load\/(?:clock|tune-v8)|output\/output-error|review\/classes)\.js$/,
  ],
  ['again', /^src\/(?:fleet\/lock\/lock-file|main|main\/tell|output\/[^/]+)\.js$/],
  [
    'again',
    /^src\/(?:findings\/credential-[^/]+|load\/(?:cluster-files|file-state|files|files-within|glob|read-file|recorded-files|yaml\/yaml-problem))\.js$/,
  ],
  ['again', /^src\/values\/(?:counted|none|remembered|same-list)\.js$/],
  ['commands', /^src\/(?:cli|review|adopt)\//],
  ['core', /^src\//],
  ['yaml', /node_modules\/yaml\//],
  ['cdk8s', /^imports\/|node_modules\//],
];
/** Modules whose values are data: worked out here, and kept as a file. What they need is not. */
const DATA = new Map([[join(lib, 'src/cli/explained.js'), join(out, 'explained.json')]]);
const names = new Set(PARTS.map(([name]) => name));
const isOwn = file => file.startsWith(lib + sep);
const idOf = file =>
  relative(isOwn(file) ? lib : root, file)
    .split(sep)
    .join('/');
const partOf = file => PARTS.find(([, form]) => form.test(idOf(file)))[0];

const modules = modulesFrom(entry, [...DATA.keys()]);

const pathFrom = target => {
  const path = relative(out, target).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
};

/** A module of another part is asked for there; data lies where it is. */
const linked = (file, { text, required }) =>
  text.replace(REQUIRE, (all, _, name) => {
    const target = required.get(name);
    if (target === undefined) return all;
    if (DATA.has(target)) return `require(${JSON.stringify(pathFrom(DATA.get(target)))})`;
    if (target.endsWith('.json')) return `require(${JSON.stringify(pathFrom(target))})`;
    if (partOf(target) === partOf(file)) return all;
    return `require("./load.js").part("${partOf(target)}").get(${JSON.stringify(idOf(target))})`;
  });

/** Files beside a module are found from its own folder. */
const inPlace = (file, text) =>
  text.replace(
    /\b__dirname\b/g,
    () => `require("node:path").join(__dirname, ${JSON.stringify(pathFrom(dirname(file)))})`,
  );

/** The text of a module as it is in its part. */
function contentsOf(file) {
  const text = linked(file, modules.get(file));
  if (isOwn(file)) return lazily(inPlace(file, text));
  if (file.split(sep).join('/').endsWith(KUBERNETES)) {
    return lazily(
      onlyUsed(
        text,
        [...modules.values()].map(module => module.text),
      ),
    );
  }
  return /node_modules\/(?:cdk8s|constructs)\/lib\//.test(idOf(file)) ? lazily(starLazily(file, text)) : text;
}

const parts = {
  name: 'parts',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/load\.js$|\.json$/ }, ({ path, importer }) => {
      const isLoader = path === './load.js' && !modules.get(importer)?.required.has(path);
      return isLoader || path.endsWith('.json') ? { path, external: true } : undefined;
    });
    bundler.onLoad({ filter: /\.js$/ }, ({ path }) => ({ contents: contentsOf(path), loader: 'js' }));
  },
};

/** Modules of a part that another one asks for. */
function doorsOf(part) {
  const asked = new Set(part === partOf(entry) ? [entry] : []);
  for (const [file, { required }] of modules) {
    const others = [...required.values()].filter(target => modules.has(target) && partOf(target) !== partOf(file));
    for (const target of others) if (partOf(target) === part) asked.add(target);
  }
  return [...asked].sort();
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const [file, data] of DATA) writeFileSync(data, JSON.stringify(createRequire(entry)(file)));
for (const part of names) {
  const doors = doorsOf(part).map(file => `${JSON.stringify(idOf(file))}: () => require(${JSON.stringify(file)}),`);
  const begins = part === partOf(entry);
  await build({
    stdin: { contents: `const doors = {${doors.join('\n')}};\nexports.get = name => doors[name]();`, resolveDir: root },
    outfile: join(out, `${part}.js`),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [parts],
    ...(begins && {
      banner: { js: '#!/usr/bin/env node' },
      footer: { js: `module.exports.get(${JSON.stringify(idOf(entry))});` },
    }),
  });
}
for (const name of ['load', 'compile']) copyFileSync(join(root, `scripts/bundle/${name}.cjs`), join(out, `${name}.js`));
writeFileSync(join(out, 'LICENSES.txt'), licencesOf([...modules.keys()].filter(file => !isOwn(file))));

// Where it fails it says so, and the command starts slower.
spawnSync(process.execPath, [join(out, 'compile.js'), join(root, 'fleet.yaml')], { stdio: 'inherit' });
