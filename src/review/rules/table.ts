/** All rows, by kind; a change that no row covers is never safe. */

import type { FieldPath } from '../change';
import { type Risk, rankOf } from '../classes';
import { matches, type Pattern, patternOf } from '../compare/paths';
import { isProtected } from '../sync';
import { ACCESS } from './access';
import { ACCOUNTS } from './accounts';
import { ARGOCD } from './argocd';
import { BUCKETS } from './buckets';
import { CLAIMS } from './claims';
import { IMAGES } from './image';
import { METADATA } from './metadata';
import { PROVISION } from './provision';
import { PRUNING } from './pruner';
import { REGISTRY } from './registry';
import {
  DATA_KINDS,
  type FieldChange,
  type FieldRow,
  OPERATOR,
  type RuleTable,
  SYNC_OPTIONS,
  type Verdict,
  type WholeChange,
  type WholeRow,
} from './rule';
import { SECRETS } from './secrets';
import { backendsOf, STORAGE } from './storage';
import { WORKLOADS } from './workloads';

/** Every table; within `otherwise`, more specific ones come first. */
export const TABLES: readonly RuleTable[] = [
  STORAGE,
  REGISTRY,
  PRUNING,
  IMAGES,
  CLAIMS,
  BUCKETS,
  PROVISION,
  SECRETS,
  ACCESS,
  WORKLOADS,
  ACCOUNTS,
  ARGOCD,
  METADATA,
];

/** The registry itself, as a whole. */
const CONFIG: readonly WholeRow[] = [
  {
    ...{ code: 'registry-gone', risk: 'data-loss', kinds: ['Config'], action: 'removed' },
    why: 'nothing protects the Config from a sync: the operator then removes the registry, deletes the storage it owns, and starts again with an empty registry',
    source: `${OPERATOR}:pkg/operator/finalizer.go`,
  },
  {
    ...{ code: 'registry-taken-over', risk: 'orphan', kinds: ['Config'], action: 'added' },
    when: ({ object }) => hasStorage(object.value),
    why: 'git now decides where the images are: images that the registry has elsewhere stay behind',
    source: `${OPERATOR}:pkg/resource/generator.go storageReconfigured`,
  },
  {
    ...{ code: 'registry-owned', risk: 'rollout', kinds: ['Config'], action: 'added' },
    why: 'git now owns settings of the registry: if they differ from the running ones, its pods restart',
    source: `${OPERATOR}:pkg/operator/controller.go`,
  },
];

/** Changes that no table covers. */
const UNKNOWN: Verdict = {
  code: 'unknown',
  risk: 'outage',
  why: 'this field is unknown: read the documentation of the kind before you merge',
  source: 'no rule of this version',
};

const ADDED: Verdict = {
  code: 'added',
  risk: 'safe',
  why: 'a new object that changes nothing else',
  source: 'this generator: its objects by kind',
};

const REMOVED: Verdict = {
  code: 'removed',
  risk: 'exposure',
  why: 'a sync that prunes deletes the object',
  source: SYNC_OPTIONS,
};

/** Objects that Argo CD does not prune. */
const LEFT: Verdict = {
  code: 'left-behind',
  risk: 'exposure',
  why: 'the object stays on the cluster because of Prune=false, but is no longer synced',
  source: SYNC_OPTIONS,
};

/** The same of objects whose deletion can delete images. */
const DATA_LEFT: Verdict = {
  code: 'data-left-behind',
  risk: 'exposure',
  why: 'the object stays on the cluster because of Prune=false, but is no longer synced; to delete it by hand can delete the images that it holds',
  source: `${SYNC_OPTIONS}; reclaim policy of its class, or of the storage`,
};

/** Whether an object only stays behind. */
export const isLeft = ({ code }: { readonly code: string }): boolean => [LEFT.code, DATA_LEFT.code].includes(code);

interface Compiled<Row> {
  readonly row: Row;
  readonly patterns: readonly Pattern[];
}

const compile = (rows: readonly FieldRow[]): readonly Compiled<FieldRow>[] =>
  rows.map(row => ({ row, patterns: row.paths.map(patternOf) }));
const FIELDS = compile(TABLES.flatMap(({ fields = [] }) => fields));
const OTHERWISE = compile(TABLES.flatMap(({ otherwise = [] }) => otherwise));
const WHOLE: readonly WholeRow[] = [...CONFIG, ...TABLES.flatMap(({ whole = [] }) => whole)];

const byKind = new Map<string, { fields: readonly Compiled<FieldRow>[]; otherwise: readonly Compiled<FieldRow>[] }>();

/** Rows for the kind; looked up once, because a fleet has thousands of objects of it. */
function rowsOf(kind: string): { fields: readonly Compiled<FieldRow>[]; otherwise: readonly Compiled<FieldRow>[] } {
  const known = byKind.get(kind);
  if (known) return known;
  const means = ({ row }: Compiled<FieldRow>): boolean => row.kinds === undefined || row.kinds.includes(kind);
  const rows = { fields: FIELDS.filter(means), otherwise: OTHERWISE.filter(means) };
  byKind.set(kind, rows);
  return rows;
}

/** What a change of a field does. */
export function judgeField(change: FieldChange): Verdict {
  const { fields, otherwise } = rowsOf(change.kind);
  const met = fields.filter(row => applies(row, change)).map(({ row }) => row);
  return worst(met) ?? otherwise.find(row => applies(row, change))?.row ?? UNKNOWN;
}

const applies = ({ row, patterns }: Compiled<FieldRow>, change: FieldChange): boolean =>
  meets(patterns, change.path) && (row.when === undefined || row.when(change));

const meets = (patterns: readonly Pattern[], path: FieldPath): boolean =>
  patterns.some(pattern => matches(pattern, path));

/** What adding or removing an object does. */
export function judgeWhole(change: WholeChange): Verdict {
  const { action, object } = change;
  if (action === 'removed' && isProtected(object.value)) return DATA_KINDS.includes(object.kind) ? DATA_LEFT : LEFT;
  const met = WHOLE.filter(
    row =>
      row.action === action &&
      (row.kinds === undefined || row.kinds.includes(object.kind)) &&
      (row.when === undefined || row.when(change)),
  );
  return worst(met) ?? (action === 'added' ? ADDED : REMOVED);
}

/** The worst of some verdicts; the first if several are equally bad. */
export function worst<T extends { readonly risk: Risk }>(verdicts: readonly T[]): T | undefined {
  return verdicts.reduce<T | undefined>(
    (before, verdict) => (before === undefined || rankOf(verdict.risk) < rankOf(before.risk) ? verdict : before),
    undefined,
  );
}

const hasStorage = (config: unknown): boolean => backendsOf(config).length > 0;
