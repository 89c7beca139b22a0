/** Compiles and bundles the app once for the tests that run it as a program, where the last build is older than the sources. */

const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, symlinkSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'registry-gitops');

/** A link to the build; below node_modules, so that a user's own `lib` stays as it is. */
const BUILT = join(cache, 'lib');
/** Where runs of `synth` that tests make keep what they know, instead of the user's own cache. */
const CACHE_HOME = join(cache, 'cache-home');
const KEEP_OLD_BUILDS_MS = 600_000;

module.exports = () => {
  rmSync(CACHE_HOME, { recursive: true, force: true });
  process.env.XDG_CACHE_HOME = CACHE_HOME;
  const last = join(BUILT, 'bundle', 'bin.js');
  if (existsSync(last) && statSync(last).mtimeMs > newest(['src', 'imports', 'schema', 'scripts'])) return;
  mkdirSync(cache, { recursive: true });
  const build = `build-${process.pid}`;
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  // Files are written even where types do not fit; `npm run typecheck` is there to complain of those.
  spawnSync(tsc, ['-p', 'tsconfig.build.json', '--outDir', join(cache, build)], { cwd: root, stdio: 'ignore' });
  for (const script of ['copy-scripts.mjs', 'bundle.mjs']) {
    spawnSync(process.execPath, [join(root, 'scripts', script), join(cache, build)], { stdio: 'inherit' });
  }
  // Swapped, so that programs another run has started find all of their build.
  if (existsSync(BUILT) && !isLink(BUILT)) rmSync(BUILT, { recursive: true });
  symlinkSync(build, join(cache, `${build}-link`));
  renameSync(join(cache, `${build}-link`), BUILT);
  removeOld(build);
};
module.exports.BUILT = BUILT;

const isLink = path =>
  readdirSync(cache, { withFileTypes: true }).some(entry => join(cache, entry.name) === path && entry.isSymbolicLink());

function removeOld(current) {
  for (const name of readdirSync(cache).filter(entry => /^build-[0-9]+$/.test(entry) && entry !== current)) {
    const folder = join(cache, name);
    if (Date.now() - statSync(folder).mtimeMs > KEEP_OLD_BUILDS_MS) rmSync(folder, { recursive: true, force: true });
  }
}

function newest(folders) {
  return Math.max(
    ...folders.flatMap(folder => {
      const entries = readdirSync(join(root, folder), { recursive: true });
      return entries.map(entry => statSync(join(root, folder, String(entry))).mtimeMs);
    }),
  );
}
