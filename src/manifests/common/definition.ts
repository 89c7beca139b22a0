/**
 * An object before anything is made of it: the generated class of its kind, and what the class is given. A construct is made of
 * it for programs, plain data for a fleet; both are what the generated class writes.
 */

import { ApiObject, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import { writtenByFields } from './fields';
import type { Manifest } from './manifest';
import type { Marks } from './metadata';
import { withoutAbsent } from './without-absent';

/** A generated class. */
export interface Kind<Props> {
  readonly GVK: GroupVersionKind;
  new (scope: Construct, id: string, props: Props): ApiObject;
  manifest(props: Props): unknown;
}

/** An object that the model asks for; it has no label with the name of the cluster yet. */
export interface Definition {
  /** Name among the constructs of the cluster. */
  readonly id: string;
  /** The object as a construct below the scope. */
  readonly construct: (scope: Construct) => ApiObject;
  /** The object as plain data, the same as its construct writes while nobody changes it. */
  readonly manifest: () => Manifest;
}

/** What every object is given. */
interface WithMarks {
  readonly metadata?: Partial<Marks>;
}

/** Defines an object of a kind. Its manifest is made once: many clusters may have the same definition. */
export function define<Props>(kind: Kind<Props>, id: string, props: Props & WithMarks): Definition {
  let manifest: Manifest | undefined;
  return {
    id,
    construct: scope => new kind(scope, id, props),
    manifest: () => {
      manifest ??= written(kind, props);
      return manifest;
    },
  };
}

const written = <Props>(kind: Kind<Props>, props: Props & WithMarks): Manifest =>
  (writtenByFields(kind.GVK, props) as Manifest | undefined) ?? writtenByClass(kind, props);

/** Every class writes metadata alike, so it stays the map it is. */
export function writtenByClass<Props>(kind: Kind<Props>, props: Props & WithMarks): Manifest {
  const present = withoutAbsent(props);
  return { ...(kind.manifest(present) as Manifest), metadata: present.metadata as Manifest['metadata'] };
}

/** Defines an object that is written as it is. */
export const definePlain = (id: string, manifest: Manifest): Definition => ({
  id,
  construct: scope => new ApiObject(scope, id, manifest),
  manifest: () => withoutAbsent(manifest),
});
