/** Routes: their names, hosts and certificates. */

import type { CustomRoute } from '../../config/shape/routes';
import { DEFAULT_ROUTE, REGISTRY_NAMESPACE } from '../../facts/names';
import { isHostname } from '../../values/dns-name';
import { repeated } from '../../values/repeated';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';

/** Every custom route, with its place. */
export const routesOf = ({
  config,
}: RuleInput): readonly { readonly route: CustomRoute; readonly path: readonly (string | number)[] }[] =>
  (config.routes?.custom ?? []).map((route, index) => ({ route, path: ['routes', 'custom', index] }));

/** Routes that say the same as one before them; what is not written is not the same. */
export function repeatedRoutes(input: RuleInput, key: (route: CustomRoute) => string | undefined) {
  const written = routesOf(input).filter(({ route }) => Boolean(key(route)));
  const again = repeated(written, ({ route }) => key(route) ?? '');
  return written.filter((_, index) => again.has(index));
}

/** An AWS cluster with these routes. */
export const example = (routes: string, more = ''): string => `
    platform: aws${more}
    routes: {custom: [${routes}]}`;
const GOOD = example('{name: public, hostname: registry.example.com}');

const nameDuplicate: Rule = {
  code: 'ROUTE_NAME_DUPLICATE',
  severity: 'error',
  title: 'two routes have the same name',
  why: 'the operator stops with VerificationFailed and applies nothing else of the configuration',
  fix: 'rename one of them',
  source: 'operator pkg/resource/complete.go verifyResource',
  bad: example('{name: public, hostname: a.example.com}, {name: public, hostname: b.example.com}'),
  good: example('{name: public-a, hostname: a.example.com}, {name: public-b, hostname: b.example.com}'),
  check: input =>
    repeatedRoutes(input, ({ name }) => name).map(({ route, path }) => ({
      path: [...path, 'name'],
      what: `another route already has the name "${route.name}"`,
    })),
};

const nameReserved: Rule = {
  code: 'ROUTE_NAME_RESERVED',
  severity: 'error',
  title: "a route has the name of the operator's own route",
  why: 'the operator stops with VerificationFailed, even if its default route is disabled',
  fix: 'use another name; for the default route write routes: {default: true}',
  source: 'operator pkg/resource/complete.go verifyResource',
  bad: example('{name: default-route, hostname: registry.example.com}'),
  good: GOOD,
  check: input =>
    routesOf(input)
      .filter(({ route }) => route.name === DEFAULT_ROUTE)
      .map(({ path }) => ({
        path: [...path, 'name'],
        what: `the route name ${DEFAULT_ROUTE} is reserved for the operator`,
      })),
};

const hostname: Rule = {
  code: 'ROUTE_HOSTNAME',
  severity: 'error',
  title: 'the host of a route is not a host name',
  why: 'the API server or the router refuses the Route; the cluster operator may not even become Degraded',
  fix: 'write lower-case letters, digits, dashes and dots, without scheme, port and path',
  source: 'openshift/api route/v1',
  bad: example('{name: public, hostname: "https://registry.example.com"}'),
  good: GOOD,
  check: input =>
    routesOf(input)
      .filter(({ route }) => !isHostname(route.hostname ?? ''))
      .map(({ route, path }) => ({
        path: [...path, 'hostname'],
        what: `hostname "${route.hostname}" is not a host name`,
        ...hostFix(route),
      })),
};

function hostFix({ hostname: text = '' }: CustomRoute): { readonly fix?: string } {
  const host = text
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[:/].*$/, '')
    .toLowerCase();
  return isHostname(host) ? { fix: `write ${host}` } : {};
}

const hostDuplicate: Rule = {
  code: 'ROUTE_HOST_DUPLICATE',
  severity: 'error',
  title: 'two routes of a cluster have the same host',
  why: 'the router admits only one of them: the other makes the cluster operator Degraded with RouteDegraded',
  fix: 'give each route its own host, or remove one',
  source: 'operator pkg/operator/clusteroperator.go, router admission',
  bad: example('{name: public, hostname: registry.example.com}, {name: again, hostname: registry.example.com}'),
  good: example('{name: public, hostname: registry.example.com}, {name: again, hostname: images.example.com}'),
  check: input => [
    ...repeatedRoutes(input, ({ hostname: host = '' }) => host.toLowerCase()).map(({ route, path }) => ({
      path: [...path, 'hostname'],
      what: `another route already has the host ${route.hostname}`,
    })),
    ...takenByDefault(input),
  ],
};

/** The default route's host, where that route is on and the domain is known. */
function takenByDefault(input: RuleInput): readonly Hit[] {
  const { config, model } = input;
  if (config.routes?.default !== true || model.ingressDomain === undefined) return [];
  const taken = `${DEFAULT_ROUTE}-${REGISTRY_NAMESPACE}.${model.ingressDomain}`;
  return routesOf(input)
    .filter(({ route }) => route.hostname?.toLowerCase() === taken)
    .map(({ path }) => ({ path: [...path, 'hostname'], what: `host ${taken} already belongs to the default route` }));
}

const exposes: Rule = {
  code: 'ROUTE_EXPOSES',
  severity: 'info',
  title: 'the registry is exposed outside the cluster',
  why: 'everyone who can reach the router can try to log in; with a valid token they can pull and push images',
  fix: 'nothing to do if that is intended; otherwise remove routes',
  source: 'OpenShift documentation, exposing the registry',
  bad: `
    platform: aws
    routes: {default: true}`,
  good: `
    platform: aws`,
  check: ({ model }) => {
    const { defaultRoute, routes = [] } = model.registry ?? {};
    const hosts = [...(defaultRoute ? ['the default route'] : []), ...routes.map(route => route.hostname)];
    return hitIf(hosts.length > 0, () => ({
      path: ['routes'],
      what: `the registry is exposed outside the cluster by ${hosts.join(', ')}`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const ROUTE_RULES: readonly Rule[] = [nameDuplicate, nameReserved, hostname, hostDuplicate, exposes];
