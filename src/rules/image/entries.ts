/** What an entry of a registry list matches. */

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
