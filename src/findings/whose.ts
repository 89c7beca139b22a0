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

function commonOf(names: ReadonlySet<string>, fleet: FleetNames): string | undefined {
  const { all, byProfile } = namesIn(fleet);
  const isAll = (some: ReadonlySet<string> = NO_NAMES): boolean =>
    some.size === names.size && [...some].every(name => names.has(name));
  if (isAll(all)) return `all ${names.size} clusters`;
  const used = fleet.clusters.find(({ name }) => names.has(name))?.profiles ?? [];
  const profile = used.find(each => isAll(byProfile.get(each)));
  return profile === undefined ? undefined : `all ${names.size} clusters of profile ${profile}`;
}

/** The names of a fleet's clusters, and of those that use each profile: each group of findings asks for them. */
interface NamesOfFleet {
  readonly all: ReadonlySet<string>;
  readonly byProfile: ReadonlyMap<string, ReadonlySet<string>>;
}

function namesIn({ clusters }: FleetNames): NamesOfFleet {
  const known = NAMES.get(clusters);
  if (known !== undefined) return known;
  const byProfile = new Map<string, Set<string>>();
  for (const { name, profiles } of clusters) {
    for (const profile of profiles) {
      const names = byProfile.get(profile);
      if (names === undefined) byProfile.set(profile, new Set([name]));
      else names.add(name);
    }
  }
  const found = { all: new Set(clusters.map(({ name }) => name)), byProfile };
  NAMES.set(clusters, found);
  return found;
}

const NAMES = new WeakMap<FleetNames['clusters'], NamesOfFleet>();
const NO_NAMES: ReadonlySet<string> = new Set();
