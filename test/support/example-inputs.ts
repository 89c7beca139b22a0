/** What the examples of the rules refer to: variables called EXAMPLE_..., and files below example/. */

import { createPrivateKey } from 'node:crypto';
import type { Inputs } from '../../src/config/inputs';
import { ROOT_PEM } from './certificates';
import { testInputs } from './fleet';
import { selfSigned } from './self-signed';

const pair = selfSigned();

const ENVIRONMENT: Readonly<Record<string, string>> = {
  EXAMPLE_S3_ACCESS_KEY: 'example-access-key',
  EXAMPLE_S3_SECRET_KEY: 'example-secret-key',
  S3_ACCESS_KEY: 'example-access-key',
  S3_SECRET_KEY: 'example-secret-key',
};

const FILES: Readonly<Record<string, string>> = {
  's3-secret-key': 'example-secret-key',
  's3-secret-key-with-newline': 'example-secret-key\n',
  'not-json': 'certainly no JSON',
  'gcs-keyfile.json': JSON.stringify({
    type: 'service_account',
    client_email: 'a@example.com',
    private_key: 'example',
  }),
  'azure-account-key': Buffer.alloc(64, 'example').toString('base64'),
  'tls.crt': pair.certificate,
  'tls.key': pair.key,
  'other-tls.key': selfSigned().key,
  'pkcs8.key': pair.key,
  'rsa.key': String(createPrivateKey(pair.key).export({ type: 'pkcs1', format: 'pem' })),
  'dockerconfig.json': JSON.stringify({
    auths: { 'quay.io': { auth: Buffer.from('robot:example').toString('base64') } },
  }),
};

/** The guides have their certificates in a folder `ca`. */
const isCertificates = (path: string): boolean => /(^|\/)ca(\/[\w-]+)?\.pem$/.test(path);

/** The examples' inputs; everything else is read from this machine. */
export function exampleInputs(): Inputs {
  const machine = testInputs();
  return {
    ...machine,
    env: name => ENVIRONMENT[name] ?? machine.env(name),
    file: path =>
      FILES[path.split('/example/')[1] ?? ''] ?? (isCertificates(path) ? ROOT_PEM : undefined) ?? machine.file(path),
  };
}
