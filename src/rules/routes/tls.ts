/** Certificates of routes: where they come from, and under which keys. */

import type { CustomRoute } from '../../config/shape/routes';
import { REGISTRY_NAMESPACE } from '../../facts/names';
import { atLeast } from '../../facts/versions';
import { routeSecretName } from '../../model/registry';
import { namedModes } from '../../model/secret';
import { EXAMPLE_SEALED_VALUE } from '../credentials/sealed-secrets';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';
import { example, repeatedRoutes, routesOf } from './routes';

const GOOD = example('{name: public, hostname: registry.example.com}');

const tlsMode: Rule = {
  code: 'ROUTE_TLS_MODE',
  severity: 'error',
  acceptable: false,
  title: 'the certificate of a route has no source, or more than one',
  why: 'two owners of one Secret overwrite each other; without a Secret the operator fails on the route at every sync, and the cluster operator never shows it',
  fix: 'keep exactly one of certificate, externalSecret, sealedSecret, secret and existingSecret, or secretName alone',
  source: 'operator pkg/resource/route.go',
  bad: example('{name: public, hostname: registry.example.com, tls: {}}'),
  good: example('{name: public, hostname: registry.example.com, tls: {secretName: public-key-pair}}'),
  check: input =>
    routesOf(input).flatMap(({ route, path }): readonly Hit[] => {
      if (route.tls === undefined) return [];
      const modes = [...(route.tls.certificate ? ['certificate'] : []), ...namedModes(route.tls)];
      const alone = modes.length === 0 && route.tls.secretName !== undefined;
      const what =
        modes.length === 0 ? 'tls has no source' : `tls must have one source, not ${modes.length}: ${modes.join(', ')}`;
      return hitIf(modes.length !== 1 && !alone, () => ({ path: [...path, 'tls'], what }));
    }),
};

const secretShared: Rule = {
  code: 'ROUTE_SECRET_SHARED',
  severity: 'error',
  title: 'two routes would create the same Secret',
  why: 'one of the two key pairs would overwrite the other',
  fix: 'give one route another tls.secretName, or set only tls.secretName, without a source, on the second',
  source: 'src/model/registry.ts routeSecretName',
  bad: example(`
      {name: a, hostname: a.example.com, tls: {secretName: pair, certificate: {issuerRef: {name: ca}}}},
      {name: b, hostname: b.example.com, tls: {secretName: pair, certificate: {issuerRef: {name: ca}}}}`),
  good: example(`
      {name: a, hostname: a.example.com, tls: {secretName: pair, certificate: {issuerRef: {name: ca}, dnsNames: [a.example.com, b.example.com]}}},
      {name: b, hostname: b.example.com, tls: {secretName: pair}}`),
  check: input => {
    const makes = ({ tls }: CustomRoute): boolean =>
      tls !== undefined && (tls.certificate !== undefined || namedModes(tls).some(mode => mode !== 'existingSecret'));
    return repeatedRoutes(input, route => (makes(route) ? routeSecretName(route) : undefined)).map(
      ({ route, path }) => ({
        path: [...path, 'tls'],
        what: `Secret "${routeSecretName(route)}" is already created by another route`,
      }),
    );
  },
};

/** What a route reads of its Secret. */
const REQUIRED_KEYS = ['tls.crt', 'tls.key'];

const tlsKeys: Rule = {
  code: 'ROUTE_TLS_KEYS',
  severity: 'error',
  title: 'the Secret of a route lacks the certificate or its key',
  why: 'the operator silently ignores missing keys: the route serves the default certificate of the router',
  fix: 'add both tls.crt and tls.key',
  source: 'operator pkg/resource/route.go',
  bad: example(
    `{name: public, hostname: registry.example.com, tls: {sealedSecret: {encryptedData: {tls.crt: ${EXAMPLE_SEALED_VALUE}}}}}`,
  ),
  good: example(
    `{name: public, hostname: registry.example.com, tls: {sealedSecret: {encryptedData: {tls.crt: ${EXAMPLE_SEALED_VALUE}, tls.key: ${EXAMPLE_SEALED_VALUE}}}}}`,
  ),
  check: input =>
    saidKeys(input).flatMap(({ keys, path, whole }): readonly Hit[] => {
      const missing = REQUIRED_KEYS.filter(key => !keys.includes(key));
      if (!whole || missing.length === 0) return [];
      return [{ path, what: `the Secret of the route has no ${missing.join(' and no ')}` }];
    }),
};

const caKey: Rule = {
  code: 'ROUTE_CA_KEY',
  severity: 'warning',
  title: 'the CA of a route is under a key that the operator does not read',
  why: 'the operator reads the CA from tls.cacrt only: clients do not get the intermediate certificates',
  fix: 'append the intermediate certificates to tls.crt, or rename the key to tls.cacrt',
  source: 'operator pkg/resource/route.go',
  bad: example(
    '{name: public, hostname: registry.example.com, tls: {externalSecret: {store: {name: vault}, key: tls, properties: {tls.crt: crt, tls.key: key, ca.crt: ca}}}}',
  ),
  good: example(
    '{name: public, hostname: registry.example.com, tls: {externalSecret: {store: {name: vault}, key: tls, properties: {tls.crt: crt, tls.key: key, tls.cacrt: ca}}}}',
  ),
  check: input =>
    saidKeys(input)
      .filter(({ keys }) => keys.includes('ca.crt') && !keys.includes('tls.cacrt'))
      .map(({ path }) => ({ path, what: 'the CA is under ca.crt, which the operator does not read' })),
};

