/** Files of many clusters differ in little but the cluster's name: what is alike is parsed once. */

import { isPlainMap, type PlainMap, setKey } from '../../config/plain-map';
import { type ParsedYaml, parseYaml } from '../../load/yaml/parse-yaml';

/** What is in a text, or what is wrong with it. */
type Parsed = Pick<ParsedYaml, 'values' | 'problems'>;

/** Stands for the name; a word that no manifest holds. */
const MARK = 'zqClusterNameqz';

/** How many texts are remembered. */
const MOST = 4_000;

/** Reads YAML as `parseYaml` does. */
export class AlikeTexts {
  private readonly known = new Map<string, Parsed>();

  /** The documents of a text of this cluster. */
  public parse(text: string, cluster: string | undefined): Parsed {
    const whole = cluster === undefined || !isPlainWord(cluster) || !canBeMarked(text) ? undefined : wordOf(cluster);
    const marked = whole === undefined ? text : text.replace(whole, MARK);
    if (cluster === undefined || marked === text) return parseYaml(text);
    const found = this.known.get(marked) ?? parseYaml(marked);
    // A problem is told in the words of the file itself.
    if (found.problems.length > 0) return parseYaml(text);
    if (this.known.size < MOST) this.known.set(marked, found);
    return { problems: [], values: found.values.map(value => named(value, cluster)) };
  }
}

/** Begins with a letter, and is no word or number of YAML's own. */
const isPlainWord = (name: string): boolean =>
  /^[a-z][a-z0-9-]*[a-z0-9]$/.test(name) && !/^(true|false|null|e[0-9]+)$/.test(name);

/** Escapes and anchors could make another word of it; numbers with an exponent too. */
const canBeMarked = (text: string): boolean => !/[\\&*]/.test(text) && !text.includes(MARK);

let last: { readonly cluster: string; readonly pattern: RegExp } | undefined;

/** The name as a word of its own. */
function wordOf(cluster: string): RegExp {
  if (last?.cluster === cluster) return last.pattern;
  const pattern = new RegExp(`(?<![A-Za-z0-9_.-])${cluster}(?![A-Za-z0-9_.-])`, 'g');
  last = { cluster, pattern };
  return pattern;
}

/** The value with the name where it stood. */
function named(value: unknown, cluster: string): unknown {
  if (typeof value === 'string') return value.includes(MARK) ? value.replaceAll(MARK, cluster) : value;
  if (Array.isArray(value)) return value.map(item => named(item, cluster));
  if (!isPlainMap(value)) return value;
  const map: PlainMap = {};
  for (const key of Object.keys(value)) setKey(map, named(key, cluster) as string, named(value[key], cluster));
  return map;
}
