/** `StorageAccount`: what changes about an account of Azure where it is, and what Azure refuses. */

import { textOf } from '../../values/text-of';
import type { FieldChange, RuleTable } from './rule';

const ACCOUNT = ['StorageAccount'];

/** `Standard_LRS` and `Premium_LRS` are of two tiers; the default is the former. */
const tierOf = (sku: unknown): string => textOf(sku ?? 'Standard_').split('_')[0] ?? '';
const isOtherTier = ({ path, before, after }: FieldChange): boolean =>
  path.join('.') === 'spec.sku.name' && tierOf(before) !== tierOf(after);

/** The one change of kind that there is. */
const isUpgrade = ({ before, after }: FieldChange): boolean =>
  after === 'StorageV2' && (before === 'Storage' || before === 'BlobStorage');

export const ACCOUNTS: RuleTable = {
  fields: [
    {
      ...{ code: 'account-replication', risk: 'safe', kinds: ACCOUNT, paths: ['spec.sku.name', 'spec.accessTier'] },
      when: change => !isOtherTier(change),
      why: 'how many copies of the images there are, and at what price, changes; Azure moves them itself, and the account is the same',
      source: 'https://learn.microsoft.com/azure/storage/common/redundancy-migration',
    },
    {
      ...{ code: 'account-tier', risk: 'immutable', kinds: ACCOUNT, paths: ['spec.sku.name'], when: isOtherTier },
      why: 'an account cannot change between standard and premium: Azure refuses it, and the account stays as it is',
      source: 'https://learn.microsoft.com/azure/storage/common/storage-account-overview',
    },
    {
      ...{ code: 'account-upgrade', risk: 'safe', kinds: ACCOUNT, paths: ['spec.kind'], when: isUpgrade },
      why: 'the account is upgraded where it is: its images stay, and it cannot go back',
      source: 'https://learn.microsoft.com/azure/storage/common/storage-account-upgrade',
    },
    {
      ...{ code: 'account-kind', risk: 'immutable', kinds: ACCOUNT, paths: ['spec.kind'] },
      when: change => !isUpgrade(change),
      why: 'the kind of an account cannot be changed but for an upgrade to StorageV2: Azure refuses it, and the account stays as it is',
      source: 'https://learn.microsoft.com/azure/storage/common/storage-account-upgrade',
    },
    {
      ...{ code: 'account-keys', risk: 'outage', kinds: ACCOUNT, paths: ['spec.allowSharedKeyAccess'] },
      when: ({ after }) => after === false,
      why: 'the registry uses the account key, which is then refused',
      source: 'openshift/cluster-image-registry-operator:pkg/storage/azure/azure.go',
    },
  ],
};
