import { PROXY_RULES } from '../../../src/rules/registry/proxy';
import { runCluster } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(PROXY_RULES);
const registry = (settings: string): string => `platform: aws\nregistry: ${settings}\n`;

test.each<[string, string[]]>([
  ['{proxy: {http: "http://proxy:3128", https: "https://proxy.example.com", noProxy: .svc}}', []],
  ['{proxy: {http: "proxy:3128"}}', ['PROXY_URL warning']],
  ['{proxy: {http: "socks5://proxy:1080"}}', ['PROXY_URL warning']],
  ['{proxy: {http: "proxy 3128"}}', ['PROXY_URL']],
  ['{proxy: {http: "ftp://proxy"}}', ['PROXY_URL']],
  ['{proxy: {https: "http://"}}', ['PROXY_URL']],
  ['{proxy: {https: "http://a b"}}', ['PROXY_URL']],
  ['{proxy: {https: "http://ann:s3cr3t@proxy:3128"}}', ['PROXY_CREDENTIALS']],
  ['{proxy: {https: "http://ann@proxy:3128"}}', ['PROXY_CREDENTIALS']],
])('%s', (settings, expected) => expect(codes(registry(settings))).toEqual(expected));

test.each([
  'http://ann:s3cr3t@proxy:3128',
  'ann:s3cr3t@proxy',
  'http://ann:s3c/s3cr3t@proxy',
  'http://ann:#s3cr3t@proxy',
  'http://s3cr3t:x y@',
])('no part of %s is printed', url => {
  const { findings } = runCluster(registry(`{proxy: {http: ${JSON.stringify(url)}}}`));
  expect(findings.map(({ code }) => code)).toContain('PROXY_CREDENTIALS');
  expect(JSON.stringify(findings)).not.toMatch(/s3cr3t|ann/);
});
