/**
 * Of the generated classes of Kubernetes, which are a third of everything, those that our modules name, and what these use.
 * Every class and function there is a statement at the start of a line, and so is whatever is set on it.
 */
export function onlyUsed(text, ours) {
  const statements = text.replace(/^ *\/\*\*[\s\S]*?\*\/$/gm, '').split(/^(?=[A-Za-z_"])/m);
  const byName = new Map();
  for (const statement of statements) {
    const name = nameOf(statement);
    byName.set(name, [...(byName.get(name) ?? []), statement]);
  }
  const wanted = new Set(ours.flatMap(module => [...module.matchAll(/\bk8s_1\.k8s\.(\w+)/g)].map(([, name]) => name)));
  const missing = [...wanted].filter(name => !byName.has(name));
  if (wanted.size === 0 || missing.length > 0) throw new Error(`not found in ${KUBERNETES}: ${missing.join(', ')}`);
  for (const name of wanted) {
    for (const word of byName.get(name).join('').match(/\w+/g) ?? []) if (byName.has(word)) wanted.add(word);
  }
  return statements.filter(statement => nameOf(statement) === '' || wanted.has(nameOf(statement))).join('');
}

/** The module they are in. */
export const KUBERNETES = 'cdk8s-plus-28/lib/imports/k8s.js';

const NAMED = /^(?:class|function) (\w+)|^exports\.(\w+) = \2;|^(\w+)(?:\[_\w+\]|\.GVK) = /;
const nameOf = statement => NAMED.exec(statement)?.slice(1).find(Boolean) ?? '';
