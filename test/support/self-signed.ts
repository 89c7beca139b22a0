/** Key pairs with a self-signed certificate. No key is in the repository. */

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BUILT } from './build';

/** A key and the certificate for it, in PEM. */
export interface SelfSigned {
  readonly certificate: string;
  readonly key: string;
}

/** Makes one, valid from the beginning of 2024 until `until`. */
export function selfSigned(commonName = 'registry.example.com', bits = 2048, until = '21240101000000Z'): SelfSigned {
  const privateKey = nextKey(bits);
  const publicKey = createPublicKey(privateKey);
  return {
    certificate: pem('CERTIFICATE', certificate(commonName, until, publicKey, privateKey)),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

let taken = 0;

/** Another key at each call. They are kept beside the build, because making one takes a second of a busy machine. */
function nextKey(bits: number): KeyObject {
  taken += 1;
  const file = join(dirname(BUILT), 'keys', `${bits}-${taken}.pem`);
  try {
    return createPrivateKey(readFileSync(file, 'utf8'));
  } catch {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.${process.pid}`, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
    return privateKey;
  }
}

/** RFC 5280, the fields that must be there. */
function certificate(commonName: string, until: string, publicKey: KeyObject, privateKey: KeyObject): Buffer {
  const algorithm = sequence(der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05, Buffer.alloc(0)));
  const name = sequence(
    der(0x31, sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from(commonName)))),
  );
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    name,
    sequence(der(0x18, Buffer.from('20240101000000Z')), der(0x18, Buffer.from(until))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', body, privateKey);
  return sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts));

/** Tag, length, content. */
function der(tag: number, content: Buffer): Buffer {
  const size = content.length;
  const hex = size.toString(16);
  const long = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  const length = size < 0x80 ? Buffer.from([size]) : Buffer.concat([Buffer.from([0x80 | long.length]), long]);
  return Buffer.concat([Buffer.from([tag]), length, content]);
}

const pem = (label: string, content: Buffer): string =>
  `-----BEGIN ${label}-----\n${content.toString('base64').replace(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`;
