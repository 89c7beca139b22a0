/** The RoleBindings of one cluster as constructs, which may become more until the app is synthesized. */

import { type ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import { type BindingPlace, defineRoleBinding, subjectOf } from '../manifests/access/role-bindings';
import type { RoleBindingModel, SubjectModel } from '../model/access';
import type { RegistryModel } from '../model/model';
import { constructOf } from './construct-of';

/** The bindings of one cluster. A program may grant rights until its app is synthesized, so subjects are read last. */
export class RoleBindings {
  private readonly objects = new Map<string, ApiObject>();
  /** Subjects by place, of the list they were taken from. */
  private subjects: ReadonlyMap<string, readonly SubjectModel[]> = new Map();
  private indexed?: readonly RoleBindingModel[];

  public constructor(
    private readonly scope: Construct,
    private readonly model: Pick<RegistryModel, 'name' | 'metadata'>,
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
    const subjects = Lazy.any({ produce: () => this.subjectsAt(place).map(subjectOf) });
    const definition = defineRoleBinding(this.model, this.objects.size, place, subjects);
    return constructOf(definition, this.scope, this.model.name);
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
