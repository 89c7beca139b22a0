/** Where Secrets come from: exactly one way for each. */

import { SWIFT_LOGINS } from '../../facts/backends/swift';
import { REGISTRY_NAMESPACE, USER_SECRET } from '../../facts/names';
import { atLeast } from '../../facts/versions';
import type { ConfigPath } from '../../findings/finding';
import { allSecrets } from '../../model/all-secrets';
import type { RegistryModel } from '../../model/model';
import { namedModes } from '../../model/secret';
import { hitIf, type Rule } from '../rule';

const MINIO = `
    platform: baremetal
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com}}`;

const mode: Rule = {
  code: 'SECRET_MODE',
  severity: 'error',
  acceptable: false,
  title: 'pull credentials have more than one mode, or none',
  why: 'two owners of one Secret overwrite each other; without a mode the Secret is never created',
  fix: 'keep exactly one of externalSecret, sealedSecret, existingSecret: {} and secret',
  source: 'src/manifests/secrets',
  bad: `
    platform: aws
    thirdParty: [{server: quay.io, namespaces: [team-a], credentials: {}}]`,
  good: `
    platform: aws
    thirdParty: [{server: quay.io, namespaces: [team-a], credentials: {existingSecret: {}}}]`,
  check: ({ config }) =>
    (config.thirdParty ?? []).flatMap(({ credentials }, index) => {
      const modes = credentials === undefined ? ['none needed'] : namedModes(credentials);
      const list = modes.length === 0 ? 'none' : `${modes.length}: ${modes.join(', ')}`;
      return hitIf(modes.length !== 1, () => ({
        path: ['thirdParty', index, 'credentials'],
        what: `credentials must have one mode, but have ${list}`,
      }));
    }),
};

const nameTwice: Rule = {
  code: 'SECRET_NAME_TWICE',
  severity: 'error',
  acceptable: false,
  title: 'two parts of the configuration create the same Secret',
  why: 'one of them would overwrite the other',
  fix: 'give one of them another name',
  source: 'src/manifests/secrets',
  bad: `${MINIO}
    credentials: {externalSecret: {store: {name: vault}, key: registry}}
    routes: {custom: [{name: public, hostname: registry.example.com, tls: {secretName: ${USER_SECRET}, certificate: {issuerRef: {name: ca}}}}]}`,
  good: `${MINIO}
    credentials: {externalSecret: {store: {name: vault}, key: registry}}
    routes: {custom: [{name: public, hostname: registry.example.com, tls: {certificate: {issuerRef: {name: ca}}}}]}`,
  check: ({ model }) => {
    const made = new Map<string, string[]>();
    return madeSecrets(model).flatMap(({ name, part, path }) => {
      // One is kept of each part: there are few of these.
      const parts = made.get(name) ?? [];
      made.set(name, parts.includes(part) ? parts : [...parts, part]);
      const other = parts.find(before => before !== part);
      return hitIf(other !== undefined, () => ({ path, what: `Secret ${name} is already created by ${other}` }));
    });
  },
};

/** Which part of the configuration creates which Secret; within one part other rules apply. */
function madeSecrets(
  model: RegistryModel,
): readonly { readonly name: string; readonly part: string; readonly path: ConfigPath }[] {
  const secrets = allSecrets(model).filter(secret => secret.mode !== 'existingSecret');
  return [
    ...secrets.map(({ name, namespace, path }) => ({ name: `${namespace}/${name}`, part: String(path[0]), path })),
    ...(model.certificates ?? []).map(({ name }) => ({
      name: `${REGISTRY_NAMESPACE}/${name}`,
      part: 'routes',
      path: ['routes', 'custom'],
    })),
  ];
}

const OPENSTACK = `
    platform: openstack
    storage: {swift: {container: registry, authURL: https://keystone.example.com/v3, domain: Default, tenant: registry}}`;

const swiftAuth: Rule = {
  code: 'SWIFT_AUTH',
  severity: 'error',
  title: 'swiftAuth cannot be used with the storage or the OpenShift version',
  why: 'the operator does not read the keys of this login, and cannot access the storage',
  fix: 'use password, or upgrade the cluster first',
  source: 'operator pkg/storage/swift/swift.go GetConfig',
  bad: `${OPENSTACK}
    credentials: {swiftAuth: token, existingSecret: {}}`,
  good: `${OPENSTACK}
    credentials: {swiftAuth: applicationCredential, existingSecret: {}}`,
  check: ({ config, model }) => {
    const auth = config.credentials?.swiftAuth;
    if (auth === undefined) return [];
    const path = ['credentials', 'swiftAuth'];
    const backend = model.storage?.backend;
    if (backend !== 'swift')
      return [
        {
          path,
          what: `swiftAuth has no effect on ${backend === undefined ? 'default storage' : `${backend} storage`}`,
          fix: 'remove swiftAuth',
        },
      ];
    const first = SWIFT_LOGINS[auth].since;
    return hitIf(!atLeast(model.openshift, first), () => ({
      path,
      what: `OpenShift ${model.openshift} has no swiftAuth ${auth}; it exists from ${first}`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const SECRET_SOURCE_RULES: readonly Rule[] = [mode, nameTwice, swiftAuth];
