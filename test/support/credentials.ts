/** Made-up credentials of every form that is known, put together when they are used: no scanner takes this file for a leak. */

/** Random-looking text of an alphabet, always the same. */
export function noise(length: number, alphabet = 'aB3xK9mQ2zT7vR4pL8wN1cY6'): string {
  return Array.from({ length }, (_, index) => alphabet[(index * 7 + Math.floor(index / 5)) % alphabet.length]).join('');
}

const HEX = '0a1b2c3d4e5f6978';
const UPPER = 'A1B2C3D4E5F6G7H8J9K0';
const PEM_BODY = `MIIEvQ${noise(58)}\n${noise(64)}\n${noise(40)}==`;
const pem = (label: string): string => `-----BEGIN ${label}-----\n${PEM_BODY}\n-----END ${label}-----\n`;

/** By kind. */
export const CREDENTIALS: Readonly<Record<string, string>> = {
  awsAccessKey: `AKIA${noise(16, UPPER)}`,
  awsSessionKey: `ASIA${noise(16, UPPER)}`,
  awsSecretKey: `wJalrXUtnFEMI/K7MDENG/bPxRfiCY${noise(10)}`,
  privateKey: pem('PRIVATE KEY'),
  rsaPrivateKey: pem('RSA PRIVATE KEY'),
  opensshKey: pem('OPENSSH PRIVATE KEY'),
  pgpKey: pem('PGP PRIVATE KEY BLOCK'),
  privateKeyOnOneLine: pem('PRIVATE KEY').replace(/\n/g, '\\n'),
  privateKeyWithoutEnd: pem('PRIVATE KEY').split('-----END')[0] ?? '',
  privateKeyBody: PEM_BODY,
  jsonWebToken: `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.${noise(43)}`,
  azureAccountKey: `${noise(86)}==`,
  azureConnection: `DefaultEndpointsProtocol=https;AccountName=registry;AccountKey=${noise(86)}==;EndpointSuffix=core.windows.net`,
  azureSas: `https://registry.blob.core.windows.net/images?sv=2022-11-02&sig=${noise(20)}%2B${noise(20)}%3D`,
  azureSasAlone: `sv=2022-11-02&ss=b&srt=sco&sp=rl&sig=${noise(40)}%3D`,
  entraSecret: `abc8Q~${noise(34)}`,
  githubToken: `ghp_${noise(36)}`,
  githubOauth: `gho_${noise(36)}`,
  githubFineGrained: `github_pat_${noise(22)}_${noise(59)}`,
  gitlabToken: `glpat-${noise(20)}`,
  gitlabDeploy: `gldt-${noise(20)}`,
  npmToken: `npm_${noise(36)}`,
  slackToken: `xoxb-${noise(12, '0123456789')}-${noise(24)}`,
  vaultToken: `hvs.${noise(90)}`,
  vaultOldToken: `s.${noise(24)}`,
  googleKey: `AIza${noise(35)}`,
  googleHmac: `GOOG1E${noise(55, UPPER)}`,
  googleFile: `{"type": "service_account", "private_key_id": "${noise(40, HEX)}", "private_key": "${pem('PRIVATE KEY').replace(/\n/g, '\\n')}"}`,
  stripeKey: `sk_live_${noise(24)}`,
  ageKey: `AGE-SECRET-KEY-1${noise(58, 'QPZRY9X8GF2TVDW0S3JN')}`,
  basicAuth: `Basic ${Buffer.from('ann:Hunter2pw').toString('base64')}`,
  bearerToken: `Bearer ${noise(40)}`,
  dockerConfig: `{"auths": {"quay.io": {"auth": "${Buffer.from('ann:Hunter2pw').toString('base64')}"}}}`,
  dockerPassword: '{"auths":{"quay.io":{"username":"ann","password":"Hunter2pw"}}}',
  userAndPassword: 'https://ann:Hunter2pw@mirror.example.com/v2',
  userAndPasswordAlone: 'ann:Hunter2pw@mirror.example.com',
  proxyPassword: 'http://ann:Hunter2pw@proxy.example.com:3128',
  openshiftToken: `sha256~${noise(43)}`,
  dockerHubToken: `dckr_pat_${noise(27)}`,
  robotToken: noise(64, UPPER),
  hexKey: noise(64, HEX),
  swiftSecret: noise(86),
  awsAccessKeyInBase64: Buffer.from(`AKIA${noise(16, UPPER)}`).toString('base64'),
  alibabaAccessKey: `LTAI5t${noise(18)}`,
  entraSecretInASentence: `the secret is abc8Q~${noise(34)}.`,
  gitlabOauth: `gloas-${noise(64, HEX)}`,
  newRelicKey: `NRAK-${noise(27, UPPER)}`,
  sonarToken: `squ_${noise(40, HEX)}`,
  shopifyToken: `shpat_${noise(32, HEX)}`,
  pulumiToken: `pul-${noise(40, HEX)}`,
  rubygemsKey: `rubygems_${noise(48, HEX)}`,
  htpasswdBcrypt: `ann:$2y$05$${noise(53)}`,
  htpasswdMd5: `ann:$apr1$${noise(8)}$${noise(22)}`,
  passwordOfAVariable: "export OS_PASSWORD='Hunter2pw'",
  passwordOfAFile: 'username: ann\npassword: Hunter2pw\n',
  npmrc: `_auth=${Buffer.from('ann:Hunter2pw').toString('base64')}`,
};

/** What of each must never be seen again: the credential without what only names it. */
export const markersOf = (credential: string): readonly string[] =>
  credential
    .replace(/Hunter2pw/g, ' Hunter2pw ')
    .replace(/-----(?:BEGIN|END)[^-]*-----/g, ' ')
    .split(/\\n|[^A-Za-z0-9+/]+/)
    .filter(part => part === 'Hunter2pw' || part.length >= 30);
