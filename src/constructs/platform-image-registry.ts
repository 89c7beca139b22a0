/** What the constructs of all platforms but ROSA have in common: a Config. */

import type { ApiObject } from 'cdk8s';
import { ImageRegistry } from './image-registry';

/**
 * A registry that always has a Config: the class of every platform but ROSA extends this one.
 *
 * @example
 * const debug = (registry: PlatformImageRegistry): void =>
 *   registry.config.addJsonPatch(JsonPatch.add('/spec/logLevel', 'Debug'));
 * debug(new AwsImageRegistry(chart, 'registry', { openshift: '4.14' }));
 */
export abstract class PlatformImageRegistry extends ImageRegistry {
  /**
   * The operator's Config `cluster`. A patch of its storage also reaches what a takeover Job sends.
   *
   * @throws Error where the configuration leaves the Config to others.
   */
  public override get config(): ApiObject {
    const { config } = this.objects;
    if (config === undefined) throw new Error(`${this.node.path} has no Config: its configuration leaves it to others`);
    return config;
  }
}
