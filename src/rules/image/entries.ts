/** What an entry of a registry list stands for. */

/** Whether an entry stands for a whole registry: its name, or a pattern for a part of its host's name. */
export const covers =
  (registry: string) =>
  (entry: string): boolean => {
    if (!entry.startsWith('*.')) return entry === registry;
    return registry.replace(/:\d+$/, '').endsWith(entry.slice(1));
  };

/** Whether an entry stands for a repository: for itself, for one of the folders it is in, or for its whole registry. */
export const coversRepository =
  (repository: string) =>
  (entry: string): boolean =>
    covers(repository.split('/', 1)[0] ?? '')(entry) || repository === entry || repository.startsWith(`${entry}/`);
