import { prove } from '../../src/adopt/prove';
import { readDump } from '../../src/adopt/read-dump';
import { dumpOf, filesOf, liveConfig, liveSite } from '../support/live-cluster';

const SPEC = {
  managementState: 'Managed',
  replicas: 2,
  rolloutStrategy: 'RollingUpdate',
  storage: {
    managementState: 'Unmanaged',
    s3: { bucket: 'acme', region: 'eu-west-1', virtualHostedStyle: false, trustedCA: { name: '' } },
  },
};
const { dump } = readDump(['d'], filesOf({ d: dumpOf([liveConfig(SPEC), ...liveSite('AWS')]) }));
const ENTRY = {
  name: 'plant',
  platform: 'aws',
  openshift: '4.14',
  storage: { s3: { bucket: 'acme', region: 'eu-west-1' } },
};
const errors = (entry: object): readonly string[] =>
  prove({ ...ENTRY, ...entry }, dump)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, what }) => `${code} ${what}`);

test('an entry that says what is there', () => {
  expect(errors({})).toEqual([]);
});

test.each([
  [
    'another bucket',
    { storage: { s3: { bucket: 'other', region: 'eu-west-1' } } },
    /^ADOPT_CHANGES Config cluster spec.storage.s3.bucket .*"acme" to "other": orphan/,
  ],
  [
    'another number of pods',
    { registry: { replicas: 3 } },
    /^ADOPT_CHANGES Config cluster spec.replicas .*2 to 3: rollout/,
  ],
  ['one more route', { routes: { default: true } }, /^ADOPT_CHANGES Config cluster spec.defaultRoute .*: exposure/],
  ['what a rule refuses', { registry: { replicas: -1 } }, /^REPLICAS_NEGATIVE/],
])('%s is found', (_, entry, what) => {
  expect(errors(entry)[0]).toMatch(what);
});
