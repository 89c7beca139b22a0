/** Forms that the API server holds names, labels and hosts to. */

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABELS = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const HOST = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*$/;

/** At most 63 lower-case letters, digits and dashes: namespaces, services. */
export const isDnsLabel = (text: string): boolean => text.length <= 63 && LABEL.test(text);

/** DNS labels joined by dots, at most 253 characters: most other names. */
export const isDnsSubdomain = (text: string): boolean => text.length <= 253 && LABELS.test(text);

/** A host name as DNS has it: a subdomain each part of which has at most 63 characters. */
export const isHostname = (text: string): boolean => text.length <= 253 && HOST.test(text);

/** An optional DNS prefix, and a name of at most 63 letters, digits, dots, dashes and underscores. */
export function isQualifiedName(text: string): boolean {
  const [name = '', prefix, ...rest] = text.split('/').reverse();
  if (rest.length > 0 || (prefix !== undefined && !isDnsSubdomain(prefix))) return false;
  return name.length <= 63 && /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(name);
}

/** Empty, or at most 63 letters, digits, dots, dashes and underscores. */
export const isLabelValue = (text: string): boolean =>
  text === '' || (text.length <= 63 && /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(text));

/** A host whose parts may have `*` and `?` in them, for any text and any character of a part. */
export const isHostPattern = (text: string): boolean => isHostname(text.toLowerCase().replace(/[*?]/g, 'a'));

/** A host of a registry, with a port where there is one. */
export function isRegistryHost(text: string): boolean {
  const [host = '', port, ...rest] = text.split(':');
  return rest.length === 0 && (port === undefined || isPort(port)) && isHostname(host.toLowerCase());
}

/** A TCP port in decimal digits. */
export const isPort = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535;
