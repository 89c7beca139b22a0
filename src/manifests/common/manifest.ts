/** An object as it is written, as far as its name goes. */

import { ApiObject, type Chart } from 'cdk8s';
import { plainJson } from './plain-json';

/** What is needed of an object to name it and the file it is in, and to order it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

/** The objects of a chart as plain data. */
export function manifestsIn(chart: Chart): readonly Manifest[] {
  // Chart.toJson looks for dependencies first, to sort by them: a sixth of a large run, and no object of ours has any.
  return chart.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map(object => plainJson(object) as Manifest);
}
