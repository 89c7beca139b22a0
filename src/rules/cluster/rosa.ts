/** ROSA: Red Hat runs the registry, and leaves a few settings to the customer. */

import type { Cluster } from '../../config/shape/cluster';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';

/** Settings of Red Hat, on both kinds of ROSA. */
const THEIRS = [
  'credentials',
  'pullSecret',
  'takeOver',
  'bootstrapStorage',
] as const satisfies readonly (keyof Cluster)[];

/** Settings of Red Hat on the hosted kind only: its operator runs outside the cluster. */
const HOSTED_THEIRS = ['storage', 'routes', 'image'] as const satisfies readonly (keyof Cluster)[];

/** Settings of the operator's bucket that a customer may change. */
const KEY_SETTINGS = ['encrypt', 'keyID'];

const managed: Rule = {
  code: 'ROSA_MANAGED',
  severity: 'error',
  acceptable: false,
  title: 'a setting of the registry that Red Hat manages on ROSA',
  why: 'Red Hat site reliability engineers run the registry of ROSA: the setting is refused, or reverted',
  fix: 'remove the setting; pruner, access and thirdParty can be set on ROSA, on ROSA classic also routes: {default: true} and a KMS key: storage: {managementState: Managed, s3: {encrypt: true, keyID: ...}}',
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
      ...[...registry, ...theirs].map(key => ({ path: [key], what: `${key} cannot be set on ${kind}` })),
      ...(config.hosted ? [] : [...routeHits(config), ...storageHits(input)]),
    ];
  },
};

/** The default route alone. */
const routeHits = ({ routes }: Cluster): readonly Hit[] =>
  hitIf(routes?.custom !== undefined, () => ({
    path: ['routes', 'custom'],
    what: 'routes.custom cannot be set on rosa',
    fix: 'keep routes: {default: true} alone',
  }));

/** A key for the operator's own bucket, and nothing else. */
function storageHits({ config, model }: RuleInput): readonly Hit[] {
  if (config.storage === undefined) return [];
  const fix =
    'write storage: {managementState: Managed, s3: {encrypt: true, keyID: ...}}, without a bucket, or remove it';
  if (!model.storage?.operatorMade) {
    return [{ path: ['storage'], what: 'storage cannot be named on rosa', fix }];
  }
  return Object.keys(config.storage.s3 ?? {})
    .filter(key => !KEY_SETTINGS.includes(key))
    .map(key => ({ path: ['storage', 's3', key], what: `${key} cannot be set on rosa`, fix }));
}

const image: Rule = {
  code: 'ROSA_IMAGE',
  severity: 'warning',
  title: 'cluster-wide image settings may be reverted on ROSA',
  why: 'these settings change every node; Red Hat runs the cluster and needs some of them for its own registries, so a change may be reverted',
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
      what: 'image is set on rosa, where Red Hat may revert it',
    })),
};

const access: Rule = {
  code: 'ROSA_ACCESS',
  severity: 'info',
  title: 'role bindings may not be allowed on ROSA',
  why: 'the documentation of ROSA does not mention them; a dedicated administrator may create role bindings in projects, but not for metrics: a refused binding fails the sync',
  fix: 'check with "oc auth can-i create rolebindings -n PROJECT" as the account that syncs; nothing to do where it answers yes',
  source: 'ROSA documentation, registry',
  bad: `
    platform: rosa
    access: {viewers: [{project: team-a, users: [ann]}]}`,
  good: `
    platform: rosa`,
  check: ({ config }) =>
    hitIf(config.platform === 'rosa' && config.access !== undefined, () => ({
      path: ['access'],
      what: 'access is set on rosa, where the bindings may not be allowed',
    })),
};

/** In the order they are listed in the documentation. */
export const ROSA_RULES: readonly Rule[] = [managed, image, access];
