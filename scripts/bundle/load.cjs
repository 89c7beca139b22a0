/**
 * Reads a part of the command together with the code that V8 made of it when it was built (`compile.cjs`), which spares most of
 * the compiling. That code is of one Node and one text: where either differs, V8 compiles the text as always.
 */

const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** What V8 made of the parts that were read, by file. */
const scripts = new Map();

/** What a part exports. */
function part(name) {
  const file = join(__dirname, `${name}.js`);
  require.cache[file] ??= evaluated(file);
  return require.cache[file].exports;
}

function evaluated(file) {
  const text = readFileSync(file);
  const script = new Script(Module.wrap(text.toString()), { filename: file, cachedData: codeOf(file, text) });
  scripts.set(file, script);
  const module = new Module(file);
  script.runInThisContext()(module.exports, Module.createRequire(file), module, file, dirname(file));
  module.loaded = true;
  return module;
}

/** Where the code of a part is. */
const placeOf = file => `${file}.${process.version}-${process.platform}-${process.arch}.code`;

/** The code of a text; undefined where none was made of it, or not all of it is as it was: V8 looks only at its length. */
function codeOf(file, text) {
  let kept;
  try {
    kept = readFileSync(placeOf(file));
  } catch {
    return undefined;
  }
  const code = kept.subarray(DIGEST_BYTES);
  return digestOf(text, code).equals(kept.subarray(0, DIGEST_BYTES)) ? code : undefined;
}

const DIGEST_BYTES = 32;

/** Comes before the code of a text in its file. */
const digestOf = (text, code) => createHash('sha256').update(text).update(code).digest();

module.exports = { part, scripts, placeOf, digestOf };
