/** The operator's Config `cluster`: the registry's spec and its storage in one object. */

import type { Construct } from 'constructs';
import {
  Config,
  type ConfigSpec,
  ConfigSpecResourcesLimits,
  ConfigSpecResourcesRequests,
} from '../../../imports/imageregistry.operator.openshift.io';
import { SINGLETON } from '../../facts/names';
import type { RegistryModel } from '../../model/model';
import type { RegistrySpec } from '../../model/registry';
import { objectMetadata } from '../common/metadata';
import { resourcesOf } from '../common/resources';
import { storageSpec } from '../storage/storage-spec';

/** Defines the Config; a takeover job goes before it. */
export function defineConfig(scope: Construct, model: RegistryModel & { readonly registry: RegistrySpec }): Config {
  return new Config(scope, 'Config', {
    metadata: objectMetadata(model, { role: 'registry', name: SINGLETON }),
    spec: configSpec(model),
  });
}

/** The whole spec in the words of the generated class. */
function configSpec({ registry, storage }: RegistryModel & { readonly registry: RegistrySpec }): ConfigSpec {
  const { resources, logLevel, operatorLogLevel, ...same } = registry;
  return {
    ...same,
    ...(logLevel && { logLevel: logLevel as ConfigSpec['logLevel'] }),
    ...(operatorLogLevel && { operatorLogLevel: operatorLogLevel as ConfigSpec['operatorLogLevel'] }),
    ...(resources && {
      resources: resourcesOf(resources, ConfigSpecResourcesLimits.fromString, ConfigSpecResourcesRequests.fromString),
    }),
    ...(storage && { storage: storageSpec(storage) }),
  } as ConfigSpec;
}