/** Keys of the Secrets of routes, where they are set one by one; `whole` where no other key can be there. */
function saidKeys(
  input: RuleInput,
): readonly { readonly keys: readonly string[]; readonly path: Hit['path']; readonly whole: boolean }[] {
  return routesOf(input).flatMap(({ route, path }) => {
    const { sealedSecret, externalSecret, secret } = route.tls ?? {};
    const place = (...rest: string[]): Hit['path'] => [...path, 'tls', ...rest];
    const plain = { ...secret?.env, ...secret?.files };
    return [
      ...(sealedSecret
        ? [
            {
              keys: Object.keys(sealedSecret.encryptedData ?? {}),
              path: place('sealedSecret', 'encryptedData'),
              whole: true,
            },
          ]
        : []),
      ...(externalSecret?.properties
        ? [{ keys: Object.keys(externalSecret.properties), path: place('externalSecret', 'properties'), whole: false }]
        : []),
      ...(secret ? [{ keys: Object.keys(plain), path: place('secret'), whole: true }] : []),
    ];
  });
}

const http01: Rule = {
  code: 'ROUTE_HTTP01',
  severity: 'warning',
  title: 'cert-manager may have to answer an HTTP-01 challenge in openshift-image-registry',
  why: 'from 4.22 a NetworkPolicy closes that namespace: the pod that answers the challenge cannot be reached, the certificate is never issued, and Argo CD shows the registry as Degraded',
  fix: 'use an issuer with DNS-01, or one that needs no challenge, and accept this with a reason',
  source: 'operator manifests, NetworkPolicy of 4.22; cert-manager, HTTP-01 solver',
  bad: example(
    '{name: public, hostname: registry.example.com, tls: {certificate: {issuerRef: {name: letsencrypt}}}}',
    '\n    openshift: "4.22"',
  ),
  good: example(
    '{name: public, hostname: registry.example.com, tls: {secretName: public-key-pair}}',
    '\n    openshift: "4.22"',
  ),
  check: input =>
    routesOf(input)
      .filter(({ route }) => mayNeedHttp01(route))
      .map(({ route, path }) => ({
        path: [...path, 'tls', 'certificate'],
        what: `issuer "${route.tls?.certificate?.issuerRef?.name}" may need an HTTP-01 challenge in openshift-image-registry`,
        ...(atLeast(input.model.openshift, '4.22') ? {} : OPEN_NETWORK),
      })),
};

/** An issuer of another group knows no challenges of cert-manager, and a wildcard is proved by DNS-01 alone. */
function mayNeedHttp01({ hostname = '', tls }: CustomRoute): boolean {
  const { issuerRef, dnsNames = [hostname] } = tls?.certificate ?? {};
  const own = (issuerRef?.group ?? 'cert-manager.io') === 'cert-manager.io';
  return issuerRef !== undefined && own && !dnsNames.some(name => name.startsWith('*.'));
}

const OPEN_NETWORK = {
  severity: 'info',
  why: 'the pod, Service and Ingress that answer the challenge would be in openshift-image-registry; from 4.22 a NetworkPolicy closes it, and the certificate is not renewed after the upgrade',
  fix: 'nothing to do if the issuer uses DNS-01 or needs no challenge; otherwise change the issuer before the upgrade to 4.22',
} as const;

const secretMustExist: Rule = {
  code: 'ROUTE_SECRET_MUST_EXIST',
  severity: 'info',
  title: 'a route uses a Secret that must already exist',
  why: 'while the Secret is missing, the operator fails on the route at every sync, does not remove old routes, and never becomes Degraded',
  fix: 'create it before the first sync: oc create secret tls NAME -n openshift-image-registry --cert=FILE --key=FILE; nothing to do if it exists',
  source: 'operator pkg/resource/route.go',
  bad: example('{name: public, hostname: registry.example.com, tls: {secretName: public-key-pair}}'),
  good: GOOD,
  check: input =>
    routesOf(input)
      .filter(({ route }) => {
        const { tls } = route;
        if (tls === undefined || tls.certificate) return false;
        const modes = namedModes(tls);
        return modes.length === 0 ? tls.secretName !== undefined : modes[0] === 'existingSecret';
      })
      .map(({ route, path }) => ({
        path: [...path, 'tls'],
        what: `Secret "${routeSecretName(route)}" must already exist in ${REGISTRY_NAMESPACE}`,
      })),
};

/** In the order they are listed in the documentation. */
export const ROUTE_TLS_RULES: readonly Rule[] = [tlsMode, secretShared, tlsKeys, caKey, http01, secretMustExist];
