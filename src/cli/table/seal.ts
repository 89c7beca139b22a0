/** `registry-gitops seal`, as data. */

import type { CommandEntry } from './entry';
import { FILE } from './shared';

export const SEAL: CommandEntry = {
  name: 'seal',
  does: 'seals credentials for the Sealed Secrets controller of one cluster, and writes the ciphertext into its entry',
  about: [
    'A value is never an argument: every user of the machine can see arguments. One line break at the end of a value of one line is removed.',
    'It can seal for credentials, for the certificate of a route (routes.custom[N].tls), for the private key of CloudFront (storage.s3.cloudFront.privateKey) and for a pull secret (thirdParty[N].credentials).',
  ],
  words: [],
  options: [
    { name: 'cluster', value: 'NAME', does: 'the cluster', completes: 'cluster' },
    {
      name: 'cert',
      value: 'FILE',
      does: 'the public certificate of its controller: kubeseal --fetch-cert > FILE',
      completes: 'file',
    },
    {
      name: 'key',
      value: 'KEY',
      multiple: true,
      does: 'reads the value from standard input; with several, one line for each, in this order',
    },
    { name: 'from-file', value: 'KEY=FILE', multiple: true, does: 'reads the value from a file' },
    { name: 'from-env', value: 'KEY=VARIABLE', multiple: true, does: 'reads the value from an environment variable' },
    { name: 'path', value: 'PATH', does: 'what it is for', otherwise: 'credentials' },
    {
      name: 'scope',
      value: 'SCOPE',
      choices: ['strict', 'namespace-wide', 'cluster-wide'],
      does: 'to which Secrets the ciphertext is bound',
      otherwise: 'strict',
    },
    { name: 'stdout', does: 'writes the lines to standard output instead of the file' },
    FILE,
  ],
  hidesArguments: true,
  examples: [
    {
      line: [
        'printf \'%s\\n\' "$ID" "$SECRET" | registry-gitops seal --cluster prod --cert prod.pem',
        '--key REGISTRY_STORAGE_S3_ACCESSKEY --key REGISTRY_STORAGE_S3_SECRETKEY',
      ].join(' \\\n  '),
      does: 'the keys of a bucket',
    },
    {
      line: "registry-gitops seal --cluster prod --cert prod.pem --path 'routes.custom[0].tls' --from-file tls.crt=crt.pem --from-file tls.key=key.pem",
      does: 'the certificate of a route',
    },
  ],
  load: () => {
    const { seal } = require('../seal/seal') as typeof import('../seal/seal');
    return args => seal(args, process);
  },
};
