/** Image settings of the whole cluster: which registries may be used. */

import type { RegistrySources } from '../../config/shape/image';
import { INTERNAL_HOSTNAME } from '../../facts/names';
import { atLeast } from '../../facts/versions';
import { caKey, registryCAs } from '../../model/image';
import { isHostname, isRegistryHost } from '../../values/dns-name';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';
import { valuesAtAny } from '../walk';
import { allowedRegistries, covers, ITEMS, isRegistryItem } from './entries';

/** Where pods of the cluster find its own registry. */
export const OWN_REGISTRY = INTERNAL_HOSTNAME;

const sources: Rule = {
  code: 'IMAGE_SOURCES',
  severity: 'error',
  acceptable: false,
  title: 'allowedRegistries and blockedRegistries are both set',
  why: 'from 4.18 the API server refuses the object; before 4.18 the nodes no longer accept new configuration',
  fix: 'remove allowedRegistries or blockedRegistries',
  source: 'openshift/api config/v1 RegistrySources',
  bad: `
    platform: aws
    image:
      registrySources:
        allowedRegistries: [quay.io, registry.redhat.io, "${OWN_REGISTRY}"]
        blockedRegistries: [docker.io]`,
  good: `
    platform: aws
    image: {registrySources: {blockedRegistries: [docker.io]}}`,
  check: ({ config }) => {
    const { allowedRegistries: allowed, blockedRegistries: blocked } = config.image?.registrySources ?? {};
    return hitIf((allowed?.length ?? 0) > 0 && (blocked?.length ?? 0) > 0, () => ({
      path: ['image', 'registrySources', 'blockedRegistries'],
      what: `allowedRegistries (${allowed?.length}) and blockedRegistries (${blocked?.length}) cannot both be set`,
    }));
  },
};

const LOCKED_OUT = 'nodes cannot pull from it: every pod with an image from a build or an image stream fails';

const ownRegistry: Rule = {
  code: 'IMAGE_OWN_REGISTRY',
  severity: 'error',
  title: "the cluster's own registry is blocked",
  why: LOCKED_OUT,
  fix: "remove the entry from blockedRegistries, or write a pattern that does not match the cluster's own registry",
  source: 'OpenShift documentation, image controller configuration',
  bad: `
    platform: aws
    image: {registrySources: {blockedRegistries: ["${OWN_REGISTRY}"]}}`,
  good: `
    platform: aws
    image: {registrySources: {blockedRegistries: [docker.io]}}`,
  check: ({ config }) => {
    const blocked = config.image?.registrySources?.blockedRegistries ?? [];
    const bar = blocked.findIndex(covers(OWN_REGISTRY));
    return hitIf(bar >= 0, () => ({
      path: ['image', 'registrySources', 'blockedRegistries', bar],
      what: `blockedRegistries blocks the cluster's own registry ${OWN_REGISTRY}${blocked[bar] === OWN_REGISTRY ? '' : ` by "${blocked[bar]}"`}`,
    }));
  },
};

// A warning: a cluster whose nodes pull nothing from its own registry may not need it.
const ownNotAllowed: Rule = {
  code: 'IMAGE_OWN_NOT_ALLOWED',
  severity: 'warning',
  title: "the cluster's own registry is not among those allowed",
  why: LOCKED_OUT,
  fix: `add "${OWN_REGISTRY}" to allowedRegistries; accept this if nothing is pulled from it`,
  source: 'OpenShift documentation, image controller configuration',
  bad: `
    platform: aws
    image: {registrySources: {allowedRegistries: [quay.io, registry.redhat.io]}}`,
  good: `
    platform: aws
    image: {registrySources: {allowedRegistries: [quay.io, registry.redhat.io, "${OWN_REGISTRY}"]}}`,
  check: input => {
    const allowed = allowedRegistries(input);
    const away = input.config.registry?.managementState === 'Removed';
    return hitIf(!away && allowed.length > 0 && !allowed.some(covers(OWN_REGISTRY)), () => ({
      path: ['image', 'registrySources', 'allowedRegistries'],
      what: `allowedRegistries does not contain the cluster's own registry ${OWN_REGISTRY}`,
    }));
  },
};

const LISTS = ['allowedRegistries', 'blockedRegistries', 'insecureRegistries'] as const;

const item: Rule = {
  code: 'IMAGE_REGISTRY_ITEM',
  severity: 'error',
  title: 'an entry of a registry list is not a registry',
  why: 'from 4.23 the API server refuses the whole object; before 4.23 the entry matches nothing',
  fix: 'write host, host:port, host/path or *.domain, without scheme; a tag or digest after the path works before 4.23 only',
  source: 'openshift/api config/v1 RegistrySources; containers/image registries.conf',
  bad: `
    platform: aws
    image: {registrySources: {blockedRegistries: ["https://docker.io"]}}`,
  good: `
    platform: aws
    image: {registrySources: {blockedRegistries: [docker.io, "*.example.com"]}}`,
  check: input => [...LISTS.flatMap(list => itemHits(list, input)), ...tooMany(input)],
};

