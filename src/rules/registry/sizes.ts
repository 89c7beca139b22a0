/** Numbers that are probably in the wrong unit, and more pods than nodes. */

import { parseQuantity } from '../../values/quantity';
import { type Hit, hitIf, type Rule } from '../rule';
import { valuesAtAny } from '../walk';
import { RESOURCE_PARTS, SIZES } from './quantities';

const resource = (...names: readonly string[]): readonly string[] =>
  RESOURCE_PARTS.flatMap(part =>
    ['limits', 'requests'].flatMap(kind => names.map(name => `${part}.resources.${kind}.${name}`)),
  );
const BYTES = [...SIZES, ...resource('memory', 'ephemeral-storage', 'storage')];
const CORES = resource('cpu');

const NANO = 1_000_000_000n;
/** Smaller quantities of memory and storage are a unit that was forgotten, in billionths. */
export const MEBIBYTE = 1024n * 1024n * NANO;
const MANY_CORES = 256n;

const tiny: Rule = {
  code: 'MEMORY_TINY',
  severity: 'error',
  title: 'a quantity of memory or storage is below 1Mi',
  why: 'm means thousandths, and a number without a unit means bytes: no container starts with so little memory, and no volume is that small',
  fix: 'write a number with Mi or Gi, for example 512Mi',
  source: 'kubernetes apimachinery pkg/api/resource; cri-o internal/config/cgmgr, minimum memory limit',
  bad: `
    platform: aws
    registry: {resources: {limits: {memory: 512m}}}`,
  good: `
    platform: aws
    registry: {resources: {limits: {memory: 512Mi}}}`,
  check: ({ config }) =>
    valuesAtAny(config, BYTES).flatMap(({ path, value }): readonly Hit[] => {
      const nano = parseQuantity(value as string | number)?.nano ?? 0n;
      const [, amount] = /^(\d+)m?$/.exec(String(value)) ?? [];
      const fix = amount === undefined ? {} : { fix: `write ${amount}Mi, or ${amount}Gi` };
      return hitIf(nano > 0n && nano < MEBIBYTE, () => ({
        path,
        what: `${path.at(-1)} ${value} is only ${inBytes(nano)}`,
        ...fix,
      }));
    }),
};

/** Parts of a byte are rounded up, as the API server does. */
function inBytes(nano: bigint): string {
  const bytes = (nano + NANO - 1n) / NANO;
  return bytes === 1n ? 'one byte' : `${bytes} bytes`;
}

const manyCores: Rule = {
  code: 'CPU_HUGE',
  severity: 'warning',
  title: 'the CPU quantity is larger than any node',
  why: 'a number without a unit means whole CPUs: no node has that many, and the pods stay Pending',
  fix: 'write thousandths of a CPU with m, for example 500m',
  source: 'Kubernetes documentation, resource units',
  bad: `
    platform: aws
    registry: {resources: {requests: {cpu: 4000}}}`,
  good: `
    platform: aws
    registry: {resources: {requests: {cpu: 4000m}}}`,
  check: ({ config }) =>
    valuesAtAny(config, CORES).flatMap(({ path, value }): readonly Hit[] => {
      const nano = parseQuantity(value as string | number)?.nano ?? 0n;
      const fix = /^\d+$/.test(String(value)) ? { fix: `write ${value}m` } : {};
      return hitIf(nano > MANY_CORES * NANO, () => ({
        path,
        what: `${path.at(-1)} ${value} is more than any node has`,
        ...fix,
      }));
    }),
};

const MANY_REPLICAS = 32;

const manyReplicas: Rule = {
  code: 'REPLICAS_MANY',
  severity: 'warning',
  title: 'there are more replicas than nodes, or than a registry needs',
  why: 'pods that share a node fail with it; dozens of pods only take memory and connections to the storage',
  fix: 'write 2 to 5, at most one for each node that can run them',
  source: 'operator pkg/resource/podtemplatespec.go makePodTemplateSpec',
  bad: `
    platform: aws
    registry: {replicas: 1000}`,
  good: `
    platform: aws
    registry: {replicas: 3}`,
  check: ({ config: { workers = Number.POSITIVE_INFINITY }, model }) => {
    const replicas = model.registry?.replicas ?? 0;
    const path = ['registry', 'replicas'];
    // One node has a rule of its own.
    if (workers > 1 && replicas > workers)
      return [{ path, what: `replicas is ${replicas}, more than the ${workers} workers` }];
    return hitIf(replicas > MANY_REPLICAS, () => ({
      path,
      what: `replicas is ${replicas}, more than a registry needs`,
    }));
  },
};

const noWorkers: Rule = {
  code: 'WORKERS_NONE',
  severity: 'error',
  title: 'no node can run the registry',
  why: 'workers is the number of nodes on which the pods may run: with none they stay Pending',
  fix: 'write the number of nodes that run the pods, on a compact cluster the control plane nodes; or remove workers',
  source: 'OpenShift documentation, configuring a three-node cluster',
  bad: `
    platform: aws
    workers: 0`,
  good: `
    platform: aws
    workers: 3`,
  check: ({ config: { workers }, model }) =>
    hitIf(workers !== undefined && workers < 1 && model.registry?.managementState !== 'Removed', () => ({
      path: ['workers'],
      what: `workers is ${workers}: no node can run the registry`,
    })),
};

/** In the order they are listed in the documentation. */
export const SIZE_RULES: readonly Rule[] = [tiny, manyCores, manyReplicas, noWorkers];
