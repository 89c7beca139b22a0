/** The spec of the live Config without its storage: `registry` and `routes`. */

import { isPlainMap, type PlainMap } from '../../config/plain-map';
import { FIELDS_OF_OPERATOR, REGISTRY_FIELDS } from '../fields';
import { findingAt, type LiveObject } from '../live';
import { type Part, unlessEmpty } from './part';

/** Defaults of the API server. */
const DEFAULTS: Readonly<Record<string, unknown>> = { logLevel: 'Normal', operatorLogLevel: 'Normal' };

/** Reads the spec, in the form in which it is compared. */
export function registryPart(config: LiveObject, spec: PlainMap): Part {
  // If a fleet derives true, an absent field has a meaning.
  const fields = Object.entries({ disableRedirect: false, ...spec }).filter(([key]) => REGISTRY_FIELDS.includes(key));
  const registry = Object.fromEntries(fields.filter(([key, value]) => DEFAULTS[key] !== value));
  const { routes, unknown } = routesOf(spec);
  const others = Object.keys(spec).filter(key => ![...REGISTRY_FIELDS, ...Object.keys(NOT_HERE)].includes(key));
  const strange = [...others, ...(spec.unsupportedConfigOverrides === undefined ? [] : ['unsupportedConfigOverrides'])];
  return {
    entry: { ...unlessEmpty('registry', registry), ...unlessEmpty('routes', routes) },
    leftOut: FIELDS_OF_OPERATOR,
    findings: [...strange, ...unknown].map(key =>
      findingAt('ADOPT_LEFT_OUT', config, ['spec', key], `spec.${key} of the Config: a fleet has no such setting`),
    ),
  };
}

/** Keys that other parts read, and keys of the operator. */
const NOT_HERE: Readonly<Record<string, true>> = {
  storage: true,
  routes: true,
  defaultRoute: true,
  httpSecret: true,
  observedConfig: true,
  unsupportedConfigOverrides: true,
};

function routesOf(spec: PlainMap): { readonly routes: PlainMap; readonly unknown: readonly string[] } {
  const routes = Array.isArray(spec.routes) ? spec.routes : [];
  const custom = routes.filter(isPlainMap).map(({ name, hostname, secretName }) => ({
    name,
    hostname,
    ...(secretName === undefined || secretName === '' ? {} : { tls: { secretName } }),
  }));
  return {
    routes: {
      ...(spec.defaultRoute === true ? { default: true } : {}),
      ...(custom.length > 0 ? { custom } : {}),
    },
    unknown: spec.routes !== undefined && !Array.isArray(spec.routes) ? ['routes'] : [],
  };
}
