/** The version of this package. */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** As its package.json says. */
export function version(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const found = versionIn(join(folder, 'package.json'));
    if (found !== undefined) return found;
  }
  return 'unknown';
}

/** Another package.json may lie between, as in a bundle. */
function versionIn(file: string): string | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const { name, version: found } = JSON.parse(text) as { readonly name?: string; readonly version?: string };
  return name === 'cdk8s-openshift-registry' ? found : undefined;
}
