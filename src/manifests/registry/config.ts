/** The operator's Config `cluster`: the registry's spec and its storage in one object. */

import {
  Config,
  type ConfigSpec,
  ConfigSpecResourcesLimits,
  ConfigSpecResourcesRequests,
} from '../../../imports/imageregistry.operator.openshift.io';
import { SINGLETON } from '../../facts/names';
import type { RegistrySpec } from '../../model/registry';
import { type Definition, define } from '../common/definition';
import { objectMetadata } from '../common/metadata';
import { resourcesOf } from '../common/resources';
import type { WithMetadata } from '../common/shared-part';
import { type SpecStorage, storageSpec } from '../storage/storage-spec';

/** What the object depends on. */
interface ConfigPart {
  readonly registry: RegistrySpec;
  readonly storage?: SpecStorage;
}

/** Defines the Config. */
export const defineConfig = (model: WithMetadata, part: ConfigPart): Definition =>
  define(Config, 'Config', {
    metadata: objectMetadata(model, { role: 'registry', name: SINGLETON }),
    spec: configSpec(part),
  });

/** The whole spec in the words of the generated class. */
function configSpec({ registry, storage }: ConfigPart): ConfigSpec {
  const { resources, logLevel, operatorLogLevel, ...same } = registry;
  return {
    storage: storage && storageSpec(storage),
    ...same,
    ...(logLevel && { logLevel: logLevel as ConfigSpec['logLevel'] }),
    ...(operatorLogLevel && { operatorLogLevel: operatorLogLevel as ConfigSpec['operatorLogLevel'] }),
    ...(resources && {
      resources: resourcesOf(resources, ConfigSpecResourcesLimits.fromString, ConfigSpecResourcesRequests.fromString),
    }),
  } as ConfigSpec;
}
