import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitStatus } from '../../../../src/findings/exit-status';
import { readInputs } from '../../../../src/load/read-inputs';
import { TRUSTED_CA_ENDPOINT_RULES } from '../../../../src/rules/storage/trusted-ca/endpoint';
import { TRUSTED_CA_PEM_RULES } from '../../../../src/rules/storage/trusted-ca/pem';
import { TRUSTED_CA_RULES } from '../../../../src/rules/storage/trusted-ca/trusted-ca';
import { LEAF_PEM, ROOT_PEM } from '../../../support/certificates';
import { runCluster } from '../../../support/fleet';
import { codesOf } from '../../../support/rule-codes';

const store = (trustedCA: object | undefined, s3: object = {}): string =>
  JSON.stringify({
    platform: 'baremetal',
    credentials: { existingSecret: {} },
    storage: {
      s3: { bucket: 'registry', region: 'us-east-1', regionEndpoint: 'https://minio.example.com', trustedCA, ...s3 },
    },
  });
const aws = (trustedCA: object): string =>
  JSON.stringify({ platform: 'aws', storage: { s3: { bucket: 'acme', region: 'eu-west-1', trustedCA } } });
const odf = (trustedCA: object, change: object = {}, bucketClaim: object = { job: {} }): string =>
  JSON.stringify({
    platform: 'baremetal',
    baseDomain: 'example.com',
    storage: { odf: { noobaa: { bucketName: 'registry', trustedCA, ...change } } },
    credentials: { bucketClaim },
  });
const configMap = 'store-ca';
const service = { endpoint: 'service' };

/** A root that calls itself what AWS's root is called. */
const AMAZON = `-----BEGIN CERTIFICATE-----
MIIByjCCAW+gAwIBAgIURLswY1NAm0PGhMBo+Rg4JHY4ebEwCgYIKoZIzj0EAwIw
OTELMAkGA1UEBhMCVVMxDzANBgNVBAoMBkFtYXpvbjEZMBcGA1UEAwwQQW1hem9u
IFJvb3QgQ0EgMTAgFw0yNjExMjExMDQyMTNaGA8yMTI2MTAyODEwNDIxM1owOTEL
MAkGA1UEBhMCVVMxDzANBgNVBAoMBkFtYXpvbjEZMBcGA1UEAwwQQW1hem9uIFJv
b3QgQ0EgMTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABBpBpUY7+zvheNwJDgQa
Kq7ZfQ/FtqOLiv60yf0CfYTYQR7kjCe0XvmcavxglQkOnninZTZ65BI6X4ZqbxAS
Ih6jUzBRMB0GA1UdDgQWBBTJDU+EElnNKzLB6PUQrb97lhcCozAfBgNVHSMEGDAW
gBTJDU+EElnNKzLB6PUQrb97lhcCozAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49
BAMCA0kAMEYCIQDRWzJpGRYSTc0yYyhEx0kHfl2BJ/RQXjIb4WIpe8cjyAIhAP+0
VAVFxgbRfOROM+4+nigk2vnGLQg4dWAlhINZJNFQ
-----END CERTIFICATE-----
`;

