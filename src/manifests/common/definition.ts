/**
 * An object before anything is made of it: the generated class of its kind, and what the class is given. A construct is made of
 * it for programs, plain data for a fleet; both are what the generated class writes.
 */

import { ApiObject, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import { lazily } from '../../values/lazily';
import { onceFor } from '../../values/once-for';
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
  /** What it is made from. */
  readonly source: Source;
  /** The object as a construct below the scope. */
  construct(scope: Construct): ApiObject;
  /** The object as plain data, the same as its construct writes while nobody changes it. It is made once. */
  manifest(): Manifest;
}

/** What every object is given. */
interface WithMarks {
  readonly metadata?: Partial<Marks>;
}

/** What the object of a definition is made from: what is written depends on `props` and `write` alone. */
export interface Source {
  /** Without its group. */
  readonly kind: string;
  readonly props: WithMarks;
  readonly write: WriteKind;
}

/**
 * Writes objects of one kind from what they are given; undefined where only the class itself can write it. It writes a text as it
 * is, or leaves it out, and looks at none: props that differ in nothing but texts give objects that differ in nothing but these.
 * What stands for a text, as an object of a class, it takes for one, or gives undefined.
 */
export type WriteKind = (props: unknown) => Manifest | undefined;

/** Defines an object of a kind; many clusters may have the same definition. */
export const define = <Props>(kind: Kind<Props>, id: string, props: Props & WithMarks): Definition =>
  new OfKind(kind, id, props);

class OfKind<Props> implements Definition {
  public readonly source: Source;
  private written: Manifest | undefined;

  public constructor(
    private readonly kind: Kind<Props>,
    public readonly id: string,
    private readonly props: Props & WithMarks,
  ) {
    this.source = { kind: kind.GVK.kind, props, write: writerByFields(kind.GVK) };
  }

  public construct(scope: Construct): ApiObject {
    return new this.kind(scope, this.id, this.props);
  }

  public manifest(): Manifest {
    this.written ??= this.source.write(this.props) ?? writtenByClass(this.kind, this.props);
    return this.written;
  }
}

const writerByFields = onceFor(
  (gvk: GroupVersionKind): WriteKind =>
    props =>
      writtenByFields(gvk, props) as Manifest | undefined,
);

/** Every class writes metadata alike, so it stays the map it is. */
export function writtenByClass<Props>(kind: Kind<Props>, props: Props & WithMarks): Manifest {
  const present = withoutAbsent(props);
  return { ...(kind.manifest(present) as Manifest), metadata: present.metadata as Manifest['metadata'] };
}

/** Defines an object that is written as it is. */
export const definePlain = (id: string, manifest: Manifest): Definition => ({
  id,
  source: { kind: manifest.kind, props: manifest, write: writePlain },
  construct: scope => new ApiObject(scope, id, manifest),
  manifest: lazily(() => withoutAbsent(manifest)),
});

const writePlain = withoutAbsent as WriteKind;
