import { durationHit } from '../../../src/rules/registry/durations';
import { runCluster } from '../../support/fleet';

test.each(['0', '1m', '168h', '1h30m', '1.5h', '90s', '100ms', '-1m'])('%s is a duration', text =>
  expect(durationHit(['a'], text)).toEqual([]),
);

test.each([
  ['7d', 'write 168h'],
  ['2w', 'write 336h'],
  ['1 day', 'write 24h'],
  ['0.5d', 'write 12h'],
])('%s is none, and the fix is: %s', (text, fix) =>
  expect(durationHit(['pruner', 'a'], text)).toEqual([
    { path: ['pruner', 'a'], what: `a "${text}" is not a duration in hours, minutes and seconds`, fix },
  ]),
);

test.each(['', '10', 'soon', '1h 30m', '1H', '5M'])('"%s" is none', text =>
  expect(durationHit(['a'], text)).toHaveLength(1),
);

test('what is absent is fine', () => expect(durationHit(['a'], undefined)).toEqual([]));

const externalSecret = { store: { name: 'vault' }, key: 'a', refreshInterval: '1d' };

test.each<[string, object]>([
  [
    'registry.requests.read.maxWaitInQueue',
    { registry: { requests: { read: { maxRunning: 1, maxWaitInQueue: '1d' } } } },
  ],
  [
    'registry.requests.write.maxWaitInQueue',
    { registry: { requests: { write: { maxRunning: 1, maxWaitInQueue: '1d' } } } },
  ],
  ['pruner.keepYoungerThanDuration', { pruner: { keepYoungerThanDuration: '1d' } }],
  [
    'storage.s3.cloudFront.duration',
    {
      storage: {
        s3: {
          bucket: 'acme',
          region: 'eu-west-1',
          cloudFront: { baseURL: 'https://a.b', keypairID: 'K', privateKey: { name: 'a', key: 'b' }, duration: '1d' },
        },
      },
    },
  ],
  ['credentials.externalSecret.refreshInterval', { credentials: { externalSecret } }],
  ['pullSecret.externalSecret.refreshInterval', { pullSecret: { externalSecret } }],
  [
    'credentials.bucketClaim.externalSecret.refreshInterval',
    {
      storage: { odf: { noobaa: { bucketName: 'acme' } } },
      credentials: { bucketClaim: { externalSecret: { refreshInterval: '1d' } } },
    },
  ],
  [
    'thirdParty.0.credentials.externalSecret.refreshInterval',
    { thirdParty: [{ server: 'quay.io', namespaces: ['a'], credentials: { externalSecret } }] },
  ],
  [
    'routes.custom.0.tls.externalSecret.refreshInterval',
    { routes: { custom: [{ name: 'a', hostname: 'a.example.com', tls: { externalSecret } }] } },
  ],
  ...(['duration', 'renewBefore'] as const).map((key): [string, object] => [
    `routes.custom.0.tls.certificate.${key}`,
    {
      routes: {
        custom: [
          { name: 'a', hostname: 'a.example.com', tls: { certificate: { issuerRef: { name: 'ca' }, [key]: '1d' } } },
        ],
      },
    },
  ]),
])('%s is looked at', (path, settings) => {
  const { findings } = runCluster(JSON.stringify({ platform: 'aws', ...settings }));
  const found = findings.filter(({ code }) => code === 'DURATION_UNIT');
  expect(found.map(finding => finding.path.join('.'))).toEqual([path]);
});
