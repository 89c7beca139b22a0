/** The fleet file of a new repository. */

import { PLACEHOLDER } from '../../config/placeholders';
import type { PlatformName } from '../../config/shape/cluster';
import { BACKENDS, isBackend, isGone } from '../../facts/backends';
import { PLATFORMS } from '../../facts/platforms';
import { toYaml } from '../../output/yaml';
import type { StorageChoice } from './choices';
import { storageLines } from './storage-starts';

/** What is known of the first cluster. */
export interface FirstCluster {
  readonly platform: PlatformName;
  /** Absent where the operator chooses the storage. */
  readonly storage?: StorageChoice;
  /** Repository that Argo CD will read. */
  readonly argocd?: string;
}

/** The storage that a platform starts with, unless the operator chooses it: a volume where there is no object store. */
export function usualStorage(platform: PlatformName): StorageChoice | undefined {
  const { bootstrap } = PLATFORMS[platform];
  return platform === 'rosa' ? undefined : (bootstrap[0] ?? 'pvc');
}

/** The text, with a placeholder for each value that only you know. */
export function fleetText({ platform, storage, argocd }: FirstCluster): string {
  const lines = [
    '# yaml-language-server: $schema=node_modules/cdk8s-openshift-registry/schema/fleet.schema.json',
    '#',
    `# Replace each ${PLACEHOLDER}; "npx registry-gitops check" lists those that are left.`,
    '',
    ...(argocd === undefined ? [] : toYaml({ argocd: { repoURL: argocd, targetRevision: 'main' } }).split('\n')),
    'defaults:',
    `  openshift: "${PLACEHOLDER}"  # minor version, for example ${usualVersion(storage)}`,
    '',
    'clusters:',
    `  - name: ${PLACEHOLDER}  # its folder in dist/clusters, and its name in Argo CD, for example prod-1`,
    `    platform: ${platform}`,
    ...settings(platform, storage).map(line => `    ${line}`),
  ];
  return aligned(lines);
}

const settings = (platform: PlatformName, storage: StorageChoice | undefined): readonly string[] =>
  storage === undefined
    ? ['routes: {default: true}  # the registry itself is run by others']
    : storageLines(platform, storage);

/** A current version, or the last one in which the backend works. */
const usualVersion = (storage: StorageChoice | undefined): string =>
  storage !== undefined && isBackend(storage) && isGone(storage, TODAY)
    ? (BACKENDS[storage].driver.last ?? TODAY)
    : TODAY;

const TODAY = '4.18';

/** Comments at the ends of lines in one column. */
function aligned(lines: readonly string[]): string {
  const parts = lines.map(line => line.split(/ {2}(?=# )/));
  const column =
    Math.max(...parts.filter(([, comment]) => comment !== undefined).map(([code = '']) => code.length)) + 2;
  return parts
    .map(([code = '', comment]) => `${comment === undefined ? code : `${code.padEnd(column)}${comment}`}\n`)
    .join('');
}

/** The same with the examples filled in, to check that the platform supports it. */
export const withExamples = (text: string): string =>
  text.replace(
    /^(.*?)CHANGE_ME(.*# .*?\bfor example (\S+))$/gm,
    (_, before, after, example) => `${before}${example}${after}`,
  );
