/** The warnings of all registries of an app: written together and once, when the app is synthesized. */

import type { IConstruct } from 'constructs';
import type { Finding, Severity } from '../findings/finding';
import { formatText } from '../findings/format-text';

/** A registry, as far as it has findings. */
interface Source {
  readonly findings: readonly Finding[];
}

/** What an app has written, and what it has yet to write. */
interface Warnings {
  readonly written: Set<string>;
  readonly pending: Set<Source>;
}

const APPS = new WeakMap<IConstruct, Warnings>();

/** The next synthesis writes the findings of this registry, except those that were written before. */
export function announce(root: IConstruct, source: Source): void {
  const warnings = APPS.get(root) ?? { written: new Set(), pending: new Set() };
  APPS.set(root, warnings);
  warnings.pending.add(source);
}

/** Writes what is new to standard error. cdk8s validates an app many times: once for each chart, and at each synthesis. */
export function writeWarnings(root: IConstruct): void {
  const warnings = APPS.get(root);
  if (warnings === undefined || warnings.pending.size === 0) return;
  const wanted = wantedSeverities();
  const found = [...warnings.pending].flatMap(({ findings }) =>
    findings.filter(({ severity }) => wanted.has(severity)),
  );
  warnings.pending.clear();
  const fresh = found.filter(finding => isNew(warnings.written, JSON.stringify(finding)));
  if (fresh.length > 0) process.stderr.write(`${formatText(fresh)}\n`);
}

function isNew(written: Set<string>, key: string): boolean {
  if (written.has(key)) return false;
  written.add(key);
  return true;
}

/** Errors are never among them: cdk8s shows those itself. */
const BY_LEAST: ReadonlyMap<string | undefined, readonly Severity[]> = new Map([
  ['error', []],
  ['info', ['warning', 'info']],
]);

/** `$REGISTRY_SEVERITY` is the lowest severity that is shown; without it, warnings. */
const wantedSeverities = (): ReadonlySet<Severity> =>
  new Set(BY_LEAST.get(process.env.REGISTRY_SEVERITY) ?? ['warning']);
