/** `trustedCA`: which ConfigMap in openshift-config holds the CA of the storage endpoint, and who fills it. */

import type { TrustedCA } from '../config/shape/trusted-ca';
import { STORAGE_CA_CONFIG_MAP } from '../facts/names';
import type { ResolveContext } from './context';

/** The CA of the storage endpoint: a ConfigMap in openshift-config, and who fills it. */
export interface TrustedCaModel {
  readonly configMap: string;
  readonly source: 'pem' | 'configMap' | 'injected' | 'ingressCA' | 'serviceCA';
  /** Certificates, with source `pem`; absent where the file could not be read. */
  readonly pem?: string;
  /** Where `pem` was read from. */
  readonly pemFile?: string;
}

/** The CA, or undefined where the system's certificates serve. */
export function resolveTrustedCA(
  trustedCA: TrustedCA | undefined,
  { inputs }: ResolveContext,
): TrustedCaModel | undefined {
  if (trustedCA === undefined) return undefined;
  const { pem, pemFile, configMap, injectTrustedBundle, ingressCA, serviceCA } = trustedCA;
  const ours = STORAGE_CA_CONFIG_MAP;
  if (pem !== undefined) return { configMap: ours, source: 'pem', pem: normalisePem(pem) };
  if (pemFile !== undefined) {
    const text = inputs.file(pemFile);
    return { configMap: ours, source: 'pem', pemFile, pem: text === undefined ? undefined : normalisePem(text) };
  }
  if (configMap !== undefined) return { configMap, source: 'configMap' };
  if (injectTrustedBundle) return { configMap: ours, source: 'injected' };
  if (ingressCA) return { configMap: ours, source: 'ingressCA' };
  return serviceCA ? { configMap: ours, source: 'serviceCA' } : undefined;
}

/** The same bytes, whatever system the file was written on. */
export const normalisePem = (text: string): string => `${text.replace(/\r\n?/g, '\n').trim()}\n`;
