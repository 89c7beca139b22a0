/** A page for people: one file of which nothing is fetched, and in which nothing runs but its own script. */

import { createHash } from 'node:crypto';
import { BASE_STYLE } from './style';

/** What makes one page different from another. */
export interface Page {
  /** Plain text. */
  readonly title: string;
  /** Rules that follow those that all pages have. */
  readonly style: string;
  readonly script: string;
  /** Markup, everything of others in it made by `forHtml`. */
  readonly body: string;
}

/** The whole document. Its policy allows this style and this script by their hashes, and no connection to anywhere. */
export function htmlPage({ title, style, script, body }: Page): string {
  const css = `${BASE_STYLE}${style}`;
  const policy = [
    "default-src 'none'",
    `style-src '${hash(css)}'`,
    `script-src '${hash(script)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${forHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body>
${body}
<script>${script}</script>
</body>
</html>`;
}

const hash = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Text for a page, between tags and in quotes. */
export const forHtml = (text: string): string => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
