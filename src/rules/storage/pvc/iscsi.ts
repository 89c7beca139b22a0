/** CHAP logins of an iSCSI volume. */

import { hitIf, type Rule } from '../../rule';
import { claimPart } from './settings';

const volume = (more: string): string => `
    platform: baremetal
    storage:
      pvc:
        accessModes: [ReadWriteOnce]
        volume: {iscsi: {targetPortal: "192.0.2.10:3260", iqn: "iqn.2001-04.com.example:registry", lun: 0${more}}}`;

const login: Rule = {
  code: 'VOLUME_CHAP_SECRET',
  severity: 'error',
  acceptable: false,
  title: 'CHAP is on for an iSCSI volume without a Secret',
  why: 'the API server refuses the PersistentVolume',
  fix: 'add secretRef: {name: SECRET, namespace: NAMESPACE}',
  source: 'kubernetes pkg/apis/core/validation validateISCSIPersistentVolumeSource',
  bad: volume(', chapAuthSession: true'),
  good: volume(', chapAuthSession: true, secretRef: {name: chap, namespace: storage}'),
  check: input => {
    const part = claimPart(input);
    const iscsi = part?.pvc.volume?.iscsi;
    if (part === undefined || iscsi === undefined) return [];
    const asked = (['chapAuthDiscovery', 'chapAuthSession'] as const).find(key => iscsi[key] === true);
    return hitIf(asked !== undefined && iscsi.secretRef === undefined, () => ({
      path: [...part.path, 'volume', 'iscsi', asked ?? ''],
      what: `${asked} is true, but secretRef is not set`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const ISCSI_RULES: readonly Rule[] = [login];
