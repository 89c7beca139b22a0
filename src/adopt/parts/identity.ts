/** Which cluster it is: name, platform, version, topology, domain. */

import { isPlainMap, type PlainMap } from '../../config/plain-map';
import type { PlatformName } from '../../config/shape/cluster';
import { PLATFORMS } from '../../facts/platforms';
import { isKnownVersion, NEWEST_VERSION, OPENSHIFT_VERSIONS } from '../../facts/versions';
import type { Finding } from '../../findings/finding';
import { textAt, valueAt } from '../../review/compare/paths';
import { type Dump, find, findingAt, findingOn, type LiveObject } from '../live';
import { type Part, present } from './part';

/** What the other parts need to know of the cluster. */
export interface Identity {
  readonly platform: PlatformName;
  readonly openshift: string;
}

/** The part, and what it found; undefined if the cluster cannot be in a fleet. */
export interface IdentityPart extends Part {
  readonly identity: Identity | undefined;
}

/** Reads Infrastructure and ClusterVersion. */
export function identityPart(dump: Dump, name: string | undefined): IdentityPart {
  const infrastructure = find(dump, 'Infrastructure', 'cluster');
  const version = find(dump, 'ClusterVersion', 'version');
  const lacking = [
    ...(infrastructure ? [] : ['Infrastructure "cluster", which names the platform']),
    ...(version ? [] : ['ClusterVersion "version"']),
  ];
  const findings: Finding[] = lacking.map(what =>
    findingOn('ADOPT_INCOMPLETE', dump.files[0] ?? '-', `the dump lacks ${what}`),
  );
  if (infrastructure === undefined || version === undefined) return { identity: undefined, findings };
  const platform = platformOf(infrastructure, findings);
  const { openshift, release, upgrading } = versionOf(version, findings);
  if (platform === undefined || openshift === undefined) return { identity: undefined, findings };
  const single = textAt(infrastructure.value, 'status', 'infrastructureTopology') === 'SingleReplica';
  return {
    identity: { platform, openshift },
    findings,
    entry: present({
      name: name ?? nameOf(dump, infrastructure),
      platform,
      openshift,
      topology: single ? 'single-node' : undefined,
      ...domainsOf(dump, infrastructure),
    }),
    comments: {
      openshift: upgrading ? `${release}; an upgrade to ${upgrading} is under way` : release,
    },
  };
}

/** Platforms by the type in Infrastructure; two names share one type, and the cluster's tags tell them apart. */
function platformOf(infrastructure: LiveObject, findings: Finding[]): PlatformName | undefined {
  const { value } = infrastructure;
  const type = textAt(value, 'status', 'platformStatus', 'type') ?? textAt(value, 'status', 'platform') ?? '';
  if (textAt(value, 'status', 'controlPlaneTopology') === 'External') {
    findings.push(
      findingAt(
        'ADOPT_OUT_OF_REACH',
        infrastructure,
        ['status'],
        'a cluster with a hosted control plane cannot be in a fleet (controlPlaneTopology is External)',
      ),
    );
    return undefined;
  }
  const names = Object.keys(PLATFORMS) as PlatformName[];
  const fitting = names.filter(name => PLATFORMS[name].infrastructure === type);
  const found = isRosa(value) ? fitting.find(name => name === 'rosa') : fitting.find(name => name !== 'rosa');
  if (found === undefined) {
    const known = [...new Set(names.map(name => PLATFORMS[name].infrastructure))].join(', ');
    findings.push(
      findingAt('ADOPT_OUT_OF_REACH', infrastructure, ['status'], `platform "${type}" is not one of ${known}`),
    );
  }
  return found;
}

function isRosa(infrastructure: PlainMap): boolean {
  const tags = valueAt(infrastructure, 'status', 'platformStatus', 'aws', 'resourceTags');
  return (
    Array.isArray(tags) &&
    tags.some(tag => isPlainMap(tag) && tag.key === 'red-hat-clustertype' && tag.value === 'rosa')
  );
}

interface Version {
  readonly openshift?: string;
  readonly release: string;
  readonly upgrading?: string;
}

/** The running version is the newest completed update, not the desired one. */
function versionOf(version: LiveObject, findings: Finding[]): Version {
  const history = valueAt(version.value, 'status', 'history');
  const done = (Array.isArray(history) ? history : []).find(entry => textAt(entry, 'state') === 'Completed');
  const desired = textAt(version.value, 'status', 'desired', 'version');
  const release = textAt(done, 'version') ?? desired ?? '';
  const openshift = /^(\d+\.\d+)\.\d/.exec(release)?.[1];
  if (openshift !== undefined && isKnownVersion(openshift)) {
    return { openshift, release, ...(desired !== undefined && desired !== release ? { upgrading: desired } : {}) };
  }
  const what = `OpenShift version "${release}" is not known: it must be ${OPENSHIFT_VERSIONS[0]} to ${NEWEST_VERSION}`;
  findings.push(findingAt('ADOPT_OUT_OF_REACH', version, ['status'], what));
  return { release };
}

/** The label of our own manifests, otherwise the infrastructure name without the five random characters at its end. */
function nameOf(dump: Dump, { value }: LiveObject): string {
  const config = find(dump, 'Config', 'cluster');
  const own = config && textAt(config.value, 'metadata', 'labels', 'registry-gitops/cluster');
  return own ?? (textAt(value, 'status', 'infrastructureName') ?? 'cluster').replace(/-[a-z0-9]{5}$/, '');
}

/** The domain of routes is that of the cluster's API, unless the ingress says otherwise. */
function domainsOf(dump: Dump, { value }: LiveObject): PlainMap {
  const api = textAt(value, 'status', 'apiServerURL') ?? '';
  const base = /^https:\/\/api\.([a-z0-9.-]+?)(?::\d+)?\/?$/.exec(api)?.[1];
  const ingress = find(dump, 'Ingress', 'cluster');
  const domain = ingress && textAt(ingress.value, 'spec', 'domain');
  return { baseDomain: base, ingressDomain: domain === undefined || domain === `apps.${base}` ? undefined : domain };
}
