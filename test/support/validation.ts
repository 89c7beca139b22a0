/** Runs the validation plugin as cdk8s does, with a report that keeps what it is told. */

import { ImageRegistryValidation } from '../../src/plugin/image-registry-validation';
import type { ValidationViolation } from '../../src/plugin/plugin';
import type { ImageRegistryValidationProps } from '../../src/plugin/props';
import { expectHeadlines } from './headline';

/** What a run of the plugin reports. */
export interface Validated {
  readonly status: string;
  readonly violations: readonly ValidationViolation[];
  readonly codes: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** Checks the objects as if each of these files had been synthesized. */
export async function validateFiles(
  files: Readonly<Record<string, readonly object[]>>,
  props: ImageRegistryValidationProps,
): Promise<Validated> {
  const violations: ValidationViolation[] = [];
  let submitted: readonly [string, Readonly<Record<string, string>>] = ['', {}];
  await new ImageRegistryValidation(props).validate({
    manifests: Object.keys(files),
    parseManifest: file => structuredClone(files[file]),
    report: {
      addViolation: violation => violations.push(violation),
      submit: (status, metadata = {}) => {
        submitted = [status, metadata];
      },
    },
  });
  const locations = violations.flatMap(({ violatingResources }) =>
    violatingResources.flatMap(found => found.locations),
  );
  expectHeadlines(locations.map(text => text.slice(text.indexOf(': ') + 2)));
  const [status, metadata] = submitted;
  return { status, metadata, violations, codes: violations.map(({ ruleName }) => ruleName) };
}

/** The same with one file. */
export const validate = (objects: readonly object[], props: ImageRegistryValidationProps): Promise<Validated> =>
  validateFiles({ 'dist/app.k8s.yaml': objects }, props);
