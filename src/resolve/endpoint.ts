/** What the URL of a storage endpoint says about who can reach it. */

/** The host of a URL in lower case, or undefined where the text is no URL. */
export function hostOf(endpoint: string): string | undefined {
  try {
    return new URL(endpoint).hostname.toLowerCase() || undefined;
  } catch {
    return undefined;
  }
}

/** Whether the host is a Service: only pods can resolve its name, nodes and outside clients cannot. */
export function isInsideCluster(endpoint: string): boolean {
  const host = hostOf(endpoint)?.replace(/\.$/, '') ?? '';
  return /\.svc$/.test(host) || /\.svc\.[a-z0-9.-]+$/.test(host);
}
