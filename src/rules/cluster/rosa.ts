/** ROSA: Red Hat runs the registry there, and leaves a few settings to the customer. */

import type { Cluster } from '../../config/shape/cluster';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';

/** What belongs to those who run the registry, on both kinds of ROSA. */
const THEIRS = [
  'credentials',
  'pullSecret',
  'takeOver',
  'bootstrapStorage',
] as const satisfies readonly (keyof Cluster)[];

/** What the hosted kind keeps to itself too: its operator runs outside the cluster. */
const HOSTED_THEIRS = ['storage', 'routes', 'image'] as const satisfies readonly (keyof Cluster)[];

/** Settings of the operator's bucket that a customer may make. */
const KEY_SETTINGS = ['encrypt', 'keyID'];

const managed: Rule = {
  code: 'ROSA_MANAGED',
  severity: 'error',
  acceptable: false,
  title: 'a setting of the registry on a platform where others run it',
  why: 'the registry of ROSA is run by its site reliability engineers: the setting is refused, or reverted',
  fix: 'remove the setting; pruner, access and thirdParty can be set there, and on the classic kind routes: {default: true}, and a KMS key: storage: {managementState: Managed, s3: {encrypt: true, keyID: ...}}',
  source:
    'ROSA documentation, registry; Managed OpenShift guides of Red Hat, default route and KMS key of the registry',
  bad: `
    platform: rosa
    registry: {replicas: 3}`,
  good: `
    platform: rosa
    routes: {default: true}
    pruner: {schedule: "0 2 * * *"}`,
  check: input => {
    const { config } = input;
    if (config.platform !== 'rosa') return [];
    const kind = config.hosted ? 'rosa with a hosted control plane' : 'rosa';
    const theirs = [...THEIRS, ...(config.hosted ? HOSTED_THEIRS : [])].filter(key => config[key] !== undefined);
    const registry = config.registry !== undefined && config.registry.own !== false ? ['registry'] : [];
    return [
      ...[...registry, ...theirs].map(key => ({ path: [key], what: `${key} is set, and the platform is ${kind}` })),
      ...(config.hosted ? [] : [...routeHits(config), ...storageHits(input)]),
    ];
  },
};

/** The default route alone. */
const routeHits = ({ routes }: Cluster): readonly Hit[] =>
  hitIf(routes?.custom !== undefined, () => ({
    path: ['routes', 'custom'],
    what: 'routes.custom is set, and the platform is rosa',
    fix: 'keep routes: {default: true} alone',
  }));

/** A key for the operator's own bucket, and nothing else. */
function storageHits({ config, model }: RuleInput): readonly Hit[] {
  if (config.storage === undefined) return [];
  const fix =
    'write storage: {managementState: Managed, s3: {encrypt: true, keyID: ...}}, without a bucket, or remove it';
  if (!model.storage?.operatorMade) {
    return [{ path: ['storage'], what: 'storage is named, and the platform is rosa', fix }];
  }
  return Object.keys(config.storage.s3 ?? {})
    .filter(key => !KEY_SETTINGS.includes(key))
    .map(key => ({ path: ['storage', 's3', key], what: `${key} is set, and the platform is rosa`, fix }));
}

const image: Rule = {
  code: 'ROSA_IMAGE',
  severity: 'warning',
  title: 'image settings of the whole cluster on ROSA',
  why: 'they change every node; whether they stay is for those who run the cluster, who keep some of them for their own registries',
  fix: 'ask Red Hat support before the first sync, then accept this; on the hosted kind use "rosa edit cluster --registry-config-..."',
  source: 'ROSA documentation, image configuration resources',
  bad: `
    platform: rosa
    image: {registrySources: {blockedRegistries: [docker.io]}}`,
  good: `
    platform: rosa`,
  check: ({ config }) =>
    hitIf(config.platform === 'rosa' && !config.hosted && config.image !== undefined, () => ({
      path: ['image'],
      what: 'image is set, and the platform is rosa',
    })),
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
export const ROSA_RULES: readonly Rule[] = [managed, image, access];
