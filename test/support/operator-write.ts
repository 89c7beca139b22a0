/**
 * The operator's write to its Config as code: it decodes the object into Go types, fills in what it decides itself,
 * and writes the whole thing back. What Go's types drop, add and rewrite on the way changes the object, too.
 *
 * @see openshift/cluster-image-registry-operator pkg/operator/controller.go, pkg/operator/complete.go, pkg/storage
 * @see openshift/api imageregistry/v1 types.go (which fields are omitempty)
 */

import { BACKEND_NAMES, BACKENDS, type BackendName } from '../../src/facts/backends';
import { atLeast } from '../../src/facts/versions';
import type { Fields, Value } from './server-side-apply';

/** The cluster the operator runs on. */
export interface OperatorSite {
  readonly version: string;
  /** Backend it chooses by itself where the spec names none. */
  readonly platformDefault?: BackendName;
}

type Draft = Record<string, Value>;
const draft = (value: Value | undefined): Draft => ({ ...(value as Fields | undefined) });

/** What the operator makes of an object. */
export function operatorWrite(object: Fields, site: OperatorSite): Fields {
  const metadata = draft(object.metadata);
  const spec = roundTrip(draft(object.spec), site);
  if (spec.managementState !== 'Managed') return { ...object, spec };
  metadata.finalizers = ['imageregistry.operator.openshift.io/finalizer'];
  spec.httpSecret ??= 'f'.repeat(128);
  spec.storage = fillStorage(draft(spec.storage), site);
  if (atLeast(site.version, '4.22')) spec.observedConfig = { servingInfo: { minTLSVersion: 'VersionTLS12' } };
  return { ...object, metadata, spec };
}

/** Decodes into Go's types and encodes again. */
function roundTrip(spec: Draft, site: OperatorSite): Draft {
  const result = dropped(spec, TOP_OMIT);
  result.proxy = dropped(draft(spec.proxy), allOf(draft(spec.proxy)));
  result.requests = { read: limits(spec.requests, 'read'), write: limits(spec.requests, 'write') };
  result.observedConfig ??= null;
  result.unsupportedConfigOverrides ??= null;
  if (Array.isArray(spec.routes) && spec.routes.length > 0) {
    result.routes = spec.routes.map(route => dropped(draft(route), ['secretName']));
  }
  if (spec.resources !== undefined) result.resources = resources(draft(spec.resources));
  if (spec.storage !== undefined) result.storage = storage(draft(spec.storage), site);
  return result;
}

/** Fields with `omitempty`: gone when they are zero. */
const TOP_OMIT = [
  'httpSecret',
  'readOnly',
  'disableRedirect',
  'defaultRoute',
  'routes',
  'tolerations',
  'topologySpreadConstraints',
  'nodeSelector',
  'rolloutStrategy',
] as const;

const allOf = (fields: Draft): readonly string[] => Object.keys(fields);
const isZero = (value: Value | undefined): boolean =>
  value === undefined ||
  value === false ||
  value === 0 ||
  value === '' ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const dropped = (fields: Draft, omitEmpty: readonly string[]): Draft =>
  Object.fromEntries(Object.entries(fields).filter(([key, value]) => !(omitEmpty.includes(key) && isZero(value))));

function limits(requests: Value | undefined, kind: string): Draft {
  const given = draft(draft(requests)[kind]);
  const kept = dropped(given, ['maxRunning', 'maxInQueue']);
  return { ...kept, maxWaitInQueue: goDuration(String(given.maxWaitInQueue ?? '0s')) };
}

function resources(given: Draft): Draft {
  return Object.fromEntries(
    Object.entries(given).map(([key, list]) => {
      if (Array.isArray(list)) return [key, list];
      return [key, Object.fromEntries(Object.entries(draft(list)).map(([name, n]) => [name, goQuantity(String(n))]))];
    }),
  );
}

/** The fields of every other backend than s3 are all `omitempty`. */
function storage(given: Draft, { version }: OperatorSite): Draft {
  const result: Draft = { ...given };
  for (const backend of BACKEND_NAMES.filter(name => name !== 's3')) {
    if (given[backend] !== undefined) result[backend] = dropped(draft(given[backend]), allOf(draft(given[backend])));
  }
  if (given.s3 !== undefined) result.s3 = s3(draft(given.s3), version);
  return result;
}

