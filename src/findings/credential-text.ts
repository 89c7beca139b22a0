/** Text that is a credential itself where a name was expected. It must be neither printed nor written. */

import { credentialSpans, type Look } from './credential-forms';

/** How sure it is that a text contains a credential. */
export type Likelihood = 'certain' | 'likely';

/** Whether a text contains a credential: by its form, or by a look that is not `fine` here. */
export function credentialIn(text: string, fine?: Look): Likelihood | undefined {
  const spans = credentialSpans(text);
  if (spans.length === 0) return undefined;
  const looks = spans.map(({ look }) => look);
  if (looks.includes('form')) return 'certain';
  return looks.some(look => look !== fine) ? 'likely' : undefined;
}

/** Whether a text looks like a credential, be it certain or likely. */
export const looksLikeCredential = (text: string): boolean => credentialSpans(text).length > 0;

/** What is shown in place of a credential. */
export const HIDDEN = '[hidden]';

/** The text without what looks like a credential: whatever a message quotes may be one in the wrong place. */
export function hideCredentials(text: string): string {
  let shown = '';
  let done = 0;
  for (const { start, end } of credentialSpans(text)) {
    if (start === end) continue;
    shown += text.slice(done, start) + HIDDEN;
    done = end;
  }
  return shown + text.slice(done);
}
