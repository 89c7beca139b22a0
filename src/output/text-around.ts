/** The text of an object around the name of its cluster: all that differs where clusters have the very same object. */

import { type Manifest, ofCluster } from '../manifests/common/manifest';
import { CLUSTER_LABEL } from '../manifests/common/metadata';
import { onceFor } from '../values/once-for';
import { type Json, type JsonMap, textAt, toYaml, type WritePart, writeMap, writeValue } from './yaml';

/** A text but for one value: what comes before it, and what comes after it. */
export interface TextAround {
  readonly before: string;
  readonly after: string;
}

/** The YAML of an object, with a label for the name of its cluster, around that name. */
export function textAround(manifest: Manifest): TextAround {
  const labelled = manifest.metadata.labels ? manifest : ofCluster(manifest, '');
  const [before = '', after = ''] = toYaml(labelled as unknown as Json, withPlace).split(PLACE);
  return { before, after };
}

/** What belongs in between. */
export const nameText = (cluster: string): string => textAt(cluster, 3);

/** Where the name belongs. It is in no other place: our YAML has no such character, in texts it is escaped. */
const PLACE = '\0';

const withPlace: WritePart = (pieces, part, key) =>
  key === 'metadata' ? writeMap(pieces, part as JsonMap, 1, metadataPart) : writeValue(pieces, part, 1);

const metadataPart: WritePart = (pieces, part, key) => {
  if (typeof part !== 'object' || part === null) writeValue(pieces, part, 2);
  else pieces.push(key === 'labels' ? labelsText(part as JsonMap) : partText(part));
};

/** Objects that differ have labels and annotations in common (`manifests/common/metadata.ts`): each map is written once. */
const labelsText = onceFor((labels: JsonMap) => {
  const pieces: string[] = [];
  writeMap(pieces, { ...labels, [CLUSTER_LABEL]: '' }, 2, (_, label, key) =>
    key === CLUSTER_LABEL ? pieces.push(PLACE) : writeValue(pieces, label, 3),
  );
  return pieces.join('');
});
const partText = onceFor((part: Json & object) => textAt(part, 2));
