/** Certificates of routes: where they come from, and under which keys. */

import type { CustomRoute } from '../../config/shape/routes';
import { REGISTRY_NAMESPACE } from '../../facts/names';
import { atLeast } from '../../facts/versions';
import { routeSecretName } from '../../model/registry';
import { namedModes } from '../../model/secret';
import { EXAMPLE_SEALED_VALUE } from '../credentials/sealed-secrets';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';
import { example, repeated, routesOf } from './routes';

const GOOD = example('{name: public, hostname: registry.example.com}');

const tlsMode: Rule = {
  code: 'ROUTE_TLS_MODE',
  severity: 'error',
  acceptable: false,
  title: 'the certificate of a route comes from nowhere, or from two places',
  why: 'two owners of one Secret overwrite each other; without a Secret the operator fails on the route at every sync and never says so in the cluster operator',
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
        modes.length === 0 ? 'tls names no source' : `tls names ${modes.length} sources: ${modes.join(', ')}`;
      return hitIf(modes.length !== 1 && !alone, () => ({ path: [...path, 'tls'], what }));
    }),
};

const secretShared: Rule = {
  code: 'ROUTE_SECRET_SHARED',
  severity: 'error',
  title: 'two routes would make the same Secret',
  why: 'one of the two key pairs would overwrite the other',
  fix: 'give one route another tls.secretName, or let the second name the Secret alone, without a source',
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
    return repeated(input, route => (makes(route) ? routeSecretName(route) : undefined)).map(({ route, path }) => ({
      path: [...path, 'tls'],
      what: `another route makes Secret "${routeSecretName(route)}" too`,
    }));
  },
};

/** What a route reads of its Secret. */
const REQUIRED_KEYS = ['tls.crt', 'tls.key'];

const tlsKeys: Rule = {
  code: 'ROUTE_TLS_KEYS',
  severity: 'error',
  title: 'the Secret of a route lacks the certificate or its key',
  why: 'the operator ignores missing keys without a word: the route shows the certificate of the router',
  fix: 'provide tls.crt and tls.key',
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
      return [{ path, what: `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing` }];
    }),
};

const caKey: Rule = {
  code: 'ROUTE_CA_KEY',
  severity: 'warning',
  title: 'the CA of a route stands under a key the operator does not read',
  why: 'the operator reads the CA from tls.cacrt only: clients that need the intermediate certificates do not get them',
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
      .map(({ path }) => ({ path, what: 'the CA is under ca.crt' })),
};

/** Keys of the Secrets of routes, where they are said one by one; `whole` where no other key can be there. */
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
  why: 'from 4.22 the network of that namespace is closed: the pod that answers the challenge cannot be reached, and the certificate is never issued; Argo CD then holds the registry for degraded, because the route has no Secret',
  fix: 'use an issuer with DNS-01 or one that needs no challenge, and accept this with a reason',
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
        what: `the certificate is from issuer "${route.tls?.certificate?.issuerRef?.name}"`,
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
  why: 'the pod, Service and Ingress that answer the challenge would be in the namespace of the registry; from 4.22 its network is closed, and the certificate is not renewed after the upgrade',
  fix: 'nothing, if the issuer uses DNS-01 or needs no challenge; else change the issuer before the upgrade to 4.22',
} as const;

const secretMustExist: Rule = {
  code: 'ROUTE_SECRET_MUST_EXIST',
  severity: 'info',
  title: 'a route uses a Secret that someone else makes',
  why: 'while it is missing the operator fails on the route at every sync, removes no old routes, and never turns Degraded',
  fix: 'nothing, if the Secret is there before the first sync, with tls.crt and tls.key',
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
        what: `Secret "${routeSecretName(route)}" must be in ${REGISTRY_NAMESPACE}`,
      })),
};

/** In the order they are listed in the documentation. */
export const ROUTE_TLS_RULES: readonly Rule[] = [tlsMode, secretShared, tlsKeys, caKey, http01, secretMustExist];