describe('where the CA comes from', () => {
  const codes = codesOf([...TRUSTED_CA_RULES, ...TRUSTED_CA_ENDPOINT_RULES]);

  test.each<[string, string, string[]]>([
    ['a ConfigMap', store({ configMap }), []],
    ['the bundle of the cluster', store({ injectTrustedBundle: true }), []],
    ['nothing', store({}), ['TRUSTED_CA_SOURCE']],
    ['only what is false', store({ injectTrustedBundle: false }), ['TRUSTED_CA_SOURCE']],
    ['one, and one that is false', store({ configMap, injectTrustedBundle: false }), []],
    ['two', store({ configMap, pem: ROOT_PEM }), ['TRUSTED_CA_SOURCE']],
    ['capitals', store({ configMap: 'Store' }), ['TRUSTED_CA_NAME']],
    ['an empty name', store({ configMap: '' }), ['TRUSTED_CA_NAME']],
    ['254 characters', store({ configMap: 'a'.repeat(254) }), ['TRUSTED_CA_NAME']],
    ['a dot', store({ configMap: 'store.ca' }), []],
    ['the service CA of the namespace', store({ configMap: 'openshift-service-ca.crt' }), ['TRUSTED_CA_KEY']],
    ['the CA of the API', store({ configMap: 'kube-root-ca.crt' }), ['TRUSTED_CA_KEY']],
    ['the ingress CA without ODF', store({ ingressCA: true }), ['TRUSTED_CA_FETCH']],
    ['the ingress CA, by a job', odf({ ingressCA: true }), []],
    ['the ingress CA, by a policy', odf({ ingressCA: true }, {}, { acm: { namespace: 'a' } }), []],
    ['the ingress CA, by External Secrets', odf({ ingressCA: true }, {}, { externalSecret: {} }), ['TRUSTED_CA_FETCH']],
    ['the service CA for a Service', odf({ serviceCA: true }, service), []],
    ['the ingress CA for a Service', odf({ ingressCA: true }, service), ['TRUSTED_CA_ENDPOINT']],
    ['the service CA for a route', odf({ serviceCA: true }), ['TRUSTED_CA_ENDPOINT']],
    [
      'the bundle of the cluster for a Service',
      odf({ injectTrustedBundle: true }, service),
      ['TRUSTED_CA_ENDPOINT warning'],
    ],
    ['the bundle of the cluster for a route', odf({ injectTrustedBundle: true }), ['TRUSTED_CA_ENDPOINT warning']],
    ['http', store({ configMap }, { regionEndpoint: 'http://minio.minio.svc' }), ['TRUSTED_CA_HTTP']],
    ['https on a Service', store({ configMap }, { regionEndpoint: 'https://minio.minio.svc' }), []],
    [
      'https on a Service without a CA',
      store(undefined, { regionEndpoint: 'https://minio.minio.svc' }),
      ['S3_CA_REQUIRED'],
    ],
    ['http on a Service without a CA', store(undefined, { regionEndpoint: 'http://minio.minio.svc' }), []],
    ...['10.1.2.3:9000', '192.168.7.1', '172.20.0.1', '[fd00::1]:443', 'minio', 'minio.corp.local', 's3.internal'].map(
      (host): [string, string, string[]] => [
        `https on ${host} without a CA`,
        store(undefined, { regionEndpoint: `https://${host}` }),
        ['S3_CA_MISSING'],
      ],
    ),
    ...['http://10.1.2.3:9000', 'https://172.32.0.1', 'https://8.8.8.8', 'https://local.example.com'].map(
      (regionEndpoint): [string, string, string[]] => [
        `${regionEndpoint} without a CA`,
        store(undefined, { regionEndpoint }),
        [],
      ],
    ),
    ['https elsewhere without a CA', store(undefined), []],
    ['AWS and the bundle of the cluster', aws({ injectTrustedBundle: true }), []],
    ['AWS and a private CA', aws({ pem: ROOT_PEM }), ['TRUSTED_CA_PUBLIC']],
    ['AWS and a private CA among public ones', aws({ pem: `${ROOT_PEM}${AMAZON}` }), []],
    ['AWS and a ConfigMap of others', aws({ configMap }), ['TRUSTED_CA_PUBLIC warning']],
    [
      'AWS by its own endpoint',
      store({ pem: ROOT_PEM }, { regionEndpoint: 'https://s3.us-east-1.amazonaws.com' }),
      ['TRUSTED_CA_PUBLIC'],
    ],
    ['a store and a private CA', store({ pem: ROOT_PEM }), []],
  ])('%s', (_name, yaml, expected) => expect(codes(yaml)).toEqual(expected));
});

