/** What an entry of a registry list is, and what it matches. */

import { atLeast } from '../../facts/versions';
import type { RuleInput } from '../rule';

/** First version whose API server checks the items, and how many it takes. */
export const ITEMS = { checkedSince: '4.23', most: 1024, longest: 256 } as const;

const HOST_PART = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const PATH_PART = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REGISTRY_ITEM = new RegExp(
  `^(?:\\*(?:\\.${HOST_PART})+|${HOST_PART}(?:\\.${HOST_PART})*(?::[0-9]+)?(?:/${PATH_PART})*)$`,
);
/** One image of a repository, as in the documentation's reg1.io/myrepo/myapp:latest. */
const IMAGE_SUFFIX = /(?<=\/[^:@]*)(?::\w[\w.-]{0,127}|@sha256:[0-9a-f]{64})$/;

/** What the newest API server accepts, and on older ones a tag or digest too; other texts have no effect there. */
export function isRegistryItem(text: string, openshift: string): boolean {
  const repository = atLeast(openshift, ITEMS.checkedSince) ? text : text.replace(IMAGE_SUFFIX, '');
  return text.length <= ITEMS.longest && REGISTRY_ITEM.test(repository);
}

/** The registries that are allowed; empty where an entry is not a registry: what it would allow is not known. */
export function allowedRegistries({ config, model }: RuleInput): readonly string[] {
  const allowed = config.image?.registrySources?.allowedRegistries ?? [];
  return allowed.every(entry => isRegistryItem(entry, model.openshift)) ? allowed : [];
}

/** Whether an entry matches a whole registry: its name, or a pattern for a part of its host name. */
export const covers =
  (registry: string) =>
  (entry: string): boolean => {
    if (!entry.startsWith('*.')) return entry === registry;
    return registry.replace(/:\d+$/, '').endsWith(entry.slice(1));
  };

/** Whether an entry matches a repository: itself, one of the folders it is in, or its whole registry. */
export const coversRepository =
  (repository: string) =>
  (entry: string): boolean =>
    covers(repository.split('/', 1)[0] ?? '')(entry) || repository === entry || repository.startsWith(`${entry}/`);
