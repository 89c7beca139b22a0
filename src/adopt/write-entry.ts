/** The entry as text: one cluster as a document, its comments where they belong. */

import type { PlainMap } from '../config/plain-map';
import { type Json, toYaml } from '../output/yaml';
import { comment } from './comment';

/** The order of the keys of a cluster; other keys follow. */
const ORDER = [
  'name',
  'platform',
  'openshift',
  'environment',
  'topology',
  'baseDomain',
  'ingressDomain',
  'metadata',
  'bootstrapStorage',
  'registry',
  'storage',
  'credentials',
  'routes',
  'image',
  'pruner',
  'takeOver',
];

/** The comments above and below. */
export interface Remarks {
  /** First lines. */
  readonly head: readonly string[];
  /** Above a key. */
  readonly comments: Readonly<Record<string, string>>;
  readonly leftOut: readonly string[];
}

/** YAML of one cluster, for a file of `clusterFiles`. */
export function entryText(entry: PlainMap, { head, comments, leftOut }: Remarks): string {
  const keys = [
    ...ORDER.filter(key => Object.hasOwn(entry, key)),
    ...Object.keys(entry).filter(key => !ORDER.includes(key)),
  ];
  const body = keys.map(key => {
    const remark = Object.hasOwn(comments, key) ? comment(comments[key] ?? '') : '';
    return `${remark}${toYaml({ [key]: entry[key] as Json })}`;
  });
  const rest = leftOut.length === 0 ? [] : ['#\n', comment('Left out:'), ...leftOut.map(line => comment(`- ${line}`))];
  return [...head.map(line => comment(line)), ...rest, ...body].join('');
}
