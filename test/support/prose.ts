/** The English in a source file: what it says to users, and what it says to its readers. */

/** A piece of text and the line it begins in. */
export interface Prose {
  readonly line: number;
  readonly text: string;
}

/** What a file of TypeScript says. */
export interface FileProse {
  /** Texts between quotes that have a space: what has none is a key or a code. */
  readonly texts: readonly Prose[];
  readonly comments: readonly Prose[];
}

/** What a piece of code can begin with, and what of it is read. Everything else is read letter by letter. */
const TOKENS: readonly (readonly [kind: 'comment' | 'text' | 'code', token: RegExp])[] = [
  ['comment', /\/\*[\s\S]*?\*\/|\/\/[^\n]*(?:\n[ \t]*\/\/[^\n]*)*/y],
  ['text', /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/y],
  // A slash after a value divides; a comment was looked for before.
  ['code', /(?<=(?:[(,=:[!&|?{};+>]|return)\s*)\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y],
  ['code', /[A-Za-z0-9_$]+|\s+/y],
];

/** Literals and comments of a source file; of a template the parts around its values, and the literals in these. */
export function proseOf(source: string): FileProse {
  const found: Record<'comment' | 'text' | 'code', Prose[]> = { comment: [], text: [], code: [] };
  const add = (kind: 'comment' | 'text' | 'code', at: number, text: string): void => {
    found[kind].push({ line: source.slice(0, at).split('\n').length, text });
  };

  /** Reads code up to the brace that closes it, and says where that is. */
  function readCode(from: number): number {
    let at = from;
    for (let depth = 0; at < source.length; ) {
      if (source[at] === '`') {
        at = readTemplate(at + 1);
        continue;
      }
      const token = tokenAt(at);
      if (token !== undefined) {
        add(token.kind, at, token.text);
        at = token.end;
        continue;
      }
      if (source[at] === '{') depth += 1;
      if (source[at] === '}' && depth-- === 0) return at;
      at += 1;
    }
    return at;
  }

  function readTemplate(from: number): number {
    let text = '';
    let at = from;
    while (at < source.length && source[at] !== '`') {
      const isValue = source.startsWith('${', at);
      const next = isValue ? readCode(at + 2) + 1 : at + (source[at] === '\\' ? 2 : 1);
      text += isValue ? 'VALUE' : source.slice(at, next);
      at = next;
    }
    add('text', from, text);
    return at + 1;
  }

  function tokenAt(at: number): { readonly kind: 'comment' | 'text' | 'code'; text: string; end: number } | undefined {
    for (const [kind, token] of TOKENS) {
      token.lastIndex = at;
      const match = token.exec(source);
      if (match) return { kind, text: match[1] ?? match[2] ?? match[0], end: token.lastIndex };
    }
    return undefined;
  }

  readCode(0);
  return { texts: found.text.filter(({ text }) => /\S\s+\S/.test(text)), comments: found.comment };
}
