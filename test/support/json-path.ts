/** The part of kubectl's output templates that our scripts use: JSONPath with `range`, and one form of Go template. */

type Node = unknown;

/** Fills in a `jsonpath=` template; what is not there is nothing. */
export function jsonPath(template: string, root: Node): string {
  return fill([...tokens(template)], root);
}

/** Everything between braces, and the text around. */
function* tokens(template: string): Generator<{ readonly expression?: string; readonly text?: string }> {
  const pattern = /\{((?:"(?:[^"\\]|\\.)*"|[^{}])*)\}|([^{]+)/gs;
  for (const [, expression, text] of template.matchAll(pattern))
    yield expression === undefined ? { text } : { expression };
}

function fill(parts: readonly { readonly expression?: string; readonly text?: string }[], root: Node): string {
  let out = '';
  for (let index = 0; index < parts.length; index += 1) {
    const { expression, text } = parts[index] ?? {};
    if (expression === undefined) out += text ?? '';
    else if (expression.startsWith('range ')) {
      const end = parts.findIndex((part, at) => at > index && part.expression === 'end');
      const items = at(root, expression.slice('range '.length).replace(/\[\*\]$/, ''));
      for (const item of Array.isArray(items) ? items : []) out += fill(parts.slice(index + 1, end), item);
      index = end;
    } else if (expression.includes('[*]')) {
      const [list = '', rest = ''] = expression.split('[*]');
      const items = at(root, list);
      out += (Array.isArray(items) ? items : []).map(item => show(at(item, rest))).join(' ');
    } else if (expression.startsWith('"')) out += JSON.parse(expression.replace(/\n/g, '\\n')) as string;
    else out += show(at(root, expression));
  }
  return out;
}

/** `.a.b\.c`: keys after dots; a dot in a key has a backslash before it. */
function at(root: Node, path: string): Node {
  const keys = path.match(/\.(?:\\.|[^.\\])+/g) ?? [];
  return keys.reduce<Node>((node, key) => {
    const name = key.slice(1).replace(/\\(.)/g, '$1');
    return typeof node === 'object' && node !== null ? (node as Record<string, Node>)[name] : undefined;
  }, root);
}

const show = (value: Node): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** `{{range $key, $value := .path}}{{$key}} {{end}}`: the keys of a map. */
export function keysTemplate(template: string, root: Node): string {
  const path = /^\{\{range \$key, \$value := ([^}]+)\}\}\{\{\$key\}\} \{\{end\}\}$/.exec(template)?.[1];
  if (path === undefined) throw new Error(`the test knows no template ${template}`);
  const map = at(root, path);
  return Object.keys((map ?? {}) as object)
    .sort()
    .map(key => `${key} `)
    .join('');
}
