// Copies the scripts beside our modules (bash, Lua, and what pages are made of) to where the compiler has put these: "node scripts/copy-scripts.mjs lib".
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [out = join(root, 'lib')] = process.argv.slice(2);

for (const name of readdirSync(join(root, 'src'), { recursive: true }).filter(entry =>
  /\.(sh|lua|css|browser\.js)$/.test(entry),
)) {
  const copy = join(out, 'src', name);
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(join(root, 'src', name), copy);
}
