/** What a part of the output consists of: its kinds, and what its roles and bindings ask of the account that creates them. */

import type { RbacRule } from '../facts/argocd-controller';
import type { Manifest } from '../manifests/common/manifest';

/** A kind that is in the output. */
export interface EmittedKind {
  readonly group: string;
  readonly kind: string;
  readonly namespaced: boolean;
  /** Whether Argo CD may ever have to delete one: a hook, or an object it may prune. */
  readonly deletable: boolean;
}

/** A role that some binding of the output names. */
export interface BoundRole {
  readonly kind: 'ClusterRole' | 'Role';
  readonly name: string;
}

/** What is read of an object; most have none of the optional parts. */
interface EmittedObject extends Manifest {
  readonly metadata: Manifest['metadata'] & { readonly annotations?: Readonly<Record<string, string>> };
  readonly rules?: readonly RbacRule[];
  readonly roleRef?: { readonly kind: string; readonly name: string };
}

/** Sums up objects; what is asked of it is sorted, whatever the order they came in. */
export class EmittedPart {
  readonly #kinds = new Map<string, EmittedKind>();
  readonly #rules = new Map<string, RbacRule>();
  readonly #boundRoles = new Map<string, BoundRole>();

  /** Takes in one object. */
  add(manifest: Manifest): void {
    const { apiVersion, kind, metadata, rules, roleRef } = manifest as EmittedObject;
    this.#addKind(groupOf(apiVersion), kind, metadata);
    for (const rule of rules ?? []) this.#rules.set(JSON.stringify(rule), rule);
    if (roleRef !== undefined) this.#boundRoles.set(`${roleRef.kind}/${roleRef.name}`, roleRef as BoundRole);
  }

  /** Every kind, by group and name. */
  get kinds(): readonly EmittedKind[] {
    return sorted(this.#kinds);
  }

  /** Rules of the roles in the output: who creates a role must hold what it grants. */
  get roleRules(): readonly RbacRule[] {
    return sorted(this.#rules);
  }

  /** Roles that bindings name: who binds a role must hold what it grants, or the verb `bind` on it. */
  get boundRoles(): readonly BoundRole[] {
    return sorted(this.#boundRoles);
  }

  #addKind(group: string, kind: string, metadata: EmittedObject['metadata']): void {
    const key = `${group}/${kind}`;
    const known = this.#kinds.get(key);
    const deletable = known?.deletable === true || isDeletable(metadata.annotations ?? {});
    if (known?.deletable === deletable) return;
    this.#kinds.set(key, { group, kind, namespaced: metadata.namespace !== undefined, deletable });
  }
}

/** As much of an object as is summed up. */
export function partOutline(manifest: Manifest): Manifest {
  const { apiVersion, kind, metadata, rules, roleRef } = manifest as EmittedObject;
  const annotations = Object.fromEntries(
    Object.entries(metadata.annotations ?? {}).filter(([key]) => key === SYNC_OPTIONS || key === HOOK),
  );
  const { namespace } = metadata;
  return { apiVersion, kind, metadata: { name: '', namespace, annotations }, rules, roleRef } as EmittedObject;
}

const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
const HOOK = 'argocd.argoproj.io/hook';

/** The group of `group/version`; the core group, which has no name, is ''. */
const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '');

/** An earlier run of a hook is deleted before the next one, whatever its other options say. */
function isDeletable(annotations: Readonly<Record<string, string>>): boolean {
  const options = (annotations[SYNC_OPTIONS] ?? '').split(',');
  const isHook = annotations[HOOK] !== undefined;
  return isHook || !(options.includes('Prune=false') && options.includes('Delete=false'));
}

const sorted = <T>(map: ReadonlyMap<string, T>): readonly T[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
