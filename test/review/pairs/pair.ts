/** One line of the tables: an edit of one object, the class it must get, and the fact behind it. */

import { parse } from 'yaml';
import type { Change } from '../../../src/review/change';
import type { Risk } from '../../../src/review/classes';
import { review } from '../../../src/review/review';
import { textSide } from '../../../src/review/sides/folder';
import { BASES } from './bases';

/** Objects by kind, as they are in one cluster's folder. */
export type Plain = Record<string, unknown>;

/** `path: before → after`; `–` is a field that is not there. An edit of a whole object is `added` or `removed`. */
export type Edit = string;

/** Kind of a base object, edit, class, code of the rule that decides, fact. */
export type Pair = readonly [kind: string, edit: Edit, risk: Risk, code: string, fact: string];

/** The object of the kind before and after the edit; undefined where it is not there. */
export function sidesOf(kind: string, edit: Edit): readonly [Plain | undefined, Plain | undefined] {
  const base = structuredClone(BASES[kind] as Plain | undefined);
  if (base === undefined) throw new Error(`there is no base object "${kind}"`);
  const parts = edit.split('; ');
  if (parts[0] === 'added' || parts[0] === 'removed') {
    for (const part of parts.slice(1)) set(base, part, 'before');
    return parts[0] === 'added' ? [undefined, base] : [base, undefined];
  }
  const before = structuredClone(base);
  const after = structuredClone(base);
  for (const part of parts) {
    set(before, part, 'before');
    set(after, part, 'after');
  }
  return [before, after];
}

function set(object: Plain, edit: string, side: 'before' | 'after'): void {
  const [, path = '', values = ''] = /^([^:"]+(?:\["[^"]+"\])?[^:]*): (.*)$/s.exec(edit) ?? [];
  const [before = '', after = before] = values.split(' → ');
  const value = side === 'before' ? before : after;
  const keys = keysOf(path);
  const last = keys.pop() ?? '';
  let here = object;
  for (const key of keys) {
    here[key] ??= {};
    here = here[key] as Plain;
  }
  if (value === '–') delete here[last];
  else here[last] = parse(value);
}

/** `a.b["c.d"]` as its keys; `@name` is an annotation of Argo CD. */
function keysOf(path: string): string[] {
  if (path.startsWith('@')) return ['metadata', 'annotations', `argocd.argoproj.io/${path.slice(1)}`];
  return [...path.matchAll(/\["([^"]+)"\]|([^.[]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

/** The changes of a cluster whose folder held the one objects and holds the others. */
export function changesBetween(
  before: readonly Plain[],
  after: readonly Plain[],
  folder = 'clusters/c',
): readonly Change[] {
  const side = (label: string, objects: readonly Plain[]) =>
    textSide(
      label,
      new Map([
        ['clusters/other/keep.json', JSON.stringify(KEEP)],
        ['clusters/c/keep.json', JSON.stringify(KEEP)],
        ...objects.map((object, index) => [`${folder}/${index}.json`, JSON.stringify(object)] as const),
      ]),
    );
  return review(side('base', before), side('head', after)).changes;
}

/** Something that never changes, so that a cluster with nothing else is still one. */
const KEEP: Plain = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'keep', namespace: 'x' } };

/** Kinds that are not a cluster's. */
const SHARED: readonly string[] = ['AppProject', 'ApplicationSet', 'Application', 'Policy', 'Placement'];

/** The changes of an edit; `beside` are base objects that are there before and after. */
export function changesOfEdit(kind: string, edit: Edit, beside: readonly string[] = []): readonly Change[] {
  const [before, after] = sidesOf(kind, edit);
  const others = beside.map(name => structuredClone(BASES[name]) as Plain);
  const listOf = (object: Plain | undefined): readonly Plain[] => (object === undefined ? others : [object, ...others]);
  return changesBetween(listOf(before), listOf(after), SHARED.includes(kind) ? 'argocd' : 'clusters/c');
}
