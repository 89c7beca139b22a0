// Keeps what V8 makes of the parts of the command in a run over a fleet, "node compile.js FLEET": the next run need not compile
// them. Of the fleet it reads the file, and the folder clusters beside it. It is made where the command is built, and by the Node
// that runs it later.

const { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { digestOf, placeOf, scripts } = require('./load.js');

const [, , fleet = 'fleet.yaml'] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'registry-gitops-'));
for (const [from, to] of [
  [fleet, 'fleet.yaml'],
  [join(dirname(fleet), 'clusters'), 'clusters'],
]) {
  if (existsSync(from)) cpSync(from, join(folder, to), { recursive: true });
}
process.env.XDG_CACHE_HOME = join(folder, 'cache');
process.argv.splice(2, 1, 'synth', '-f', join(folder, 'fleet.yaml'), '-o', join(folder, 'dist'));
const tell = process.stderr.write.bind(process.stderr);
process.stderr.write = () => true;

process.on('exit', status => {
  rmSync(folder, { recursive: true, force: true });
  if (status !== 0) {
    tell(`no code is kept: ${fleet} has errors, see registry-gitops check -f ${fleet}\n`);
    return;
  }
  for (const [file, script] of scripts) {
    const code = script.createCachedData();
    writeFileSync(`${placeOf(file)}.new`, Buffer.concat([digestOf(readFileSync(file), code), code]));
    renameSync(`${placeOf(file)}.new`, placeOf(file));
  }
});
require('./bin.js');
