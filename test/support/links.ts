/** Links of documents: whether the file is there, and the heading. */

import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileOf } from './generated';

const ROOT = join(__dirname, '..', '..');

/** Whether a path, from the top of the repository, is there. */
type Exists = (path: string) => boolean;

const isInRepository: Exists = path => existsSync(join(ROOT, path));

/** Text that is shown as it is written holds no links and no headings. */
const withoutCode = (text: string): string =>
  text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '`code`');

/** What GitHub calls a heading: small letters, no punctuation, dashes for blanks, a number from the second on. */
function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id));
  const visible = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  for (const [, heading = ''] of visible.matchAll(/^#{1,6} +(.+?)\s*$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const base = words.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    let anchor = base;
    for (let count = 1; anchors.has(anchor); count += 1) anchor = `${base}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** Targets of links and images that are in this repository. */
export const linksOf = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target));

/** What is wrong with a link, if anything is. */
function problemOf(document: string, text: string, link: string, exists: Exists): string | undefined {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? document : normalize(join(dirname(document), path));
  if (target.startsWith('..') || !exists(target)) return `${link}: there is no ${target}`;
  if (anchor === undefined) return undefined;
  const anchors = anchorsOf(target === document ? text : fileOf(target));
  return anchors.has(anchor) ? undefined : `${link}: ${target} has no heading #${anchor}`;
}

/** What is wrong with the links of a document. */
export const problemsOf = (document: string, text: string, exists: Exists = isInRepository): readonly string[] =>
  linksOf(text).flatMap(link => problemOf(document, text, link, exists) ?? []);
