import { REQUEST_RULES } from '../../../src/rules/registry/requests';
import { runCluster } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(REQUEST_RULES);
const registry = (settings: string, more = ''): string => `platform: aws\nregistry: ${settings}\n${more}`;

test.each<[string, string[]]>([
  ['{requests: {read: {maxRunning: 1, maxInQueue: 1, maxWaitInQueue: 1m}}}', []],
  ['{requests: {read: {maxRunning: -1}}}', ['REQUESTS_NEGATIVE']],
  ['{requests: {write: {maxInQueue: -5, maxRunning: 3}}}', ['REQUESTS_NEGATIVE']],
  ['{requests: {write: {maxWaitInQueue: -1m, maxRunning: 3}}}', ['REQUESTS_NEGATIVE']],
  ['{requests: {write: {maxWaitInQueue: 0s, maxRunning: 3}}}', []],
  ['{requests: {write: {maxWaitInQueue: 1m}}}', ['REQUESTS_WAIT_ALONE']],
  ['{requests: {read: {maxWaitInQueue: 1m, maxInQueue: 2}}}', []],
  ['{proxy: {http: "http://proxy:3128", https: "https://proxy.example.com", noProxy: .svc}}', []],
  ['{proxy: {http: "proxy:3128"}}', ['PROXY_URL']],
  ['{proxy: {http: "ftp://proxy"}}', ['PROXY_URL']],
  ['{proxy: {https: "http://"}}', ['PROXY_URL']],
  ['{proxy: {https: "http://a b"}}', ['PROXY_URL']],
  ['{proxy: {https: "http://ann:s3cr3t@proxy:3128"}}', ['PROXY_CREDENTIALS']],
  ['{proxy: {https: "http://ann@proxy:3128"}}', ['PROXY_CREDENTIALS']],
  ['{tolerations: []}', ['ZERO_VALUE']],
  ['{nodeSelector: {}}', ['ZERO_VALUE']],
  ['{proxy: {http: ""}}', ['ZERO_VALUE']],
  ['{requests: {read: {maxRunning: 0}}}', ['ZERO_VALUE']],
  ['{readOnly: false, disableRedirect: false}', []],
])('%s', (settings, expected) => expect(codes(registry(settings))).toEqual(expected));

test.each<[string, string, string[]]>([
  ['-1', '4.5', ['LOGGING_NUMBER']],
  ['100', '4.4', ['LOGGING_NUMBER']],
  ['2', '4.5', []],
  ['8', '4.3', []],
  ['-1', '4.6', []],
])('logging %s on %s', (level, version, expected) => {
  expect(codes(registry(`{logging: ${level}}`, `openshift: "${version}"`))).toEqual(expected);
});

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
