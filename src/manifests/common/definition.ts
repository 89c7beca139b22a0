/**
 * An object before anything is made of it: the generated class of its kind, and what the class is given. A construct is made of
 * it for programs, plain data for a fleet; both are what the generated class writes.
 */

import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Manifest } from './manifest';
import { withoutAbsent } from './without-absent';

/** A generated class. */
export interface Kind<Props> {
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

/** Defines an object of a kind. */
export const define = <Props>(kind: Kind<Props>, id: string, props: Props): Definition => ({
  id,
  construct: scope => new kind(scope, id, props),
  manifest: () => kind.manifest(withoutAbsent(props)) as Manifest,
});

/** Defines an object that is written as it is. */
export const definePlain = (id: string, manifest: Manifest): Definition => ({
  id,
  construct: scope => new ApiObject(scope, id, manifest),
  manifest: () => withoutAbsent(manifest),
});
