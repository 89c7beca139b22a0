/** Fields that the cluster's OpenShift version does not know yet, or no longer uses. */

import { isPlainMap } from '../../config/plain-map';
import { valueAt } from '../../config/value-at';
import { firstVersionOf, mayBeNewer, type VersionedKind } from '../../facts/api-fields';
import { hasDriver } from '../../facts/backends';
import { atLeast } from '../../facts/versions';
import type { ConfigPath } from '../../findings/finding';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';

/** A part of the configuration that becomes a part of an API object as it is. */
interface Part {
  readonly kind: VersionedKind;
  readonly value: unknown;
  /** Its keys that go elsewhere, or become something else. Values are not copied to leave these out: only names matter. */
  readonly except?: readonly string[];
  /** Where it is written. */
  readonly path: ConfigPath;
  /** Where it goes. */
  readonly target: readonly string[];
}

const fieldVersion: Rule = {
  code: 'FIELD_VERSION',
  severity: 'error',
  acceptable: false,
  title: 'a field is newer than the OpenShift version of the cluster',
  why: 'the API server drops a field it does not know: the setting has no effect, and Argo CD shows the object as OutOfSync forever',
  fix: 'remove the field, or upgrade the cluster first',
  source: 'openshift/api release branches',
  bad: `
    platform: aws
    openshift: "4.14"
    storage: {s3: {bucket: registry, region: eu-west-1, chunkSizeMiB: 100}}`,
  good: `
    platform: aws
    openshift: "4.17"
    storage: {s3: {bucket: registry, region: eu-west-1, chunkSizeMiB: 100}}`,
  check: input => partsOf(input).flatMap(part => newerFields(part, input.model.openshift)),
};

function partsOf({ config, model }: RuleInput): readonly Part[] {
  const parts: Part[] = [
    { kind: 'Config', value: config.registry, except: TRANSLATED, path: ['registry'], target: ['spec'] },
  ];
  if (model.storage) parts.push(...storageParts(config, model.storage, model.openshift));
  parts.push(
    {
      kind: 'Image',
      value: config.image,
      except: ['imageDigestMirrors', 'imageTagMirrors'],
      path: ['image'],
      target: ['spec'],
    },
    {
      kind: 'ImagePruner',
      value: config.pruner,
      except: ['keepYoungerThanDuration'],
      path: ['pruner'],
      target: ['spec'],
    },
  );
  return parts;
}

/** On 4.3 to 4.5 a log level becomes the number those versions know. */
const TRANSLATED = ['logLevel'];

/** A driver the version lacks is another rule's; below it there is nothing to add. */
function storageParts(
  config: RuleInput['config'],
  storage: NonNullable<RuleInput['model']['storage']>,
  openshift: string,
): readonly Part[] {
  const { backend, path } = storage;
  const value = valueAt(config, path);
  const known = isPlainMap(value) ? value : {};
  return [
    {
      kind: 'Config',
      value: config.storage?.managementState,
      path: ['storage', 'managementState'],
      target: ['spec', 'storage', 'managementState'],
    },
    ...(hasDriver(backend, openshift)
      ? [
          {
            kind: 'Config' as const,
            value: path[1] === 'odf' ? {} : known,
            except: ['provision', 'trustedCA'],
            path,
            target: ['spec', 'storage', backend],
          },
        ]
      : []),
    {
      kind: 'Config',
      value: known.trustedCA && 'set',
      path: [...path, 'trustedCA'],
      target: ['spec', 'storage', 's3', 'trustedCA'],
    },
  ];
}

function newerFields({ kind, value, except = [], path, target }: Part, version: string): readonly Hit[] {
  if (value === undefined) return [];
  const first = firstVersionOf(kind, target);
  if (first !== undefined && !atLeast(version, first)) {
    return [{ path, what: `OpenShift ${version} has no ${target.join('.')} in ${kind}; it exists from ${first}` }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => newerFields({ kind, value: item, path: [...path, index], target }, version));
  }
  if (!isPlainMap(value)) return [];
  return Object.keys(value).flatMap(key => {
    const below = [...target, key];
    return !except.includes(key) && mayBeNewer(kind, below)
      ? newerFields({ kind, value: value[key], path: [...path, key], target: below }, version)
      : [];
  });
}

const loggingReplaced: Rule = {
  code: 'LOGGING_REPLACED',
  severity: 'warning',
  title: 'logging is deprecated since OpenShift 4.6',
  why: 'the operator still reads the number, but a later version may not',
  fix: 'write registry.logLevel: Normal, Debug, Trace or TraceAll',
  source: 'openshift/api imageregistry/v1; operator pkg/resource/podtemplatespec.go generateLogLevel',
  bad: `
    platform: aws
    registry: {logging: 4}`,
  good: `
    platform: aws
    registry: {logLevel: Debug}`,
  check: ({ config, model }) =>
    hitIf(config.registry?.logging !== undefined && atLeast(model.openshift, '4.6'), () => ({
      path: ['registry', 'logging'],
      what: `logging: ${config.registry?.logging} is deprecated on OpenShift ${model.openshift}`,
    })),
};

/** In the order they are listed in the documentation. */
export const FIELD_VERSION_RULES: readonly Rule[] = [fieldVersion, loggingReplaced];
