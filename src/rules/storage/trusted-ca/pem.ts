/** The PEM certificates of a storage CA: readable, complete, without a private key, and not about to expire. */

import type { ConfigPath } from '../../../findings/finding';
import { counted } from '../../../values/counted';
import { type PemContent, readPem } from '../../../values/pem';
import { EXAMPLE_PEM } from '../../example-pem';
import { type Hit, hitIf, type Rule } from '../../rule';
import { CLOSING_CA, EXPIRED_CA, LEAF } from './example-storage-ca';

/** A cluster with this CA on an endpoint of its own. */
const store = (trustedCA: string): string => `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage:
      s3: {bucket: registry, region: us-east-1, regionEndpoint: https://minio.example.com, trustedCA: ${trustedCA}}`;

const VALID = store(`{pem: ${EXAMPLE_PEM}}`);
const OPERATOR = 'operator pkg/storage/s3/s3.go CABundle';
const WARNING_DAYS = 90;
const DAY = 24 * 60 * 60 * 1000;

/** The PEM text, what was read from it, and its name in messages. */
interface Given {
  readonly path: ConfigPath;
  readonly name: string;
  readonly content: PemContent;
  readonly now: Date;
}

/** A rule that checks the PEM text, if there is one. */
const ofPem =
  (hits: (given: Given) => readonly Omit<Hit, 'path'>[]): Rule['check'] =>
  ({ model: { storage, checkedAt } }) => {
    const { pem, pemFile, source } = storage?.trustedCA ?? {};
    if (storage === undefined || source !== 'pem' || pem === undefined) return [];
    const key = pemFile === undefined ? 'pem' : 'pemFile';
    const path = [...storage.path, 'trustedCA', key];
    const name = pemFile === undefined ? 'the PEM text' : `"${pemFile}"`;
    return hits({ path, name, content: readOnce(pem), now: checkedAt }).map(hit => ({ path, ...hit }));
  };

/** Thousands of clusters may share one bundle: the last one is cached. */
let last: { readonly pem: string; readonly content: PemContent } | undefined;

function readOnce(pem: string): PemContent {
  if (last?.pem !== pem) last = { pem, content: readPem(pem) };
  return last.content;
}

const unreadable: Rule = {
  code: 'TRUSTED_CA_UNREADABLE',
  severity: 'error',
  acceptable: false,
  title: 'the CA file of the storage cannot be read',
  why: 'without it the ConfigMap would be empty, and the operator would not trust the endpoint',
  fix: 'correct the path, which is relative to the YAML file it is in, or the permissions of the file',
  source: OPERATOR,
  bad: store('{pemFile: no-such-folder/none.pem}'),
  good: VALID,
  check: ({ model: { storage } }) => {
    const { pem, pemFile } = storage?.trustedCA ?? {};
    return hitIf(pemFile !== undefined && pem === undefined, () => ({
      path: [...(storage?.path ?? []), 'trustedCA', 'pemFile'],
      what: `CA file "${pemFile}" cannot be read`,
    }));
  },
};

const noCertificate: Rule = {
  code: 'TRUSTED_CA_PEM',
  severity: 'error',
  title: 'the CA has no valid PEM certificate',
  why: 'the operator skips what it cannot read, and then trusts no certificate at all',
  fix: 'use PEM text, which begins with -----BEGIN CERTIFICATE-----; convert a DER file with "openssl x509 -inform der"',
  source: OPERATOR,
  bad: store('{pem: no certificate}'),
  good: VALID,
  check: ofPem(({ name, content: { certificates, broken } }) => {
    if (broken > 0) return [{ what: `${name} has ${counted(broken, 'certificate')} that cannot be read` }];
    return certificates.length === 0 ? [{ what: `${name} has no PEM certificate` }] : [];
  }),
};

const privateKey: Rule = {
  code: 'TRUSTED_CA_PRIVATE_KEY',
  severity: 'error',
  acceptable: false,
  title: 'the CA has a private key in it',
  why: 'the key would be in git and in a ConfigMap, where many people can read it',
  fix: 'remove the key, keep only the certificates, and replace the key if it was committed',
  source: 'RFC 7468',
  bad: store('{pem: "-----BEGIN PRIVATE KEY-----\\nMIGH\\n-----END PRIVATE KEY-----\\n"}'),
  good: VALID,
  check: ofPem(({ name, content }) =>
    content.hasPrivateKey ? [{ what: `${name} must not have a private key in it` }] : [],
  ),
};

const notCa: Rule = {
  code: 'TRUSTED_CA_NOT_CA',
  severity: 'warning',
  title: 'the bundle has no CA certificate',
  why: 'the endpoint is trusted only until it renews its certificate: then the registry loses its storage',
  fix: 'use the CA that signed the certificate',
  source: 'Go crypto/x509 Certificate.Verify',
  bad: store(`{pem: ${LEAF}}`),
  good: VALID,
  check: ofPem(({ name, content: { certificates } }) =>
    certificates.length > 0 && !certificates.some(({ isCA }) => isCA)
      ? [{ what: `${name} has "${certificates[0]?.subject}", which is not a CA` }]
      : [],
  ),
};

const expired: Rule = {
  code: 'TRUSTED_CA_EXPIRED',
  severity: 'error',
  title: 'every certificate of the bundle has expired',
  why: 'nothing that it signed is trusted, and the registry loses its storage',
  fix: 'replace it with the CA that signs now',
  source: 'Go crypto/x509 Certificate.Verify',
  bad: store(`{pem: ${EXPIRED_CA}}`),
  good: VALID,
  check: ofPem(({ content: { certificates }, now }) => {
    const out = certificates.filter(({ validTo }) => Date.parse(validTo) < now.getTime());
    if (out.length === 0) return [];
    const what = out
      .map(({ subject, validTo }) => `certificate "${subject}" expired on ${validTo.slice(0, 10)}`)
      .join('; ');
    const rest = {
      severity: 'warning',
      why: 'nothing that it signed is trusted any more',
      fix: 'remove the expired certificate',
    } as const;
    return [out.length === certificates.length ? { what } : { what, ...rest }];
  }),
};

const expiring: Rule = {
  code: 'TRUSTED_CA_EXPIRING',
  severity: 'warning',
  title: `a certificate of the bundle expires within ${WARNING_DAYS} days`,
  why: 'from then on nothing that it signed is trusted, and the registry loses its storage',
  fix: 'add the next CA to the bundle, and keep this one',
  source: 'Go crypto/x509 Certificate.Verify',
  bad: store(`{pem: ${CLOSING_CA}}`),
  good: VALID,
  check: ofPem(({ content: { certificates }, now }) =>
    certificates.flatMap(({ subject, validTo }) => {
      const days = (Date.parse(validTo) - now.getTime()) / DAY;
      return days >= 0 && days <= WARNING_DAYS
        ? [{ what: `certificate "${subject}" expires soon, on ${validTo.slice(0, 10)}` }]
        : [];
    }),
  ),
};

/** In the order they are listed in the documentation. */
export const TRUSTED_CA_PEM_RULES: readonly Rule[] = [unreadable, noCertificate, privateKey, notCa, expired, expiring];
