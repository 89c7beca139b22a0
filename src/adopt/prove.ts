/** Proves an entry: it passes all rules, and its manifests change nothing of the live cluster. */

import { NO_INPUTS } from '../config/inputs';
import { isPlainMap, type PlainMap } from '../config/plain-map';
import { ADOPT_CODES } from '../findings/adopt-codes';
import { problemOf } from '../findings/catalogue-entry';
import { exitStatus } from '../findings/exit-status';
import type { Finding } from '../findings/finding';
import { checkFleet } from '../fleet/check-fleet';
import type { Files } from '../load/files';
import { loadFleet } from '../load/load-fleet';
import { NO_INFOS } from '../main';
import { buildFiles } from '../main/build';
import { type Json, toYaml } from '../output/yaml';
import type { Change } from '../review/change';
import { isAtLeast } from '../review/classes';
import { showPath } from '../review/compare/paths';
import { review } from '../review/review';
import { textSide } from '../review/sides/folder';
import { plainLine } from './comment';
import type { Dump } from './live';

const FLEET = 'fleet.yaml';

/** Problems of the entry, and what to know about it. */
export function prove(entry: PlainMap, dump: Dump): readonly Finding[] {
  const checked = checkFleet(loadFleet(FLEET, inMemory(toYaml({ clusters: [entry as Json] }))), NO_INPUTS, NO_INFOS);
  const findings = checked.findings.map(withoutPlace);
  if (exitStatus(findings) !== 0) return findings;
  const texts = new Map<string, string>();
  for (const { path, text } of buildFiles({ checked })) texts.set(path, text);
  const live = textSide('the dump', new Map([['dump.yaml', liveText(dump, String(entry.name))]]));
  const { changes } = review(live, textSide('the entry', texts));
  return [...findings, ...changes.filter(({ risk }) => isAtLeast(risk, 'exposure')).map(asFinding)];
}

function inMemory(text: string): Files {
  return {
    text: path => {
      if (path === FLEET) return text;
      throw Object.assign(new Error(path), { code: 'ENOENT' });
    },
    entries: () => [],
    isFolder: () => false,
  };
}

/** The entry is not in a file yet: its path says where to look. */
function withoutPlace({ place: _, clusters: __, ...finding }: Finding): Finding {
  return finding;
}

/** The live objects, as objects of the entry's cluster whatever their label is. */
function liveText({ objects }: Dump, cluster: string): string {
  return objects.map(({ value }) => `---\n${toYaml(relabelled(value, cluster) as Json)}`).join('');
}

const LABEL = 'registry-gitops/cluster';

function relabelled(value: PlainMap, cluster: string): PlainMap {
  const metadata = isPlainMap(value.metadata) ? value.metadata : {};
  const labels = isPlainMap(metadata.labels) ? metadata.labels : {};
  if (!Object.hasOwn(labels, LABEL)) return value;
  return { ...value, metadata: { ...metadata, labels: { ...labels, [LABEL]: cluster } } };
}

function asFinding({ kind, name, path, before, after, risk, why }: Change): Finding {
  const field = path.length === 0 ? '' : ` ${showPath(path)}`;
  const what = `${kind} ${name}${field} would change from ${text(before)} to ${text(after)}: ${risk}`;
  return problemOf(ADOPT_CODES.ADOPT_CHANGES, [], plainLine(what), { why });
}

const text = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));
