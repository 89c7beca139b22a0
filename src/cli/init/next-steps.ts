/** What `init` created, and what to do with it. */

import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { PLACEHOLDER } from '../../config/placeholders';
import { quote } from '../../values/shell-word';
import type { FirstCluster } from './fleet-text';
import type { NewFile } from './repository';

/** The lines for people. */
export function nextSteps(
  folder: string,
  files: readonly NewFile[],
  { platform, storage }: FirstCluster,
): readonly string[] {
  const width = Math.max(...files.map(({ path }) => path.length));
  const choices = `platform ${platform}${storage === undefined ? '' : `, storage ${storage}`}`;
  const top = repositoryAbove(resolve(folder));
  const hooks = join(relative(top ?? folder, folder), '.githooks');
  return [
    `${folder === '.' ? 'This folder' : folder} has ${files.length} new files (${choices}):`,
    ...files.map(({ path, about }) => `  ${path.padEnd(width)}  ${about}`),
    '',
    `Replace ${PLACEHOLDER} in`,
    ...files.flatMap(placesIn).map(place => `  ${place}`),
    '',
    'Then:',
    ...(folder === '.' ? [] : [`  cd ${quote(folder)}`]),
    ...(top === undefined ? ['  git init'] : []),
    `  git config core.hooksPath ${quote(hooks)}`,
    '  npm install',
    '  npx registry-gitops check   # what is wrong, or still to be filled in',
    '  npx cdk8s synth             # manifests into dist/',
    '  git add --all && git commit',
  ];
}

/** The folder of the git repository that a folder is in. */
function repositoryAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryAbove(above);
}

/** Lines that have to be filled in. */
const placesIn = ({ path, text }: NewFile): readonly string[] =>
  text
    .toString()
    .split('\n')
    .flatMap((line, index) =>
      line.includes(PLACEHOLDER) && !line.startsWith('#')
        ? [`${path}:${index + 1}  ${line.trim().replace(/ {2,}#.*$/, '')}`]
        : [],
    );
