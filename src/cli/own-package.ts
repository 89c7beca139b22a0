/** This package as it is installed: its files, and its package.json. */

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Tool } from '../findings/format-sarif';

/** The parts of package.json that are read. */
export interface PackageJson {
  readonly name: string;
  readonly version: string;
  /** URL of the project's page. */
  readonly homepage: string;
  readonly engines: { readonly node: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
}

const NAME = 'cdk8s-openshift-registry';

interface Found {
  readonly folder: string;
  readonly manifest: PackageJson;
}

function find(): Found | undefined {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = manifestIn(join(folder, 'package.json'));
    if (manifest !== undefined) return { folder, manifest };
  }
  return undefined;
}

/** There may be another package.json in between, as in a bundle. */
function manifestIn(file: string): PackageJson | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const manifest = JSON.parse(text) as PackageJson;
  return manifest.name === NAME ? manifest : undefined;
}

/** The version of this package, as its package.json says. */
export const version = (): string => find()?.manifest.version ?? 'unknown';

/**
 * The package.json, and the text of any file of the package.
 *
 * @throws Error where the program was taken out of its package.
 */
export function ownPackage(): { readonly manifest: PackageJson; readonly text: (path: string) => string } {
  const found = find();
  if (found === undefined) throw new Error(`the files of ${NAME} are not beside this program`);
  const { folder, manifest } = found;
  return { manifest, text: path => readFileSync(join(folder, path), 'utf8') };
}

/**
 * The folder of this package.
 *
 * @throws Error where the program was taken out of its package.
 */
export function packageFolder(): string {
  const found = find();
  if (found === undefined) throw new Error(`the files of ${NAME} are not beside this program`);
  return found.folder;
}

/** Name and version of this program, for systems that show its findings. */
export function ownTool(): Tool {
  const manifest = find()?.manifest;
  return { version: manifest?.version ?? 'unknown', page: manifest?.homepage ?? '' };
}
