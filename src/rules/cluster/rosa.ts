/** Platforms whose registry others run. */

import { hitIf, type Rule } from '../rule';

/** What belongs to whoever runs the registry. */
const THEIRS = [
  'registry',
  'storage',
  'credentials',
  'routes',
  'image',
  'pullSecret',
  'takeOver',
  'bootstrapStorage',
] as const;

const managed: Rule = {
  code: 'ROSA_MANAGED',
  severity: 'error',
  acceptable: false,
  title: 'a setting of the registry on a platform where others run it',
  why: 'the registry of ROSA is run by its site reliability engineers: the setting is refused, or reverted',
  fix: 'remove the setting; pruner, access and thirdParty can be set there',
  source: 'ROSA documentation, registry',
  bad: `
    platform: rosa
    registry: {replicas: 3}`,
  good: `
    platform: rosa
    pruner: {schedule: "0 2 * * *"}`,
  check: ({ config }) => {
    if (config.platform !== 'rosa') return [];
    return THEIRS.filter(key => config[key] !== undefined).map(key => ({
      path: [key],
      what: `${key} is set, and the platform is rosa`,
    }));
  },
};

const access: Rule = {
  code: 'ROSA_ACCESS',
  severity: 'info',
  title: 'rights are given on ROSA',
  why: 'its documentation does not speak of them; a dedicated administrator may make bindings in projects, and not for metrics',
  fix: 'nothing, if the bindings are known to be allowed',
  source: 'ROSA documentation, registry',
  bad: `
    platform: rosa
    access: {viewers: [{project: team-a, users: [ann]}]}`,
  good: `
    platform: rosa`,
  check: ({ config }) =>
    hitIf(config.platform === 'rosa' && config.access !== undefined, () => ({
      path: ['access'],
      what: 'access is set, and the platform is rosa',
    })),
};

/** In the order they are listed in the documentation. */
export const ROSA_RULES: readonly Rule[] = [managed, access];
