import { runCluster } from '../../support/fleet';

const hits = (settings: string): readonly (readonly [string | undefined, string])[] =>
  runCluster(`{platform: aws, ${settings}}`)
    .findings.filter(({ code }) => code === 'DURATION_UNIT')
    .map(({ path, fix }) => [path?.join('.'), fix]);

test.each(['168h', '1m30s', '1.5h', '0s'])('%s is a duration', text => {
  expect(hits(`pruner: {keepYoungerThanDuration: ${text}}`)).toEqual([]);
});

test.each([
  ['7d', 'write 168h'],
  ['2 weeks', 'write 336h'],
  ['1y', 'write 8760h'],
])('%s is none, and the fix has the hours', (text, fix) => {
  expect(hits(`pruner: {keepYoungerThanDuration: ${text}}`)).toEqual([['pruner.keepYoungerThanDuration', fix]]);
});

test.each(['soon', '7', '1h 30m'])('%s is none', text => {
  expect(hits(`pruner: {keepYoungerThanDuration: "${text}"}`)).toHaveLength(1);
});

test('in lists too', () => {
  const settings =
    'thirdParty: [{server: quay.io, namespaces: [a], credentials: {externalSecret: {store: {name: v}, key: k, refreshInterval: 1d}}}]';
  expect(hits(settings)).toEqual([['thirdParty.0.credentials.externalSecret.refreshInterval', 'write 24h']]);
});
