/** URLs in the configuration: how to read one, and how to show one without what may be a credential in it. */

import { remembered } from './remembered';

/** The URL, or undefined for text that is not a URL; the same object for the same text, which must not be changed. */
export const parseUrl = remembered((text: string): Readonly<URL> | undefined => {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
});

/** Whether the text carries a user or a password before its host, be it a proper URL or not. */
export const hasUserinfo = (text: string): boolean => /^[^?#]*@/.test(text.replace(/^[a-z][\w+.-]*:\/*/i, ''));

/** The URL as it may be printed: no user, password, query or fragment. */
export function showUrl(text: string): string {
  const at = text.lastIndexOf('@');
  if (at >= 0 && /[?#]/.test(text)) return '[hidden]';
  const visible = at < 0 ? text : `[hidden]@${text.slice(at + 1)}`;
  return visible.replace(/[?#].*$/s, '');
}

/** The port as it is written, the scheme's own included, which a parsed URL no longer shows. */
export const writtenPort = (text: string): string | undefined =>
  /^[a-z][\w+.-]*:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/i.exec(text)?.[1];

/** Whether the host is an address and not a name. */
export const isAddress = (host: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host.startsWith('[');
