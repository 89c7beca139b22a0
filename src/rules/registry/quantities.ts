/** Amounts of storage, CPU and memory. */

import { parseQuantity } from '../../values/quantity';
import { type Hit, hitIf, type Rule } from '../rule';
import { valuesAtAny } from '../walk';

/** Sizes of volumes. */
export const SIZES = ['storage.pvc.size', 'storage.odf.cephfs.size', 'storage.odf.noobaa.backingStore.pvPool.size'];

/** Where requests and limits are written. */
export const RESOURCE_PARTS = ['registry', 'pruner', 'jobs', 'storage.odf.noobaa.backingStore.pvPool'];

const AMOUNTS = RESOURCE_PARTS.flatMap(part => [`${part}.resources.limits.*`, `${part}.resources.requests.*`]);

const quantity: Rule = {
  code: 'QUANTITY',
  severity: 'error',
  acceptable: false,
  title: 'an amount is none that Kubernetes reads',
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
      ...valuesAtAny(config, AMOUNTS).map(item => ({ ...item, least: 0n })),
    ];
    return found.flatMap(({ path, value, least }): readonly Hit[] => {
      const parsed = parseQuantity(value as string | number);
      if (parsed !== undefined && parsed.nano >= least) return [];
      return [{ path, what: `${path.at(-1)} is ${JSON.stringify(value)}`, ...suggest(value) }];
    });
  },
};

/** The unit people mean by GB and its kin. */
function suggest(value: unknown): { readonly fix?: string } {
  const [, amount, letter = ''] = /^(\d+(?:\.\d+)?)\s*([KMGTP])i?B$/i.exec(String(value)) ?? [];
  return amount === undefined ? {} : { fix: `write ${amount}${letter.toUpperCase()}i` };
}

const order: Rule = {
  code: 'RESOURCES_ORDER',
  severity: 'error',
  acceptable: false,
  title: 'more is requested than the limit allows',
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
        return [{ path: [part, 'resources', 'requests', name], what: `${name}: ${request} requested, limit ${limit}` }];
      });
    }),
};

const resourcesEmpty: Rule = {
  code: 'RESOURCES_EMPTY',
  severity: 'warning',
  title: 'resources are said, but neither requests nor limits',
  why: 'the operator then leaves out its own requests, 100m CPU and 256Mi memory: the scheduler sets nothing aside for the pods',
  fix: 'say requests, or leave resources out',
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
        what: `${part}.resources says no requests and no limits`,
      }));
    }),
};

/** In the order they are listed in the documentation. */
export const QUANTITY_RULES: readonly Rule[] = [quantity, order, resourcesEmpty];
