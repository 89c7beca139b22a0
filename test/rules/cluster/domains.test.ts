import { DOMAIN_RULES } from '../../../src/rules/cluster/domains';
import { runCluster } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(DOMAIN_RULES);
const found = (key: string, domain: string) =>
  runCluster(JSON.stringify({ platform: 'aws', [key]: domain })).findings.find(({ code }) =>
    code.startsWith('DOMAIN_'),
  );

test.each([
  ['https://prod.example.com', 'must not have a scheme', 'prod.example.com'],
  ['prod.example.com/', 'must not have a path', 'prod.example.com'],
  ['prod.example.com:6443', 'must not have a port', 'prod.example.com'],
  ['https://prod.example.com:6443/console', 'must not have a scheme', 'prod.example.com'],
  ['*.prod.example.com', 'must not begin with a wildcard', 'prod.example.com'],
  ['prod.example.com.', 'must not end with a dot', 'prod.example.com'],
  ['Prod.Example.com', 'is not a DNS name', 'prod.example.com'],
  [' prod.example.com', 'must not contain a space', 'prod.example.com'],
  ['prod.example.com\n', 'must not contain a space', 'prod.example.com'],
  ['prod\u200b.example.com', 'invisible', 'prod.example.com'],
  ['prod\u001b[31m.example.com', 'invisible', undefined],
  ['foo bar!', 'must not contain a space', undefined],
  ['prod_eu.example.com', 'is not a DNS name', undefined],
  ['prod..example.com', 'is not a DNS name', undefined],
  ['10.0.0.1', 'is an IP address', undefined],
  ['', 'is empty', undefined],
  [`${'a'.repeat(64)}.example.com`, 'is not a DNS name', undefined],
])('%j %s', (domain, problem, meant) => {
  for (const key of ['baseDomain', 'ingressDomain']) {
    const hit = found(key, domain);
    expect(hit).toMatchObject({ code: 'DOMAIN_SYNTAX', severity: 'error', path: [key] });
    expect(hit?.what).toContain(problem);
    expect(hit?.what).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    if (meant === undefined) expect(hit?.fix).toContain('oc get dns cluster');
    else expect(hit?.fix).toBe(`write ${key}: ${meant}`);
  }
});

test.each(['prod.example.com', 'crc.testing', '4.example.com', 'xn--bcher-kva.example', 'a.b.c.d.e.f', 'cluster'])(
  '%j is a domain',
  domain => {
    expect(found('baseDomain', domain)).toBeUndefined();
    expect(found('ingressDomain', domain)).toBeUndefined();
  },
);

test.each<[object, string | undefined]>([
  [{ baseDomain: 'apps.prod.example.com' }, 'error'],
  [{ baseDomain: 'api.prod.example.com' }, 'warning'],
  [{ baseDomain: 'api-int.prod.example.com' }, 'warning'],
  [{ baseDomain: 'prod.apps.example.com' }, undefined],
  [{ baseDomain: 'appstore.example.com' }, undefined],
  [{ ingressDomain: 'apps.prod.example.com' }, undefined],
  [{ baseDomain: 'apps.prod.example.com', ingressDomain: 'apps.prod.example.com' }, undefined],
])('%j: %s', (domains, severity) => {
  const { findings } = runCluster(JSON.stringify({ platform: 'aws', ...domains }));
  expect(findings.find(({ code }) => code === 'DOMAIN_APPS')?.severity).toBe(severity);
});

test('the mistake everybody makes once is told with both ways out, and can be accepted', () => {
  expect(found('baseDomain', 'apps.prod.example.com')).toMatchObject({
    what: 'baseDomain "apps.prod.example.com" would put the routes below apps.apps.prod.example.com',
    fix: 'write baseDomain: prod.example.com, or ingressDomain: apps.prod.example.com',
  });
  const accept = [{ code: 'DOMAIN_APPS', reason: 'the company domain begins so' }];
  expect(codes(JSON.stringify({ platform: 'aws', baseDomain: 'apps.example.com', accept }))).toEqual([]);
});
