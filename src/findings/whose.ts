/** Clusters in words: by name while they are few, else by what they have in common. */

/** What is known of the clusters of a fleet. */
export interface FleetNames {
  /** Every cluster there is, with the profiles it uses. */
  readonly clusters: readonly { readonly name: string; readonly profiles: readonly string[] }[];
}

/** Names that are listed. */
const LISTED = 5;

/** `cluster a`, `3 clusters: a, b, c`, `all 50 clusters of profile blk`, `40 clusters: a, b, c, d, e and 35 more`. */
export function whose(names: readonly string[], fleet?: FleetNames): string {
  const [only] = names;
  if (only === undefined) return '';
  if (names.length === 1) return `cluster ${only}`;
  const common = names.length > 3 && fleet !== undefined ? commonOf(new Set(names), fleet) : undefined;
  if (common !== undefined) return common;
  const listed = names.length > LISTED + 1 ? names.slice(0, LISTED) : names;
  const more = names.length - listed.length;
  return `${names.length} clusters: ${listed.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

function commonOf(names: ReadonlySet<string>, { clusters }: FleetNames): string | undefined {
  if (isEach(names, clusters)) return `all ${names.size} clusters`;
  const used = clusters.find(({ name }) => names.has(name))?.profiles ?? [];
  const profile = used.find(each => isEach(names, clusters, each));
  return profile === undefined ? undefined : `all ${names.size} clusters of profile ${profile}`;
}

/** Whether these are the names of the clusters, or of those that use a profile; of most groups the first few show that they are not. */
function isEach(names: ReadonlySet<string>, clusters: FleetNames['clusters'], profile?: string): boolean {
  const found = new Set<string>();
  for (const { name, profiles } of clusters) {
    if (profile !== undefined && !profiles.includes(profile)) continue;
    if (!names.has(name)) return false;
    found.add(name);
  }
  return found.size === names.size;
}
