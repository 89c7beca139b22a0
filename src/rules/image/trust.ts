/** `image.additionalTrustedCA`: certificates of other registries. Nothing of a private key is ever printed. */

import type { RegistryCA } from '../../config/shape/image';
import { caKey, existingCAs, registryCAs } from '../../model/image';
import { counted } from '../../values/counted';
import { readPem } from '../../values/pem';
import { repeated } from '../../values/repeated';
import { EXAMPLE_PEM } from '../example-pem';
import { type Hit, hitIf, type Rule, type RuleInput } from '../rule';
import { EXPIRED_CA } from '../storage/trusted-ca/example-storage-ca';

const SOURCE = 'openshift/api config/v1 ImageSpec.additionalTrustedCA';

const good = (host = 'registry.example.com:5000', ca = `{pem: ${EXAMPLE_PEM}}`): string => `
    platform: aws
    image:
      additionalTrustedCA:
        "${host}": ${ca}`;

/** One registry's certificates, with the text as far as it could be read. */
interface Trusted {
  readonly host: string;
  readonly source: RegistryCA;
  /** Undefined where nothing could be read. */
  readonly pem?: string;
}

function trusted({ config, model }: RuleInput): readonly Trusted[] {
  return Object.entries(registryCAs(config.image ?? {})).map(([host, source]) => ({
    host,
    source,
    pem: model.image?.trustedCAs[caKey(host)] || undefined,
  }));
}

const at = ({ host, source }: Trusted): Hit['path'] => [
  'image',
  'additionalTrustedCA',
  host,
  ...(source.pemFile === undefined ? ['pem'] : ['pemFile']),
];

const from = ({ host, source }: Trusted): string => source.pemFile ?? `the PEM text of ${host}`;

const hosts: Rule = {
  code: 'IMAGE_CA_HOST',
  severity: 'error',
  acceptable: false,
  title: 'the certificates are for a name that is not a registry host',
  why: 'the host becomes a key of a ConfigMap, by which nodes find the certificates: any other key is refused or has no effect',
  fix: 'write the host as in image names, with its port if it has one, without scheme and path',
  source: SOURCE,
  bad: good('https://registry.example.com'),
  good: good(),
  check: input => {
    const all = trusted(input).map(({ host }) => host);
    const twins = repeated(all, caKey);
    return all.flatMap((host, index) => {
      const twin = twins.get(index);
      const path = ['image', 'additionalTrustedCA', host];
      if (twin !== undefined) return [{ path, what: `"${host}" is the same registry as "${twin}"` }];
      return hitIf(!/^[a-zA-Z0-9][-a-zA-Z0-9.]*(:\d{1,5})?$/.test(host), () => ({
        path,
        what: `"${host}" is not a host or host:port`,
      }));
    });
  },
};

const choice: Rule = {
  code: 'IMAGE_CA_SOURCE',
  severity: 'error',
  acceptable: false,
  title: 'the certificates of a registry have no source, or two',
  why: 'without certificates the registry is not trusted; of two sources one would be ignored',
  fix: 'set exactly one of pem and pemFile',
  source: SOURCE,
  bad: good(undefined, '{}'),
  good: good(),
  check: input =>
    trusted(input).flatMap(({ host, source }) => {
      const count = Number(source.pem !== undefined) + Number(source.pemFile !== undefined);
      return hitIf(count !== 1, () => ({
        path: ['image', 'additionalTrustedCA', host],
        what: `"${host}" has ${count === 0 ? 'neither pem nor pemFile' : 'both pem and pemFile'}`,
      }));
    }),
};

const unreadable: Rule = {
  code: 'PEM_UNREADABLE',
  severity: 'error',
  acceptable: false,
  title: 'a file with certificates of a registry cannot be read',
  why: 'the ConfigMap would have no certificates, and nodes would not trust the registry',
  fix: 'correct pemFile; it is relative to the file that contains it',
  source: SOURCE,
  bad: good(undefined, '{pemFile: no-such-file.pem}'),
  good: good(),
  check: input =>
    trusted(input)
      .filter(({ source, pem }) => source.pem === undefined && source.pemFile !== undefined && pem === undefined)
      .map(ca => ({ path: at(ca), what: `pemFile "${ca.source.pemFile}" cannot be read` })),
};

