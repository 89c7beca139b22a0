/** `access` in each project: RoleBindings to ClusterRoles that OpenShift brings. */

import { type ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { RoleBindingModel, SubjectModel } from '../../model/access';
import { k8s } from '../common/k8s';
import { objectMetadata } from '../common/metadata';
import type { Named } from '../common/shared-part';

/** API group of roles, bindings, users and groups. */
export const RBAC_GROUP = 'rbac.authorization.k8s.io';

/** Which binding is meant: there is one for each project and role. */
export type BindingPlace = Omit<RoleBindingModel, 'subjects'>;

/** The bindings of one cluster. A program may grant rights until its app is synthesized, so subjects are read last. */
export class RoleBindings {
  private readonly objects = new Map<string, ApiObject>();
  /** Subjects by place, of the list they were taken from. */
  private subjects: ReadonlyMap<string, readonly SubjectModel[]> = new Map();
  private indexed?: readonly RoleBindingModel[];

  public constructor(
    private readonly scope: Construct,
    private readonly model: Named,
    /** What is granted by now. */
    private readonly granted: () => readonly RoleBindingModel[],
  ) {
    for (const binding of granted()) this.at(binding);
  }

  /** The binding of a project and role, defined if it is not there yet. */
  public at(place: BindingPlace): ApiObject {
    const known = this.objects.get(keyOf(place)) ?? this.define(place);
    this.objects.set(keyOf(place), known);
    return known;
  }

  private define(place: BindingPlace): ApiObject {
    const { name, namespace, role } = place;
    return new k8s.KubeRoleBinding(this.scope, `RoleBinding${this.objects.size}`, {
      metadata: objectMetadata(this.model, { role: 'access', name, namespace }),
      roleRef: { apiGroup: RBAC_GROUP, kind: 'ClusterRole', name: role },
      subjects: Lazy.any({ produce: () => this.subjectsAt(place).map(subjectOf) }),
    });
  }

  private subjectsAt(place: BindingPlace): readonly SubjectModel[] {
    const now = this.granted();
    if (this.indexed !== now) {
      this.indexed = now;
      this.subjects = new Map(now.map(binding => [keyOf(binding), binding.subjects]));
    }
    return this.subjects.get(keyOf(place)) ?? [];
  }
}

const keyOf = ({ name, namespace, role }: BindingPlace): string => JSON.stringify([namespace, name, role]);

/** Service accounts are of the core group, which is not written. */
export const subjectOf = ({ kind, name, namespace }: SubjectModel): k8s.Subject =>
  kind === 'ServiceAccount' ? { kind, name, namespace } : { apiGroup: RBAC_GROUP, kind, name };
