/** Files of many clusters often differ only in the cluster's name: equal ones are parsed once. */

import { isPlainMap, type PlainMap, setKey } from '../../config/plain-map';
import { type ParsedYaml, parseYaml } from '../../load/yaml/parse-yaml';

/** What is in a text, or what is wrong with it. */
type Parsed = Pick<ParsedYaml, 'values' | 'problems'>;

/** Replaces the name; a word that no manifest contains. */
const MARK = 'zqClusterNameqz';

/** How many texts are cached. */
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
    // A problem is reported with the text of the file itself.
    if (found.problems.length > 0) return parseYaml(text);
    if (this.known.size < MOST) this.known.set(marked, found);
    return { problems: [], values: found.values.map(value => named(value, cluster)) };
  }
}

/** Begins with a letter, and is not a keyword or number in YAML. */
const isPlainWord = (name: string): boolean =>
  /^[a-z][a-z0-9-]*[a-z0-9]$/.test(name) && !/^(true|false|null|e[0-9]+)$/.test(name);

/** Escapes and anchors could change the word, and so could numbers with an exponent. */
const canBeMarked = (text: string): boolean => !/[\\&*]/.test(text) && !text.includes(MARK);

let last: { readonly cluster: string; readonly pattern: RegExp } | undefined;

/** The name as a separate word. */
function wordOf(cluster: string): RegExp {
  if (last?.cluster === cluster) return last.pattern;
  const pattern = new RegExp(`(?<![A-Za-z0-9_.-])${cluster}(?![A-Za-z0-9_.-])`, 'g');
  last = { cluster, pattern };
  return pattern;
}

/** The value with the name put back. */
function named(value: unknown, cluster: string): unknown {
  if (typeof value === 'string') return value.includes(MARK) ? value.replaceAll(MARK, cluster) : value;
  if (Array.isArray(value)) return value.map(item => named(item, cluster));
  if (!isPlainMap(value)) return value;
  const map: PlainMap = {};
  for (const key of Object.keys(value)) setKey(map, named(key, cluster) as string, named(value[key], cluster));
  return map;
}
