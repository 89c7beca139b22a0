// The example of a type as people write it: in its place below a cluster or the fleet, with what it needs around it.
import { groupOf, groupsOf } from './groups.mjs';

/** Settings of a cluster, or of the fleet for keys of the fleet. `homes` says where a type is used. */
export function wholeExample(name, types, homes) {
  return merge(besideOf(name, types, homes), wrap(name, types[name].example ?? {}, types, homes));
}

/** What the type needs around it; what it does not say, the type says that it is in. */
function besideOf(name, types, homes) {
  const { beside } = types[name];
  const home = homes.get(name);
  return beside ?? (home === undefined ? {} : besideOf(home.owner, types, homes));
}

function wrap(name, value, types, homes) {
  const home = homes.get(name);
  if (home === undefined || name === 'Cluster') return value;
  const { owner, key, kind } = home;
  const around = owner === 'Cluster' ? {} : neighbours(types[owner], key);
  return wrap(owner, { ...around, [key]: placed(value, kind, types[owner], key) }, types, homes);
}

/** What the owner's own example says, without keys that this one excludes. */
function neighbours(owner, key) {
  const { example = {}, properties } = owner;
  const group = groupsOf(owner).get(groupOf(properties[key])) ?? [];
  return Object.fromEntries(Object.entries(example).filter(([other]) => !group.includes(other)));
}

function placed(value, kind, owner, key) {
  if (kind === 'item') return [value];
  if (kind === 'value') return value;
  const keys = Object.keys(owner.properties[key].example ?? owner.example?.[key] ?? { example: {} });
  return { [keys[0]]: value };
}

/** Maps are merged; the first wins, and comes first. */
function merge(first, second) {
  if (!isMap(first) || !isMap(second)) return first;
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(
    keys.map(key => [
      key,
      key in first && key in second ? merge(first[key], second[key]) : (first[key] ?? second[key]),
    ]),
  );
}

const isMap = value => typeof value === 'object' && value !== null && !Array.isArray(value);
