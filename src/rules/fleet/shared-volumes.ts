/** Static volumes that two clusters must not share: an export, a volume of a driver, a LUN. */

import { isPrivateHost } from '../../values/endpoint';
import { NONE } from '../../values/none';
import type { ClusterSummary, FleetRule } from './fleet-rule';
import { NO_KEYS, repeated, type Use } from './use';

/** Two clusters with these volumes. */
const plants = (...volumes: readonly string[]): string => `
    defaults: {openshift: "4.14", platform: baremetal}
    clusters:${volumes
      .map(
        (volume, index) => `
      - {name: plant-${index + 1}, storage: {pvc: {accessModes: [ReadWriteMany], volume: {${volume}}}}}`,
      )
      .join('')}`;

export const volumeShared: FleetRule = {
  code: 'VOLUME_SHARED',
  severity: 'error',
  title: 'two clusters keep their images on the same volume',
  why: 'each registry knows only its own images: the pruner of one deletes the blobs of the other; and a file system that is not made for it is corrupted when two clusters mount it',
  fix: 'give each cluster its own volume; if the driver uses one handle for two volumes, accept this on one cluster',
  source: 'openshift/oc pkg/cli/admin/prune/images; container-storage-interface spec.md, volume_id',
  bad: plants(
    'csi: {driver: nfs.csi.example.com, volumeHandle: registry}',
    'csi: {driver: nfs.csi.example.com, volumeHandle: registry}',
  ),
  good: plants(
    'csi: {driver: nfs.csi.example.com, volumeHandle: plant-a}',
    'csi: {driver: nfs.csi.example.com, volumeHandle: plant-b}',
  ),
  check: clusters => repeated(clusters, volumeUse),
};

/** An export of NFS, as storage that two clusters can reach. */
export const exportUse: Use = {
  keys: ({ images: { nfs }, storage, removed }) => {
    if (nfs === undefined || storage === undefined || removed) return NO_KEYS;
    const [server, path] = exportIn(nfs);
    return [`nfs ${server.toLowerCase()} ${path.replace(/\/+$/, '')}`];
  },
  details: ({ images: { nfs = '' }, storage }) => {
    const [server] = exportIn(nfs);
    const own = isPrivateHost(`https://${server.includes(':') ? `[${server}]` : server}`) ? PERHAPS_TWO : {};
    return { path: [...(storage?.path ?? []), 'volume', 'nfs'], used: `the NFS export ${nfs}`, ...own };
  },
};

/** The server and the path of an export. */
function exportIn(nfs: string): readonly [server: string, path: string] {
  const end = nfs.indexOf(':/');
  return end < 0 ? [nfs, ''] : [nfs.slice(0, end), nfs.slice(end + 1)];
}

/** Two networks may both have a server with a private IP address, or with a name below no public domain. */
const PERHAPS_TWO = {
  severity: 'warning',
  why: 'if both clusters reach the same server, each registry knows only its own images: the pruner of one deletes the blobs of the other',
  fix: 'accept this if each network has its own server behind the address; otherwise give each cluster its own export',
} as const;

/** A volume with this handle of a driver, or a LUN with this number of these targets. */
const volumeUse: Use = {
  keys: cluster => {
    const found = volumesOf(cluster);
    return found.length === 0 ? NO_KEYS : found.map(source => `${source} ${cluster.images[source]}`);
  },
  details: (cluster, position) => {
    const { images, storage } = cluster;
    const source = volumesOf(cluster)[position] ?? 'csi';
    const used = source === 'csi' ? `the volume ${images.csi}` : `the LUN ${images.fc}`;
    return { path: [...(storage?.path ?? []), 'volume', source], used };
  },
};

const VOLUMES = ['csi', 'fc'] as const;

function volumesOf({ images, storage, removed }: ClusterSummary): readonly (typeof VOLUMES)[number][] {
  const isShared = (images.csi !== undefined || images.fc !== undefined) && storage !== undefined && !removed;
  return isShared ? VOLUMES.filter(source => images[source] !== undefined) : NONE;
}
