/** Where a fix is made of the value that was written, it shows no credential. */

import { attacked, leaked } from '../support/attack';
import { CREDENTIALS } from '../support/credentials';
import { runCluster } from '../support/fleet';

const CLUSTER = { name: 'example', openshift: '4.14', platform: 'aws' };

const PLACES: readonly (readonly [string, (text: string) => object])[] = [
  ['name', text => ({ ...CLUSTER, name: text })],
  ['openshift', text => ({ ...CLUSTER, openshift: text })],
  ['baseDomain', text => ({ ...CLUSTER, baseDomain: `https://${text}` })],
  ['storage.s3.bucket', text => ({ ...CLUSTER, storage: { s3: { bucket: `s3://${text}`, region: text } } })],
  ['routes.hostname', text => ({ ...CLUSTER, routes: [{ name: 'a', hostname: `https://${text}` }] })],
  ['pvc.size', text => ({ ...CLUSTER, storage: { pvc: { size: text } } })],
];

test.each(PLACES)('a credential of any kind in %s', (_, cluster) => {
  const shown = Object.entries(CREDENTIALS).flatMap(([kind, credential]) =>
    leaked(attacked({ clusters: [cluster(credential)] }), kind).map(text => `${kind}: ${text}`),
  );
  expect(shown).toEqual([]);
});

test('another value keeps the fix that is made of it', () => {
  const { findings } = runCluster(
    '{name: Prod_EU, platform: aws, storage: {s3: {bucket: "s3://images", region: eu-central-1}}}',
  );
  expect(findings.map(({ fix }) => fix).filter(fix => /prod-eu|bucket: images/.test(fix))).toHaveLength(2);
});
