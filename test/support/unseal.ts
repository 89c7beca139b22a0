/** Opens a sealed value as the controller does, with the private key. */

import { constants, createDecipheriv, privateDecrypt } from 'node:crypto';

/** The value; throws where key or label are not those it was sealed with. */
export function unseal(sealed: string, privateKey: string, label: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const end = 2 + bytes.readUInt16BE(0);
  const session = privateDecrypt(
    {
      key: privateKey,
      padding: constants.RSA_PKCS1_OAEP_PADDING,
      oaepHash: 'sha256',
      oaepLabel: Buffer.from(label),
    },
    bytes.subarray(2, end),
  );
  const decipher = createDecipheriv('aes-256-gcm', session, Buffer.alloc(12));
  decipher.setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(end, -16), undefined, 'utf8') + decipher.final('utf8');
}
