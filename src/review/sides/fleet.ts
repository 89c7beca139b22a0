/** A fleet file as a side: what synth would write. */

import { isPlainMap } from '../../config/plain-map';
import { exitStatus } from '../../findings/exit-status';
import type { Finding } from '../../findings/finding';
import { checkFleet } from '../../fleet/check-fleet';
import { acknowledgedChanges } from '../../fleet/lock/check-lock';
import type { Files } from '../../load/files';
import { loadFleet } from '../../load/load-fleet';
import { readInputs } from '../../load/read-inputs';
import { parseYaml } from '../../load/yaml/parse-yaml';
import { NO_INFOS } from '../../main';
import { buildFiles } from '../../main/build';
import { acknowledgedOf } from './acknowledged-in';
import { textSide } from './folder';
import type { Side } from './side';

/** A fleet that cannot be synthesized, with its findings. */
export class BrokenFleet extends Error {
  public constructor(
    label: string,
    public readonly findings: readonly Finding[],
  ) {
    super(`${label} has errors and cannot be reviewed until they are fixed`);
  }
}

/** Top-level keys that only a fleet file has. */
const FLEET_KEYS = ['clusters', 'clusterFiles', 'defaults', 'profiles', 'argocd'];

/** Whether the text is a fleet file rather than objects. */
export function isFleetText(text: string): boolean {
  const [root] = parseYaml(text).values;
  return isPlainMap(root) && root.kind === undefined && FLEET_KEYS.some(key => Object.hasOwn(root, key));
}

/**
 * Builds the fleet. The lock is not consulted for moved storage: the review itself shows it, and treats every acknowledged
 * change as under way.
 *
 * @throws BrokenFleet if a rule refuses it.
 */
export function fleetSide(label: string, file: string, files: Files): Side {
  const loaded = loadFleet(file, files);
  const changes = acknowledgedChanges(loaded.root?.acknowledge);
  const checked = checkFleet(loaded, { ...readInputs(files), changes, states: changes }, NO_INFOS);
  if (exitStatus(checked.findings) !== 0) throw new BrokenFleet(label, checked.findings);
  const texts = new Map<string, string>();
  for (const { path, text } of buildFiles({ checked })) texts.set(path, text);
  return { ...textSide(label, texts), acknowledged: acknowledgedOf(checked.fleet.acknowledge) };
}
