/**
 * What a configuration may do in the config management plugin of Argo CD, which runs what anyone with access to a
 * repository writes, on a machine with its own files and variables.
 */

import { dirname, isAbsolute, join, relative } from 'node:path';
import type { Inputs } from '../config/inputs';
import { definition } from '../config/schema';
import type { Cluster } from '../config/shape/cluster';
import { checkShape } from '../config/shape-check';
import { textsOfCluster } from '../config/texts';
import type { ConfigPath, Finding } from '../findings/finding';
import { generalProblem } from '../findings/general-codes';
import { sortFindings } from '../findings/sort';
import type { Files } from '../load/files';
import { filesWithin, isOutside } from '../load/files-within';
import type { LoadedCluster, LoadedFleet } from '../load/load-fleet';
import { readInputs } from '../load/read-inputs';

/** Where a run may read. */
export interface Ground {
  readonly files: Files;
  readonly inputs: Inputs;
}

/** The folder of the fleet file, and no environment variables unless plain Secrets are allowed. */
export function pluginGround(file: string, secrets: boolean): Ground {
  const files = filesWithin(dirname(file));
  const inputs = readInputs(files);
  return { files, inputs: secrets ? inputs : { ...inputs, env: () => undefined } };
}

/** Fields that name a file. */
const FILE_FIELDS: readonly string[] = ['TrustedCA.pemFile', 'RegistryCA.pemFile', 'PlainSecretSource.files.*'];

/** The findings of the run and of the plugin, which replace the others at the same place. */
export function withPluginFindings(
  loaded: LoadedFleet,
  findings: readonly Finding[],
  secrets: boolean,
): readonly Finding[] {
  const own = [
    ...patternFindings(loaded),
    ...loaded.clusters.flatMap(cluster => clusterFindings(loaded, cluster, secrets)),
  ];
  const places = new Set(own.map(({ place }) => JSON.stringify(place)));
  const rest = findings.filter(({ code, place }) => !ECHOES.includes(code) || !places.has(JSON.stringify(place)));
  return own.length === 0 ? findings : sortFindings([...own, ...rest]);
}

/** Findings that follow from what the plugin refuses to read. */
const ECHOES: readonly string[] = [
  'SECRET_ENV',
  'SECRET_FILE_UNREADABLE',
  'TRUSTED_CA_UNREADABLE',
  'PEM_UNREADABLE',
  'FILE_UNREADABLE',
  'CLUSTER_FILES_NO_MATCH',
];

/** `clusterFiles` of the fleet file, which are relative to it. */
function patternFindings(loaded: LoadedFleet): readonly Finding[] {
  const patterns: readonly unknown[] = Array.isArray(loaded.root?.clusterFiles) ? loaded.root.clusterFiles : [];
  return patterns.flatMap((pattern, index): readonly Finding[] => {
    const path = ['clusterFiles', index];
    if (typeof pattern !== 'string' || !isOutside(join(pattern))) return [];
    return [
      {
        ...generalProblem('PLUGIN_PATH', path, `"${pattern}" is outside the folder of the fleet file`),
        place: loaded.locate(path),
      },
    ];
  });
}

function clusterFindings({ file }: LoadedFleet, loaded: LoadedCluster, secrets: boolean): readonly Finding[] {
  const { value } = checkShape(definition('Cluster'), loaded.merged());
  if (value === undefined) return [];
  const cluster = value as Cluster;
  const finding = (code: string, path: ConfigPath, what: string): Finding => ({
    ...generalProblem(code, path, what),
    ...(cluster.name ? { clusters: [cluster.name] } : {}),
    place: loaded.locate(path),
  });
  return textsOfCluster(cluster).flatMap(({ field, path, text }): readonly Finding[] => {
    if (!secrets && field.startsWith('PlainSecretSource.') && field.endsWith('.*')) {
      return [
        finding(
          'PLUGIN_SECRET',
          path,
          `${String(path.at(-1))} would be read in the plugin container, not in your pipeline`,
        ),
      ];
    }
    const leads = FILE_FIELDS.includes(field) && leadsOut(file, text);
    return leads ? [finding('PLUGIN_PATH', path, `"${text}" is outside the folder of the fleet file`)] : [];
  });
}

/** Names are already relative to the working folder, like the fleet file. */
const leadsOut = (file: string, name: string): boolean =>
  (isAbsolute(name) && !isAbsolute(file)) || isOutside(relative(dirname(file), name));
