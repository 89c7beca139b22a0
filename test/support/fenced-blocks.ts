/** The fenced blocks of our documents: examples that readers copy. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf } from './generated';

/** One block. */
export interface Block {
  /** File and line, `docs/gitops.md:12`. */
  readonly place: string;
  readonly text: string;
  /** Where the text begins in the document. */
  readonly start: number;
  /** What a comment on the line before it says: `<!-- mistake: CODE -->` or `<!-- not checked: why -->`. */
  readonly mark: string | undefined;
}

const DOCS = join(__dirname, '..', '..', 'docs');

/** README.md and what is below docs/, but for what `npm run docs` makes of examples that are tested elsewhere. */
export const DOCUMENTS: readonly string[] = [
  'README.md',
  ...readdirSync(DOCS, { recursive: true })
    .map(name => `docs/${String(name)}`)
    .filter(name => name.endsWith('.md') && !/^docs\/(api|rules)(\.md$|\/)/.test(name))
    .sort(),
];

/** All blocks of a language in a document; those in lists are indented. */
export function blocksOf(document: string, language: string, text = fileOf(document)): readonly Block[] {
  const fence = new RegExp(`^([ ]*)\`\`\`${language}\\n(.*?)^[ ]*\`\`\`$`, 'gms');
  return [...text.matchAll(fence)].map(({ index, 0: whole, 1: indent = '', 2: body = '' }) => {
    const before = text.slice(0, index).trimEnd();
    return {
      place: `${document}:${text.slice(0, index).split('\n').length}`,
      text: body.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      start: index + whole.indexOf('\n') + 1,
      mark: /<!--\s*(.*?)\s*-->$/.exec(before)?.[1],
    };
  });
}
