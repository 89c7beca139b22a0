import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The terms of every package that some of the files are from. */
export function licencesOf(files) {
  const folders = new Set(files.flatMap(file => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const texts = [...folders].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt'].map(each => join(folder, each)).find(existsSync);
    return `${name} ${version} (${license})\n\n${file === undefined ? '' : readFileSync(file, 'utf8')}`;
  });
  return texts.join('\n\n----\n\n');
}
