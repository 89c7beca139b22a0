/** The certificates of a storage CA that are given as PEM: readable, whole, public, and valid for a while yet. */

import type { ConfigPath } from '../../../findings/finding';
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

/** What can be said of the PEM text, and what to call it. */
interface Given {
  readonly path: ConfigPath;
  readonly name: string;
  readonly content: PemContent;
  readonly now: Date;
}

/** A rule that looks at the PEM text, where there is one. */
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

/** Thousands of clusters may share one bundle; the last one is remembered. */
let last: { readonly pem: string; readonly content: PemContent } | undefined;

function readOnce(pem: string): PemContent {
  if (last?.pem !== pem) last = { pem, content: readPem(pem) };
  return last.content;
}

const unreadable: Rule = {
  code: 'TRUSTED_CA_UNREADABLE',
  severity: 'error',
  acceptable: false,
  title: 'the file with the CA of the storage cannot be read',
  why: 'without it the ConfigMap would be empty, and the endpoint not trusted',
  fix: 'correct the path, which is relative to the file that says it, or the permissions of the file',
  source: OPERATOR,
  bad: store('{pemFile: no-such-folder/ca.pem}'),
  good: VALID,
  check: ({ model: { storage } }) => {
    const { pem, pemFile } = storage?.trustedCA ?? {};
    return hitIf(pemFile !== undefined && pem === undefined, () => ({
      path: [...(storage?.path ?? []), 'trustedCA', 'pemFile'],
      what: `"${pemFile}" cannot be read`,
    }));
  },
};

const noCertificate: Rule = {
  code: 'TRUSTED_CA_PEM',
  severity: 'error',
  title: 'there is no certificate in PEM form, or a broken one',
  why: 'the operator passes over what it cannot read, and then trusts nobody',
  fix: 'give text with -----BEGIN CERTIFICATE-----; a DER file becomes one with "openssl x509 -inform der"',
  source: OPERATOR,
  bad: store('{pem: no certificate}'),
  good: VALID,
  check: ofPem(({ name, content: { certificates, broken } }) => {
    if (broken > 0)
      return [{ what: `${name} has ${broken} certificate${broken === 1 ? '' : 's'} that cannot be read` }];
    return certificates.length === 0 ? [{ what: `${name} holds no certificate` }] : [];
  }),
};

const privateKey: Rule = {
  code: 'TRUSTED_CA_PRIVATE_KEY',
  severity: 'error',
  acceptable: false,
  title: 'there is a private key beside the certificates',
  why: 'it would stand in git and in a ConfigMap, for everybody to read',
  fix: 'take it out, keep the certificates alone, and replace the key if it was committed',
  source: 'RFC 7468',
  bad: store('{pem: "-----BEGIN PRIVATE KEY-----\\nMIGH\\n-----END PRIVATE KEY-----\\n"}'),
  good: VALID,
  check: ofPem(({ name, content }) => (content.hasPrivateKey ? [{ what: `${name} holds a private key` }] : [])),
};

const notCa: Rule = {
  code: 'TRUSTED_CA_NOT_CA',
  severity: 'warning',
  title: 'no certificate of the bundle is a CA',
  why: 'it is trusted only for as long as the endpoint shows this very certificate: when that is renewed, the registry loses its storage',
  fix: 'give the CA that signed the certificate',
  source: 'Go crypto/x509 Certificate.Verify',
  bad: store(`{pem: ${LEAF}}`),
  good: VALID,
  check: ofPem(({ name, content: { certificates } }) =>
    certificates.length > 0 && !certificates.some(({ isCA }) => isCA)
      ? [{ what: `${name} holds "${certificates[0]?.subject}", which is no CA` }]
      : [],
  ),
};

const expired: Rule = {
  code: 'TRUSTED_CA_EXPIRED',
  severity: 'error',
  title: 'every certificate of the bundle has run out',
  why: 'nothing signed under it is trusted, and the registry loses its storage',
  fix: 'give the CA that signs now',
  source: 'Go crypto/x509 Certificate.Verify',
  bad: store(`{pem: ${EXPIRED_CA}}`),
  good: VALID,
  check: ofPem(({ content: { certificates }, now }) => {
    const out = certificates.filter(({ validTo }) => Date.parse(validTo) < now.getTime());
    if (out.length === 0) return [];
    const what = out.map(({ subject, validTo }) => `"${subject}" ran out on ${validTo.slice(0, 10)}`).join('; ');
    const rest = {
      severity: 'warning',
      why: 'nothing signed under it is trusted any more',
      fix: 'take it out',
    } as const;
    return [out.length === certificates.length ? { what } : { what, ...rest }];
  }),
};

const expiring: Rule = {
  code: 'TRUSTED_CA_EXPIRING',
  severity: 'warning',
  title: `a certificate of the bundle runs out within ${WARNING_DAYS} days`,
  why: 'from then on nothing signed under it is trusted, and the registry loses its storage',
  fix: 'add the CA that follows to the bundle, beside this one',
  source: 'Go crypto/x509 Certificate.Verify',
  bad: store(`{pem: ${CLOSING_CA}}`),
  good: VALID,
  check: ofPem(({ content: { certificates }, now }) =>
    certificates.flatMap(({ subject, validTo }) => {
      const days = (Date.parse(validTo) - now.getTime()) / DAY;
      return days >= 0 && days <= WARNING_DAYS ? [{ what: `"${subject}" runs out on ${validTo.slice(0, 10)}` }] : [];
    }),
  ),
};

/** In the order they are listed in the documentation. */
export const TRUSTED_CA_PEM_RULES: readonly Rule[] = [unreadable, noCertificate, privateKey, notCa, expired, expiring];