/** Two fields of s3 are written even when they are zero, from the version on that has them. */
function s3(given: Draft, version: string): Draft {
  const { virtualHostedStyle, trustedCA, cloudFront, ...others } = given;
  const result = dropped(others, allOf(others));
  if (atLeast(version, '4.5')) result.virtualHostedStyle = virtualHostedStyle ?? false;
  if (atLeast(version, '4.11')) result.trustedCA = { name: draft(trustedCA).name ?? '' };
  if (cloudFront !== undefined) {
    const front = draft(cloudFront);
    result.cloudFront = { ...front, duration: goDuration(String(front.duration ?? '0s')) };
  }
  return result;
}

/** Drivers that decide some fields only under conditions. */
const FILLED: Readonly<Partial<Record<BackendName, (given: Draft, managed: boolean) => Draft>>> = {
  s3: (given, managed) =>
    managed || given.bucket === undefined
      ? { ...given, bucket: given.bucket ?? 'infra-image-registry-eu-west-1-x', region: 'eu-west-1', encrypt: true }
      : given,
  gcs: given =>
    given.region === undefined
      ? { ...given, bucket: given.bucket ?? 'infra-x', region: 'europe-west1', projectID: 'infra' }
      : given,
  azure: (given, managed) =>
    managed
      ? {
          ...given,
          accountName: given.accountName ?? 'infra',
          container: given.container ?? 'infra',
          cloudName: 'AzurePublicCloud',
        }
      : given,
};

/** What a driver decides itself: what names the storage, and the fields that it restores. */
function filledBy(backend: BackendName, given: Draft, managed: boolean): Draft {
  const special = FILLED[backend];
  if (special !== undefined) return special(given, managed);
  const { fields, identity, shared } = BACKENDS[backend];
  const names = shared === 'never' ? [] : shared.named.flatMap(part => identity[part] ?? []);
  const decided = Object.entries(fields).filter(
    ([name, { refilled }]) => refilled === 'always' || (refilled === 'whenManaged' && managed) || names.includes(name),
  );
  return { ...Object.fromEntries(decided.map(([name, { sample }]) => [name, sample as Value])), ...given };
}

function fillStorage(given: Draft, { platformDefault, version }: OperatorSite): Draft {
  const backends = Object.keys(given).filter(key => key !== 'managementState');
  if (backends.length > 1) throw new Error(`exactly one storage type should be configured, got ${backends.join(', ')}`);
  const named = backends[0] as BackendName | undefined;
  const backend = named ?? platformDefault;
  if (backend === undefined) return given;
  const chosen = named === undefined ? { [backend]: {} } : given;
  const before = draft(chosen[backend] as Fields);
  const managed = (chosen.managementState ?? (isNamed(before) ? 'Unmanaged' : 'Managed')) === 'Managed';
  const filled = filledBy(backend, before, managed);
  return {
    ...chosen,
    [backend]: backend === 's3' ? s3(filled, version) : filled,
    ...(atLeast(version, '4.6')
      ? { managementState: chosen.managementState ?? (managed ? 'Managed' : 'Unmanaged') }
      : {}),
  };
}

const isNamed = (fields: Draft): boolean =>
  ['bucket', 'container', 'claim'].some(key => fields[key] !== undefined && fields[key] !== '');

/** Go's way to print a duration of whole seconds. */
function goDuration(text: string): string {
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1 };
  const parts = [...text.matchAll(/(\d+)([hms])/g)];
  const total = parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ''] ?? 0), 0);
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60];
  if (hours > 0) return `${hours}h${minutes}m${seconds}s`;
  return minutes > 0 ? `${minutes}m${seconds}s` : `${seconds}s`;
}

/** Kubernetes' way to print the quantities people write: the largest unit that leaves a whole number. */
function goQuantity(text: string): string {
  const [, amount = '0', unit = ''] = /^([\d.]+)([A-Za-z]*)$/.exec(text) ?? [];
  const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti'];
  let index = binary.indexOf(unit);
  let value = Number(amount);
  if (unit !== '' && index > 0) {
    while (value % 1024 === 0 && index < binary.length - 1) {
      value /= 1024;
      index += 1;
    }
    return `${value}${binary[index]}`;
  }
  const decimal = ['m', '', 'k', 'M', 'G', 'T'];
  let step = 0;
  value = Math.round(value * 1000 ** decimal.indexOf(unit));
  while (value !== 0 && value % 1000 === 0 && step < decimal.length - 1) {
    value /= 1000;
    step += 1;
  }
  return value === 0 ? '0' : `${value}${decimal[step]}`;
}
