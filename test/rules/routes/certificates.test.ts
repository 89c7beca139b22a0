import { runCluster } from '../../support/fleet';

const hits = (certificate: string): readonly string[] =>
  runCluster(
    `{platform: aws, routes: {custom: [{name: public, hostname: registry.example.com, tls: {certificate: {issuerRef: {name: ca}${certificate}}}}]}}`,
  )
    .findings.filter(({ code }) => code === 'CERTIFICATE_DURATION')
    .map(({ path, what }) => `${path?.at(-1)}: ${what}`);

test.each<[string, readonly string[]]>([
  ['', []],
  [', duration: 1h', []],
  [', duration: 59m', ['duration: duration 59m is below 1h']],
  [', renewBefore: 5m', []],
  [', renewBefore: 4m59s', ['renewBefore: renewBefore 4m59s is below 5m']],
  [', duration: 48h, renewBefore: 47h', []],
  [', duration: 48h, renewBefore: 48h', ['renewBefore: renewBefore 48h must be shorter than duration 48h']],
  [', renewBefore: 2160h', ['renewBefore: renewBefore 2160h must be shorter than duration 2160h']],
])('{issuerRef: {name: ca}%s}', (certificate, expected) => expect(hits(certificate)).toEqual(expected));
