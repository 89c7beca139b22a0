import { inspect } from 'node:util';
import { certificatesOf, readPem } from '../../src/values/pem';
import { LEAF_PEM, ROOT_PEM } from '../support/certificates';

const ROOT = {
  subject: 'CN=Example root, O=Example',
  isCA: true,
  selfSigned: true,
  validTo: '2124-01-01T00:00:00.000Z',
};
const EMPTY = { certificates: [], broken: 0, hasPrivateKey: false, otherLabels: [] };
const LABEL = 'PRIVATE KEY';
const KEY = `-----BEGIN ${LABEL}-----\nc2VjcmV0\n-----END ${LABEL}-----\n`;

test.each<[string, string, object]>([
  ['nothing', '', EMPTY],
  ['prose', 'not a certificate', EMPTY],
  ['a root', ROOT_PEM, { ...EMPTY, certificates: [ROOT] }],
  [
    'a root with Windows line ends and a remark',
    `# root\r\n${ROOT_PEM.replace(/\n/g, '\r\n')}`,
    { ...EMPTY, certificates: [ROOT] },
  ],
  ['a certificate that is no CA', LEAF_PEM, { certificates: [{ isCA: false, subject: 'CN=registry.example.com' }] }],
  ['a chain', LEAF_PEM + ROOT_PEM, { certificates: [{ isCA: false }, { isCA: true }] }],
  ['a damaged block', ROOT_PEM.replace(/\nMIIB.*\n/, '\n'), { ...EMPTY, broken: 1 }],
  ['a block that was cut off', ROOT_PEM.slice(0, 300), { ...EMPTY, broken: 1 }],
  ['a damaged block before a sound one', `${ROOT_PEM.slice(0, 300)}\n${ROOT_PEM}`, { broken: 1, certificates: [ROOT] }],
  ['a damaged block that runs into a sound one', ROOT_PEM.slice(0, 300) + ROOT_PEM, { broken: 2, certificates: [] }],
  [
    'a label of OpenSSL, which Go passes over',
    ROOT_PEM.replace(/CERTIFICATE/g, 'TRUSTED CERTIFICATE'),
    { ...EMPTY, broken: 1 },
  ],
  ['an old label', ROOT_PEM.replace(/CERTIFICATE/g, 'X509 CERTIFICATE'), { ...EMPTY, broken: 1 }],
  ['a block that does not begin its line', `\uFEFF${ROOT_PEM}`, { ...EMPTY, broken: 1 }],
  ['line breaks of old Macs', ROOT_PEM.replace(/\n/g, '\r'), { ...EMPTY, broken: 1 }],
  ['a private key', KEY, { ...EMPTY, hasPrivateKey: true }],
  ['a private key that was cut off', KEY.slice(0, 30), { hasPrivateKey: true }],
  ['an encrypted private key', KEY.replace(/PRIVATE/g, 'ENCRYPTED PRIVATE'), { hasPrivateKey: true }],
  ['a public key', KEY.replace(/PRIVATE/g, 'PUBLIC'), { ...EMPTY, otherLabels: ['PUBLIC KEY'] }],
])('%s', (_name, text, content) => {
  expect(readPem(text)).toMatchObject(content);
});

test('nothing of a private key is kept', () => {
  expect(inspect(readPem(ROOT_PEM + KEY), { depth: null })).not.toContain('c2VjcmV0');
});

test.each<[string, string, string]>([
  ['nothing', '', ''],
  ['prose alone', 'password=Hunter2pw', ''],
  ['one certificate', ROOT_PEM, ROOT_PEM],
  ['two', LEAF_PEM + ROOT_PEM, LEAF_PEM + ROOT_PEM],
  ['text around them', `# root\npassword=Hunter2pw\n${ROOT_PEM}trailer Hunter2pw`, ROOT_PEM],
  ['the body of a key without its marks', `${ROOT_PEM}MIGHAgEAMBMGByqGSM49AgEG\n`, ROOT_PEM],
  ['a key beside them', KEY + ROOT_PEM + KEY, ROOT_PEM],
  ['a key between the marks of a certificate', KEY.replaceAll(LABEL, 'CERTIFICATE') + ROOT_PEM, ROOT_PEM],
  ['line ends of Windows', ROOT_PEM.replace(/\n/g, '\r\n'), ROOT_PEM],
  ['a body on lines of another length', rewrapped(ROOT_PEM, 76), ROOT_PEM],
  ['a certificate that is damaged', ROOT_PEM.replace(/\nMIIB.*\n/, '\n'), ''],
])('of %s only the certificates are copied', (_, text, expected) => {
  expect(certificatesOf(text)).toBe(expected);
  expect(certificatesOf(expected)).toBe(expected);
});

function rewrapped(pem: string, width: number): string {
  const body = pem.replace(/-----[^-]+-----|\n/g, '');
  const lines = body.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
