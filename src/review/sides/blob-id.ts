/** The name git gives to a content, so that files are compared with a revision without reading it. */

import { createHash } from 'node:crypto';

/** Of a text. */
export function blobId(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** A side's files whose text is at hand. */
export function filesOf(texts: ReadonlyMap<string, string>): readonly { readonly path: string; readonly id: string }[] {
  return [...texts].map(([path, text]) => ({ path, id: blobId(text) }));
}
