/** A registry whose Config belongs to someone else. */

import type { Rule } from '../rule';

/** What would end up in the Config, or serves it alone. */
const OF_THE_CONFIG = ['storage', 'credentials', 'routes', 'takeOver', 'bootstrapStorage'] as const;

const notOurs: Rule = {
  code: 'REGISTRY_NOT_OURS',
  severity: 'error',
  acceptable: false,
  title: 'a setting belongs to a Config that is not managed here',
  why: 'with registry.own: false no Config is emitted, so the setting would have no effect',
  fix: 'remove the setting (write null if a profile or the defaults set it), or remove registry.own',
  source: 'src/model/scope.ts',
  bad: `
    platform: vsphere
    registry: {own: false, replicas: 3}
    pruner: {schedule: "0 2 * * *"}`,
  good: `
    platform: vsphere
    registry: {own: false}
    pruner: {schedule: "0 2 * * *"}`,
  check: ({ config }) => {
    if (config.registry?.own !== false) return [];
    const settings = Object.keys(config.registry).filter(key => key !== 'own');
    return [
      ...settings.map(key => ({ path: ['registry', key], what: `${key} would have no effect: registry.own is false` })),
      ...OF_THE_CONFIG.filter(key => config[key] !== undefined).map(key => ({
        path: [key],
        what: `${key} would have no effect: registry.own is false`,
      })),
    ];
  },
};

/** In the order they are listed in the documentation. */
export const OWN_RULES: readonly Rule[] = [notOurs];