function itemHits(list: (typeof LISTS)[number], { config, model }: RuleInput): readonly Hit[] {
  const items: RegistrySources[typeof list] = config.image?.registrySources?.[list];
  return (items ?? []).flatMap((text, index) =>
    hitIf(!isRegistryItem(text, model.openshift), () => ({
      path: ['image', 'registrySources', list, index],
      what: `"${text}" is not a registry`,
      ...withoutScheme(text, model.openshift),
    })),
  );
}

/** The entry without the scheme and the slash of a URL, where that is a registry. */
function withoutScheme(text: string, openshift: string): { readonly fix?: string } {
  const bare = text.replace(/^[a-z]+:\/\//, '').replace(/\/+$/, '');
  return bare !== text && isRegistryItem(bare, openshift) ? { fix: `write ${bare}` } : {};
}

function tooMany({ config, model }: RuleInput): readonly Hit[] {
  if (!atLeast(model.openshift, ITEMS.checkedSince)) return [];
  return LISTS.flatMap(list => {
    const count = config.image?.registrySources?.[list]?.length ?? 0;
    const path = ['image', 'registrySources', list];
    const fix = `keep at most ${ITEMS.most}; "*.domain" matches many hosts`;
    return hitIf(count > ITEMS.most, () => ({
      path,
      what: `${list} has ${count} entries, more than ${ITEMS.most}`,
      fix,
    }));
  });
}

const importDomain: Rule = {
  code: 'IMAGE_IMPORT_DOMAIN',
  severity: 'error',
  title: 'a registry to import from is not a host name',
  why: 'the entry matches no registry, and every import from it is refused',
  fix: 'write host or host:port, without scheme and path',
  source: 'openshift/api config/v1 RegistryLocation',
  bad: `
    platform: aws
    image: {allowedRegistriesForImport: [{domainName: "https://quay.io"}]}`,
  good: `
    platform: aws
    image: {allowedRegistriesForImport: [{domainName: quay.io}]}`,
  check: ({ config }) =>
    valuesAtAny(config, ['image.allowedRegistriesForImport.*.domainName'])
      .filter(({ value }) => !isRegistryHost(String(value).replace(/^\*\./, '')))
      .map(({ path, value }) => ({ path, what: `domainName "${value}" is not a host name` })),
};

const HOSTS = ['image.externalRegistryHostnames.*', 'image.registrySources.containerRuntimeSearchRegistries.*'];

const hostnames: Rule = {
  code: 'IMAGE_HOSTNAME',
  severity: 'error',
  title: 'a host in the image settings is not a host name',
  why: 'image references with it never match, or the nodes refuse their configuration',
  fix: 'write host or host:port, without scheme and path',
  source: 'openshift/api config/v1 ImageSpec',
  bad: `
    platform: aws
    image: {externalRegistryHostnames: ["https://registry.example.com"]}`,
  good: `
    platform: aws
    image: {externalRegistryHostnames: [registry.example.com]}`,
  check: ({ config }) =>
    valuesAtAny(config, HOSTS)
      .filter(({ value }) => !isRegistryHost(String(value)) && !isHostname(String(value)))
      .map(({ path, value }) => ({ path, what: `"${value}" is not a host name` })),
};

/** Hosts for which the operator adds the service CA itself. */
const OWN_HOSTS = [OWN_REGISTRY, OWN_REGISTRY.replace('.svc:', '.svc.cluster.local:')];

const trustOwn: Rule = {
  code: 'TRUST_OWN_REGISTRY',
  severity: 'warning',
  title: "certificates would replace the CA of the cluster's own registry",
  why: 'the certificates replace the service CA that the operator adds: nodes no longer trust the registry of their own cluster',
  fix: 'remove the entry',
  source: 'operator pkg/resource/caconfig.go expected',
  bad: `
    platform: aws
    image: {additionalTrustedCA: {"${OWN_REGISTRY}": {pemFile: ca/own.pem}}}`,
  good: `
    platform: aws
    image: {registrySources: {insecureRegistries: [registry.example.com]}}`,
  check: ({ config }) =>
    Object.keys(registryCAs(config.image ?? {}))
      .filter(host => OWN_HOSTS.map(caKey).includes(caKey(host)))
      .map(host => ({
        path: ['image', 'additionalTrustedCA', host],
        what: `the certificates of "${host}" would replace the CA of the cluster's own registry`,
      })),
};

/** In the order they are listed in the documentation. */
export const IMAGE_RULES: readonly Rule[] = [
  sources,
  ownRegistry,
  ownNotAllowed,
  item,
  importDomain,
  hostnames,
  trustOwn,
];
