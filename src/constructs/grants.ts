/** Rights that a program gives after construction: they join `access` of the configuration, and its rules. */

import { isPlainMap } from '../config/plain-map';
import { REGISTRY_EDITOR_ROLE, REGISTRY_VIEWER_ROLE } from '../facts/names';
import type { ConfigPath, Finding } from '../findings/finding';
import type { BindingPlace } from '../manifests/access/role-bindings';

/** Who a right is given to: a user, a group, or a service account as `namespace/name`. */
export type Subject =
  | { readonly user: string; readonly group?: never; readonly serviceAccount?: never }
  | { readonly group: string; readonly user?: never; readonly serviceAccount?: never }
  | { readonly serviceAccount: string; readonly user?: never; readonly group?: never };

/** What is granted: the method that programs call, the list of `access` it adds to, and the binding it becomes. */
const KINDS = {
  grantPull: { list: 'viewers', name: 'image-registry-viewers', role: REGISTRY_VIEWER_ROLE },
  grantPush: { list: 'editors', name: 'image-registry-editors', role: REGISTRY_EDITOR_ROLE },
} as const;

/** A method that grants a right. */
export type GrantKind = keyof typeof KINDS;

/** The binding that a right in a project becomes. */
export const bindingOf = (kind: GrantKind, project: string): BindingPlace => ({
  name: KINDS[kind].name,
  namespace: project,
  role: KINDS[kind].role,
});

/** One subject of one call, as an entry of `access`. */
interface Granted {
  /** Which call of the method it was, from 0. */
  readonly call: number;
  readonly entry: unknown;
}

/** A configuration with the rights in it. */
export interface GrantedConfig {
  readonly cluster: unknown;
  /** Says where a finding about a right comes from: the call instead of a place in the configuration. */
  readonly describe: (finding: Finding) => Finding;
}

/** The rights of one registry, in the order they were given. */
export class Grants {
  private readonly given: Readonly<Record<GrantKind, Granted[]>> = { grantPull: [], grantPush: [] };
  private readonly calls: Record<GrantKind, number> = { grantPull: 0, grantPush: 0 };

  /** Adds what one call gives. */
  public add(kind: GrantKind, project: string, subjects: readonly Subject[]): void {
    const call = this.calls[kind];
    this.calls[kind] += 1;
    const entries = subjects.length === 0 ? [{ project }] : subjects.map(subject => entryOf(project, subject));
    this.given[kind].push(...entries.map(entry => ({ call, entry })));
  }

  /** The configuration with these rights; `construct` is the path of the registry. */
  public applyTo(cluster: unknown, construct: string): GrantedConfig {
    const kinds = (Object.keys(KINDS) as GrantKind[]).filter(kind => this.given[kind].length > 0);
    const access = isPlainMap(cluster) ? (cluster.access ?? {}) : undefined;
    if (kinds.length === 0 || !isPlainMap(cluster) || !isPlainMap(access)) {
      return { cluster, describe: finding => finding };
    }
    const own = new Map(kinds.map(kind => [kind, access[KINDS[kind].list] ?? []]));
    const lists = kinds.flatMap(kind => {
      const before = own.get(kind);
      const granted = this.given[kind].map(({ entry }) => entry);
      // Anything but a list is passed on, so that the check refuses it.
      return Array.isArray(before) ? [[KINDS[kind].list, [...before, ...granted]] as const] : [];
    });
    const describe = (finding: Finding): Finding => {
      const path = kinds.flatMap(kind => this.callOf(kind, own.get(kind), finding.path) ?? []);
      return path.length === 0 ? finding : { ...finding, path, place: undefined, construct };
    };
    return { cluster: { ...cluster, access: { ...access, ...Object.fromEntries(lists) } }, describe };
  }

  /** `access.viewers[2].project` as `grantPull[0].project`, where the entry is one of ours. */
  private callOf(kind: GrantKind, before: unknown, path: ConfigPath): ConfigPath | undefined {
    const [access, list, index, ...rest] = path;
    if (access !== 'access' || list !== KINDS[kind].list || !Array.isArray(before)) return undefined;
    const granted = typeof index === 'number' ? this.given[kind][index - before.length] : undefined;
    return granted && [kind, granted.call, ...rest];
  }
}

/** Programs without types may pass anything: what is unknown is kept, so that the check of the shape refuses it. */
function entryOf(project: string, subject: unknown): unknown {
  if (!isPlainMap(subject)) return subject;
  const { user, group, serviceAccount, ...unknown } = subject;
  return {
    project,
    ...unknown,
    ...(user === undefined ? {} : { users: [user] }),
    ...(group === undefined ? {} : { groups: [group] }),
    ...(serviceAccount === undefined ? {} : { serviceAccounts: [serviceAccount] }),
  };
}
