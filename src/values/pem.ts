/** PEM text taken apart. Of a private key only its presence is kept, so that nothing can print it. */

import { X509Certificate } from 'node:crypto';

/** What one certificate says of itself. */
export interface PemCertificate {
  /** Its subject on one line, for example `CN=Example root, O=Example`. */
  readonly subject: string;
  /** Whether it may sign other certificates. */
  readonly isCA: boolean;
  /** Whether it is its own issuer. */
  readonly selfSigned: boolean;
  /** Last moment of its validity, in ISO 8601. */
  readonly validTo: string;
}

/** The blocks of a PEM text. */
export interface PemContent {
  /** Certificates that can be read, in order. */
  readonly certificates: readonly PemCertificate[];
  /** How many blocks claim to be certificates and are not. */
  readonly broken: number;
  /** Whether any block is a private key. */
  readonly hasPrivateKey: boolean;
  /** Labels of blocks that are neither certificates nor private keys, for example `PUBLIC KEY`. */
  readonly otherLabels: readonly string[];
}

/**
 * The markers alone, so that a block that was cut off counts too. Go, in which the readers are written, takes no other
 * label than `CERTIFICATE`, and only at the beginning of a line: the labels of OpenSSL count as broken.
 *
 * @see https://pkg.go.dev/crypto/x509#CertPool.AppendCertsFromPEM
 */
const BEGIN = /-----BEGIN ([A-Z0-9 ]+)-----/g;
const CERTIFICATE = /^-----BEGIN CERTIFICATE-----[ \t]*\r?\n[A-Za-z0-9+/=\s]+?^-----END CERTIFICATE-----/gm;
const CERTIFICATE_LABEL = /^(?:X509 |TRUSTED )?CERTIFICATE$/;
const PRIVATE_KEY_LABEL = /PRIVATE KEY$/;

/** Takes a PEM text apart. Never throws; text without a block gives no certificate. */
export function readPem(text: string): PemContent {
  const labels = [...text.matchAll(BEGIN)].map(([, label = '']) => label.trim());
  const certificates = (text.match(CERTIFICATE) ?? []).flatMap(block => certificateOf(block));
  return {
    certificates,
    broken: labels.filter(label => CERTIFICATE_LABEL.test(label)).length - certificates.length,
    hasPrivateKey: labels.some(label => PRIVATE_KEY_LABEL.test(label)),
    otherLabels: labels.filter(label => !CERTIFICATE_LABEL.test(label) && !PRIVATE_KEY_LABEL.test(label)),
  };
}

/** The certificates of a PEM text and nothing else of it, each in the form that every writer gives it. */
export function certificatesOf(text: string): string {
  if (last?.text !== text) {
    const blocks = (text.replace(/\r\n?/g, '\n').match(CERTIFICATE) ?? []).flatMap(encoded);
    last = { text, certificates: blocks.join('') };
  }
  return last.certificates;
}

/** Thousands of clusters may share one bundle. */
let last: { readonly text: string; readonly certificates: string } | undefined;

function encoded(block: string): readonly string[] {
  try {
    return [new X509Certificate(block).toString()];
  } catch {
    return [];
  }
}

/** One certificate, or none where the block holds something else. */
function certificateOf(block: string): readonly PemCertificate[] {
  try {
    const certificate = new X509Certificate(block);
    return [
      {
        subject: certificate.subject.split('\n').reverse().join(', '),
        isCA: certificate.ca,
        selfSigned: certificate.subject === certificate.issuer,
        validTo: new Date(certificate.validTo).toISOString(),
      },
    ];
  } catch {
    return [];
  }
}
