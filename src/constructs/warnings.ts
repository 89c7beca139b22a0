/** The warnings of all registries of an app: told together and once, when the app is synthesized. */

import type { IConstruct } from 'constructs';
import type { Finding, Severity } from '../findings/finding';
import { formatText } from '../findings/format-text';

/** A registry, as far as it has something to tell. */
interface Source {
  readonly findings: readonly Finding[];
}

/** What an app has told, and what it has not. */
interface Telling {
  readonly told: Set<string>;
  readonly pending: Set<Source>;
}

const APPS = new WeakMap<IConstruct, Telling>();

/** Has the findings of a registry told at the next synthesis, as far as they were not told before. */
export function announce(root: IConstruct, source: Source): void {
  const telling = APPS.get(root) ?? { told: new Set(), pending: new Set() };
  APPS.set(root, telling);
  telling.pending.add(source);
}

/** Writes what is new to standard error. cdk8s validates an app many times: once for each chart, and at each synthesis. */
export function tellWarnings(root: IConstruct): void {
  const telling = APPS.get(root);
  if (telling === undefined || telling.pending.size === 0) return;
  const wanted = wantedSeverities();
  const found = [...telling.pending].flatMap(({ findings }) => findings.filter(({ severity }) => wanted.has(severity)));
  telling.pending.clear();
  const fresh = found.filter(finding => isNew(telling.told, JSON.stringify(finding)));
  if (fresh.length > 0) process.stderr.write(`${formatText(fresh)}\n`);
}

function isNew(told: Set<string>, key: string): boolean {
  if (told.has(key)) return false;
  told.add(key);
  return true;
}

/** Errors are never among them: cdk8s shows those itself. */
const BY_LEAST: ReadonlyMap<string | undefined, readonly Severity[]> = new Map([
  ['error', []],
  ['info', ['warning', 'info']],
]);

/** `$REGISTRY_SEVERITY` is the lowest severity that is shown; warnings are, unless it says otherwise. */
const wantedSeverities = (): ReadonlySet<Severity> =>
  new Set(BY_LEAST.get(process.env.REGISTRY_SEVERITY) ?? ['warning']);
