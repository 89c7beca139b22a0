/** Quantities of storage, CPU and memory. */

import { parseQuantity } from '../../values/quantity';
import { type Hit, hitIf, type Rule } from '../rule';
import { valuesAtAny } from '../walk';

/** Sizes of volumes. */
export const SIZES = ['storage.pvc.size', 'storage.odf.cephfs.size', 'storage.odf.noobaa.backingStore.pvPool.size'];

/** Where requests and limits are written. */
export const RESOURCE_PARTS = ['registry', 'pruner', 'jobs', 'storage.odf.noobaa.backingStore.pvPool'];

const RESOURCES = RESOURCE_PARTS.flatMap(part => [`${part}.resources.limits.*`, `${part}.resources.requests.*`]);

const quantity: Rule = {
  code: 'QUANTITY',
  severity: 'error',
  acceptable: false,
  title: 'a value is not a Kubernetes quantity',
  why: 'the API server refuses the object',
  fix: 'write a number with Ki, Mi, Gi, Ti, k, M, G, T or m, for example 100Gi or 500m',
  source: 'kubernetes apimachinery pkg/api/resource',
  bad: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files, size: 100GB}}`,
  good: `
    platform: baremetal
    storage: {pvc: {accessModes: [ReadWriteMany], storageClassName: files, size: 100Gi}}`,
  check: ({ config }) => {
    const found = [
      ...valuesAtAny(config, SIZES).map(item => ({ ...item, least: 1n })),
      ...valuesAtAny(config, RESOURCES).map(item => ({ ...item, least: 0n })),
    ];
    return found.flatMap(({ path, value, least }): readonly Hit[] => {
      const parsed = parseQuantity(value as string | number);
      if (parsed !== undefined && parsed.nano >= least) return [];
      const shown = `${path.at(-1)} ${JSON.stringify(value)}`;
      if (parsed !== undefined)
        return [{ path, what: `${shown} ${least > 0n ? 'must be above zero' : 'must not be negative'}` }];
      const meant = meantBy(value);
      if (meant.length === 0) return [{ path, what: `${shown} is not a Kubernetes quantity` }];
      const what = `${shown} is not a Kubernetes quantity; did you mean ${meant.join(' or ')}?`;
      return [{ path, what, fix: `write ${meant.join(', or ')}` }];
    });
  },
};

/** What people mean by a quantity with a space, by gi, and by GB: its binary and its decimal unit. */
function meantBy(value: unknown): readonly string[] {
  const text = String(value).replace(/\s+/g, '');
  if (parseQuantity(text) !== undefined) return [text];
  const [, number, letter = '', binary, bytes] = /^(\d+(?:\.\d+)?)([KMGTP])(i?)(B?)$/i.exec(text) ?? [];
  if (number === undefined) return [];
  const unit = letter.toUpperCase();
  const units = [`${number}${unit}i`, `${number}${unit === 'K' ? 'k' : unit}`];
  return binary && !bytes ? units.slice(0, 1) : units;
}

const order: Rule = {
  code: 'RESOURCES_ORDER',
  severity: 'error',
  acceptable: false,
  title: 'a resource request is above its limit',
  why: 'the API server refuses the pods, and nothing is rolled out',
  fix: 'raise the limit, or lower the request',
  source: 'kubernetes pkg/apis/core/validation ValidateResourceRequirements',
  bad: `
    platform: aws
    registry: {resources: {requests: {memory: 1Gi}, limits: {memory: 512Mi}}}`,
  good: `
    platform: aws
    registry: {resources: {requests: {memory: 512Mi}, limits: {memory: 1Gi}}}`,
  check: ({ config, model }) =>
    (['registry', 'pruner', 'jobs'] as const).flatMap(part => {
      const resources = part === 'jobs' ? config.jobs?.resources : model[part]?.resources;
      const { requests = {}, limits = {} } = resources ?? {};
      return Object.entries(requests).flatMap(([name, request]): readonly Hit[] => {
        const limit = limits[name];
        const [asked, most] = [
          parseQuantity(request)?.nano,
          limit === undefined ? undefined : parseQuantity(limit)?.nano,
        ];
        if (asked === undefined || most === undefined || asked <= most) return [];
        return [
          {
            path: [part, 'resources', 'requests', name],
            what: `the ${name} request ${request} is above the limit ${limit}`,
          },
        ];
      });
    }),
};

const resourcesEmpty: Rule = {
  code: 'RESOURCES_EMPTY',
  severity: 'warning',
  title: 'resources has neither requests nor limits',
  why: 'the operator then drops its own requests of 100m CPU and 256Mi memory: the scheduler reserves nothing for the pods',
  fix: 'set requests, for example {cpu: 100m, memory: 256Mi}, or remove resources',
  source: 'operator pkg/resource/podtemplatespec.go makePodTemplateSpec',
  bad: `
    platform: aws
    registry: {resources: {}}`,
  good: `
    platform: aws
    registry: {resources: {requests: {cpu: 200m, memory: 512Mi}}}`,
  check: ({ model }) =>
    (['registry', 'pruner'] as const).flatMap(part => {
      const resources = model[part]?.resources;
      const empty = resources !== undefined && resources.requests === undefined && resources.limits === undefined;
      return hitIf(empty, () => ({
        path: [part, 'resources'],
        what: `${part}.resources has neither requests nor limits`,
      }));
    }),
};

/** In the order they are listed in the documentation. */
export const QUANTITY_RULES: readonly Rule[] = [quantity, order, resourcesEmpty];
