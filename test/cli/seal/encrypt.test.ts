import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readSealingKey, type SealingScope, sealingLabel, sealValue } from '../../../src/cli/seal/encrypt';
import { isSealedValue } from '../../../src/rules/credentials/sealed-secrets';
import { selfSigned } from '../../support/self-signed';
import { unseal } from '../../support/unseal';

const pair = selfSigned();
const publicKey = createPublicKey(pair.certificate);

test.each<[SealingScope, string]>([
  ['strict', 'team-a/pull'],
  ['namespace-wide', 'team-a'],
  ['cluster-wide', ''],
])('what is sealed %s opens with the label "%s" and no other', (scope, label) => {
  expect(sealingLabel(scope, 'team-a', 'pull')).toBe(label);
  const sealed = sealValue('pässword\n', publicKey, label);
  expect(unseal(sealed, pair.key, label)).toBe('pässword\n');
  expect(() => unseal(sealed, pair.key, 'team-b/pull')).toThrow();
});

test.each([2048, 3072, 4096])('has the form that the check expects, with a key of %i bits', bits => {
  const key = createPublicKey(selfSigned('any', bits).certificate);
  expect(isSealedValue(sealValue('', key, ''))).toBe(true);
  expect(Buffer.from(sealValue('', key, ''), 'base64')).toHaveLength(2 + bits / 8 + 16);
});

test('the same value is never sealed to the same text twice', () => {
  expect(sealValue('a', publicKey, '')).not.toBe(sealValue('a', publicKey, ''));
});

test.each<[string, string]>([
  ['plain text', 'secret'],
  ['plain text in base64', Buffer.from('secret').toString('base64')],
  ['random bytes', Buffer.alloc(400, 7).toString('base64')],
  ['a value that was cut', sealValue('a', publicKey, '').slice(0, 300)],
  ['a value with a blank', sealValue('a', publicKey, '').replace(/^(.{8})/, '$1 ')],
  ['nothing', ''],
])('%s is no sealed value', (_name, text) => {
  expect(isSealedValue(text)).toBe(false);
});

test('line breaks inside a sealed value do not matter', () => {
  expect(isSealedValue(sealValue('a', publicKey, '').replace(/.{76}/g, '$&\n'))).toBe(true);
});

test('reads the key of a certificate, and a bare public key', () => {
  const bare = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(readSealingKey(pair.certificate)?.key.equals(publicKey)).toBe(true);
  expect(readSealingKey(pair.certificate)?.validTo).toEqual(new Date('2124-01-01T00:00:00Z'));
  expect(readSealingKey(bare)?.key.equals(publicKey)).toBe(true);
});

test.each<[string, string]>([
  ['a private key', pair.key],
  ['a certificate and its private key', pair.certificate + pair.key],
  ['a key that is too short', selfSigned('short', 1024).certificate],
  ['a key of another kind', ecKey()],
  ['no PEM', 'certainly not'],
  ['half a certificate', pair.certificate.slice(0, 200)],
])('cannot seal with %s', (_name, pem) => {
  expect(readSealingKey(pem)).toBeUndefined();
});

function ecKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .publicKey.export({ type: 'spki', format: 'pem' })
    .toString();
}