const noCertificate: Rule = {
  code: 'IMAGE_CA_PEM',
  severity: 'error',
  acceptable: false,
  title: 'the certificates of a registry are missing or damaged',
  why: 'nodes skip what they cannot read, and do not trust the registry',
  fix: 'write the PEM text of the CA that signed the certificate of the registry',
  source: SOURCE,
  bad: good(undefined, '{pem: not a certificate}'),
  good: good(),
  check: input =>
    trusted(input).flatMap(ca => {
      if (ca.pem === undefined) return [];
      const { certificates, broken } = readPem(ca.pem);
      if (broken > 0) return [{ path: at(ca), what: `${from(ca)} contains ${counted(broken, 'damaged certificate')}` }];
      return hitIf(certificates.length === 0, () => ({ path: at(ca), what: `${from(ca)} contains no certificate` }));
    }),
};

const privateKey: Rule = {
  code: 'IMAGE_CA_PRIVATE_KEY',
  severity: 'error',
  acceptable: false,
  title: 'the certificates of a registry contain a private key',
  why: 'the ConfigMap is in git, and many can read it in the cluster: anyone with the key can impersonate the registry',
  fix: 'remove the key from the text, and replace the key pair if the text was shared',
  source: SOURCE,
  bad: good(undefined, '{pem: "-----BEGIN PRIVATE KEY-----"}'),
  good: good(),
  check: input =>
    trusted(input)
      .filter(({ pem }) => pem !== undefined && readPem(pem).hasPrivateKey)
      .map(ca => ({ path: at(ca), what: `${from(ca)} must not contain a private key` })),
};

const expired: Rule = {
  code: 'IMAGE_CA_EXPIRED',
  severity: 'warning',
  title: 'every certificate of a registry has expired',
  why: 'nodes and imports do not trust the registry any more',
  fix: 'write the CA that signs the certificate of the registry now',
  source: 'Go crypto/x509 Certificate.Verify',
  bad: good(undefined, `{pem: ${EXPIRED_CA}}`),
  good: good(),
  check: input =>
    trusted(input).flatMap(ca => {
      const { certificates } = readPem(ca.pem ?? '');
      const out = certificates.filter(({ validTo }) => Date.parse(validTo) < input.model.checkedAt.getTime());
      return hitIf(out.length > 0 && out.length === certificates.length, () => ({
        path: at(ca),
        what: out.map(({ subject, validTo }) => `"${subject}" expired on ${validTo.slice(0, 10)}`).join('; '),
      }));
    }),
};

const configMap: Rule = {
  code: 'IMAGE_CA_CONFIG_MAP',
  severity: 'error',
  acceptable: false,
  title: 'configMap and certificates of registries are both set',
  why: 'the cluster reads one ConfigMap: one of the two would be ignored',
  fix: 'keep configMap, and move all certificates into it; or remove it, and set the certificates of each registry here',
  source: SOURCE,
  bad: `
    platform: aws
    image:
      additionalTrustedCA:
        configMap: registry-config
        registry.example.com: {pem: ${EXAMPLE_PEM}}`,
  good: `
    platform: aws
    image: {additionalTrustedCA: {configMap: registry-config}}`,
  check: ({ config: { image = {} } }) => {
    const name = existingCAs(image);
    const path = ['image', 'additionalTrustedCA', 'configMap'];
    if (name === undefined) return [];
    if (name === '') return [{ path, what: 'configMap is empty', fix: 'write the name of the ConfigMap' }];
    const hosts = Object.keys(registryCAs(image));
    const what = `configMap "${name}" cannot be set together with certificates of ${hosts.join(', ')}`;
    return hitIf(hosts.length > 0, () => ({ path, what }));
  },
};

const replaced: Rule = {
  code: 'IMAGE_CA_REPLACED',
  severity: 'warning',
  title: 'all certificates that the cluster trusts for registries are replaced',
  why: 'the Image of the cluster names one ConfigMap: with ours, nodes and imports no longer trust the registries whose certificates were in another one',
  fix: 'before the first sync run: oc get image.config.openshift.io/cluster -o jsonpath="{.spec.additionalTrustedCA.name}"; copy the certificates of that ConfigMap to here, or set configMap to its name; then accept this',
  source: SOURCE,
  bad: good(),
  good: `
    platform: aws
    image: {additionalTrustedCA: {configMap: registry-config}}`,
  check: ({ config: { image = {} } }) => {
    const hosts = Object.keys(registryCAs(image));
    const path = ['image', 'additionalTrustedCA'];
    return hitIf(hosts.length > 0, () => ({
      path,
      what: `the certificates of ${hosts.join(', ')} would replace all others that the cluster trusts`,
    }));
  },
};

/** In the order they are listed in the documentation. */
export const IMAGE_TRUST_RULES: readonly Rule[] = [
  hosts,
  choice,
  unreadable,
  noCertificate,
  privateKey,
  expired,
  configMap,
  replaced,
];
