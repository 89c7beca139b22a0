/** Text that is a credential itself where a name was expected. It must be neither printed nor written. */

import { credentialSpans } from './credential-forms';

/** How sure it is that a text holds a credential. */
export type Likelihood = 'certain' | 'likely';

/** Whether a text holds a credential: of a form that says so, or of the look of one. */
export function credentialIn(text: string): Likelihood | undefined {
  const spans = credentialSpans(text);
  if (spans.length === 0) return undefined;
  return spans.some(({ certain }) => certain) ? 'certain' : 'likely';
}

/** Whether a text looks like a credential, be it certain or likely. */
export const looksLikeCredential = (text: string): boolean => credentialSpans(text).length > 0;

/** What stands in place of a credential. */
export const HIDDEN = '[hidden]';

/** The text without what in it looks like a credential: whatever a message quotes may be one in the wrong place. */
export function hideCredentials(text: string): string {
  let shown = '';
  let done = 0;
  for (const { start, end } of credentialSpans(text)) {
    shown += text.slice(done, start) + HIDDEN;
    done = end;
  }
  return shown + text.slice(done);
}
