/** The text of an object around the name of its cluster: all that differs where clusters have the very same object. */

import { type Manifest, ofCluster } from '../manifests/common/manifest';
import { CLUSTER_LABEL } from '../manifests/common/metadata';
import { onceFor } from '../values/once-for';
import { type Json, type JsonMap, mapText, textAt, toYaml, type WritePart } from './yaml';

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

const withPlace: WritePart = (part, key) =>
  key === 'metadata' ? mapText(part as JsonMap, 1, metadataPart) : textAt(part, 1);

const metadataPart: WritePart = (part, key) => {
  if (key === 'labels') return labelsText(part as JsonMap);
  return typeof part === 'object' && part !== null ? onceWritten(part) : textAt(part, 2);
};

/** Objects that differ have labels and annotations in common (`manifests/common/metadata.ts`): each map is written once. */
const labelsText = onceFor((labels: JsonMap) =>
  mapText({ ...labels, [CLUSTER_LABEL]: '' }, 2, (label, key) => (key === CLUSTER_LABEL ? PLACE : textAt(label, 3))),
);
const onceWritten = onceFor((part: Json & object) => textAt(part, 2));
