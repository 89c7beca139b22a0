/** The rules of this package for objects that another cdk8s app made, as a plugin of `cdk8s synth`. */

import type { Severity } from '../findings/finding';
import { byCluster, isSettings, readObjects } from './objects';
import type { Validation, ValidationContext } from './plugin';
import type { ImageRegistryValidationProps } from './props';
import { toViolations } from './report';
import { validateObjects } from './validate-objects';

/**
 * A validation plugin for objects that other code makes: errors fail the synthesis, warnings are only printed. `cdk8s synth`
 * makes it from an entry in `cdk8s.yaml`.
 *
 * @example
 * const validation = new ImageRegistryValidation({
 *   openshift: '4.14',
 *   platform: 'vsphere',
 *   accept: [{ code: 'OBJECT_UNPROTECTED', reason: 'nothing prunes here' }],
 * });
 */
export class ImageRegistryValidation implements Validation {
  constructor(private readonly props: ImageRegistryValidationProps) {}

  /** Checks what belongs to the image registry; everything else in the manifests does not concern it. */
  async validate(context: ValidationContext): Promise<void> {
    const clusters = byCluster(readObjects(context));
    const findings = clusters.flatMap(objects => validateObjects(objects, this.props));
    for (const violation of toViolations(findings)) context.report.addViolation(violation);
    const count = (severity: Severity): number => findings.filter(one => one.severity === severity).length;
    const configs = clusters.flat().filter(one => isSettings('Config', one)).length;
    context.report.submit(count('error') > 0 ? 'failure' : 'success', {
      Configs: String(configs),
      Errors: String(count('error')),
      Warnings: String(count('warning')),
    });
  }
}
