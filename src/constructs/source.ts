/** Where the configuration of a registry comes from: the properties of a program, or one cluster of a fleet file. */

import type { Finding } from '../findings/finding';
import { checkProps } from '../fleet/check-props';
import { readInputs } from '../load/read-inputs';
import type { RegistryModel } from '../model/model';
import type { Grants } from './grants';

/** What is known of a registry after its check. */
export interface CheckedRegistry {
  /** Absent where the configuration is too broken to be understood. */
  readonly model?: RegistryModel;
  readonly findings: readonly Finding[];
}

/** A configuration that can be checked again, after more rights were granted. */
export interface RegistrySource {
  /** Name of the cluster. */
  readonly cluster: string;
  /** Checks everything; `construct` is the path of the registry. */
  check(grants: Grants, construct: string): CheckedRegistry;
}

/** The properties of a construct. */
export function propsSource(props: object & { readonly name: string }): RegistrySource {
  const inputs = readInputs();
  return {
    cluster: props.name,
    check: (grants, construct) => {
      const { cluster, describe } = grants.applyTo(props, construct);
      const { model, findings } = checkProps(cluster as object, inputs, construct);
      return { ...(model ? { model } : {}), findings: findings.map(describe) };
    },
  };
}
