/** The git object ID of a text, so that files are compared with a revision without reading it. */

import { createHash } from 'node:crypto';

/** Of a text. */
export function blobId(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Files of a side whose text is already read. */
export function filesOf(texts: ReadonlyMap<string, string>): readonly { readonly path: string; readonly id: string }[] {
  return [...texts].map(([path, text]) => ({ path, id: blobId(text) }));
}