describe('the certificates', () => {
  const codes = codesOf(TRUSTED_CA_PEM_RULES);
  const on = (day: string): { readonly now: Date } => ({ now: new Date(day) });

  /** Valid from 2023 to the end of that year. */
  const OLD = `-----BEGIN CERTIFICATE-----
MIIBQTCB6aADAgECAgEBMAoGCCqGSM49BAMCMBExDzANBgNVBAMMBk9sZCBDQTAe
Fw0yMzAxMDEwMDAwMDBaFw0yNDAxMDEwMDAwMDBaMBExDzANBgNVBAMMBk9sZCBD
QTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABCleV4UrWGHM04lwf3uTK64hwX0z
FP5Uyl7DY+I4+oKMCir0xVGRBUsQG8CsbAPFJJ/d6RBGe13E9UXIKmSQS8SjMjAw
MA8GA1UdEwEB/wQFMAMBAf8wHQYDVR0OBBYEFJiRAzoHZOW5lajaU0xKXN9+iQMT
MAoGCCqGSM49BAMCA0cAMEQCIGslIECQG28h9NfDpTuGdvkVydIaH1xaADD75r1G
gLK+AiBbY1MbMUwCRlLZ1mPp/8f/gj0e6VXFS4jTp3mfuTJnlg==
-----END CERTIFICATE-----
`;
  /** Valid until 1 March 2025. */
  const CLOSING = `-----BEGIN CERTIFICATE-----
MIIBSjCB8aADAgECAgEBMAoGCCqGSM49BAMCMBUxEzARBgNVBAMMCkNsb3Npbmcg
Q0EwHhcNMjQwMTAxMDAwMDAwWhcNMjUwMzAxMDAwMDAwWjAVMRMwEQYDVQQDDApD
bG9zaW5nIENBMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8UZHf+8NP5ymzCio
T6gGqh/uVQLZec5ZKHd8cR3OX0KL+4sAbFAkW9Yhy+pPGX/6cY2qp+GajZ1lSkhX
7m2vY6MyMDAwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQUPXdjLXzwpcnrDVLU
gdLiMpggaHcwCgYIKoZIzj0EAwIDSAAwRQIhAP+XaZw9BVihi6sNpeOoT7Vc8t3B
pua8ScUz7mdk7u19AiARowA1ZhjQWp/m0ifB85ptvuF2Ks19vhYJj8hCpe+XoA==
-----END CERTIFICATE-----
`;
  const KEY = '-----BEGIN EC PRIVATE KEY-----\nMHc=\n-----END EC PRIVATE KEY-----\n';
  const DAMAGED = ROOT_PEM.replace(/^MIIB.*$/m, 'MIIB');

  test.each<[string, string, string, string[]]>([
    ['a root', ROOT_PEM, '2025-01-01', []],
    ['Windows line ends', ROOT_PEM.replaceAll('\n', '\r\n'), '2025-01-01', []],
    ['no PEM', 'ca', '2025-01-01', ['TRUSTED_CA_PEM']],
    ['a damaged certificate', DAMAGED, '2025-01-01', ['TRUSTED_CA_PEM']],
    ['a damaged one beside a whole one', `${ROOT_PEM}${DAMAGED}`, '2025-01-01', ['TRUSTED_CA_PEM']],
    ['a private key', `${ROOT_PEM}${KEY}`, '2025-01-01', ['TRUSTED_CA_PRIVATE_KEY']],
    ['a private key alone', KEY, '2025-01-01', ['TRUSTED_CA_PEM', 'TRUSTED_CA_PRIVATE_KEY']],
    ['no CA', LEAF_PEM, '2025-01-01', ['TRUSTED_CA_NOT_CA']],
    ['a CA beside it', `${LEAF_PEM}${ROOT_PEM}`, '2025-01-01', []],
    ['run out', OLD, '2025-01-01', ['TRUSTED_CA_EXPIRED']],
    ['run out beside one that is valid', `${OLD}${ROOT_PEM}`, '2025-01-01', ['TRUSTED_CA_EXPIRED warning']],
    ['91 days to go', CLOSING, '2024-11-30T00:00:00Z', []],
    ['90 days to go', CLOSING, '2024-12-01T00:00:00Z', ['TRUSTED_CA_EXPIRING']],
    ['the last second', CLOSING, '2025-03-01T00:00:00Z', ['TRUSTED_CA_EXPIRING']],
    ['the second after', CLOSING, '2025-03-01T00:00:01Z', ['TRUSTED_CA_EXPIRED']],
  ])('%s', (_name, pem, day, expected) =>
    expect([...codes(store({ pem }), { ...readInputs(), ...on(day) })].sort()).toEqual(expected),
  );

  test('a bundle of ODF is looked at too', () => expect(codes(odf({ pem: 'ca' }))).toEqual(['TRUSTED_CA_PEM']));

  test('a key is never printed', () => {
    expect(JSON.stringify(runCluster(store({ pem: KEY })).findings)).not.toContain('MHc=');
  });

  test('a file that cannot be read ends the run with status 2', () => {
    const { findings } = runCluster(store({ pemFile: 'no-such-file.pem' }));
    expect(findings.map(({ code }) => code)).toContain('TRUSTED_CA_UNREADABLE');
    expect(exitStatus(findings)).toBe(2);
  });

  test('a file is read, and named', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ca-'));
    try {
      const file = join(folder, 'ca.pem');
      writeFileSync(file, LEAF_PEM);
      const found = runCluster(store({ pemFile: file })).findings.find(({ code }) => code === 'TRUSTED_CA_NOT_CA');
      expect(found?.what).toBe(`"${file}" has "CN=registry.example.com", which is not a CA`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
