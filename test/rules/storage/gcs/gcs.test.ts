import { GCS_RULES } from '../../../../src/rules/storage/gcs/gcs';
import { runCluster } from '../../../support/fleet';
import { codesOf } from '../../../support/rule-codes';

const gcs = (change: object): string =>
  JSON.stringify({
    platform: 'gcp',
    storage: { gcs: { bucket: 'acme-registry', region: 'europe-west1', projectID: 'acme-prod', ...change } },
  });
const provision = { configConnector: {} };
const keyID = 'projects/p/locations/l/keyRings/r/cryptoKeys/k';
const codes = codesOf(GCS_RULES);

/** Everything but the steps that are the owner's. */
const problems = (yaml: string): readonly string[] => codes(yaml).filter(code => code !== 'GCS_BUCKET_UNMANAGED');

test.each<[string, object, string[]]>([
  ['as it should be', {}, []],
  ['no region', { region: '' }, ['GCS_REGION_REQUIRED']],
  ['no project', { projectID: undefined }, ['GCS_PROJECT_MISSING']],
  ['a URL', { bucket: 'gs://acme' }, ['GCS_BUCKET_NAME']],
  ['capitals', { bucket: 'Acme' }, ['GCS_BUCKET_NAME']],
  ['an underscore', { bucket: 'acme_registry' }, []],
  ['2 characters', { bucket: 'ab' }, ['GCS_BUCKET_NAME']],
  ['64 characters', { bucket: 'a'.repeat(64) }, ['GCS_BUCKET_NAME']],
  ['64 characters with a dot', { bucket: `${'a'.repeat(32)}.${'a'.repeat(31)}` }, []],
  ['an address', { bucket: '10.0.0.1' }, ['GCS_BUCKET_NAME']],
  ['goog', { bucket: 'goog-registry' }, ['GCS_BUCKET_NAME']],
  ['google', { bucket: 'my-google-registry' }, ['GCS_BUCKET_NAME']],
  ['a key', { keyID }, ['GCS_KEYID_IGNORED']],
  ['a key on a bucket we make', { keyID, provision }, []],
])('%s', (_name, change, expected) => expect(problems(gcs(change))).toEqual(expected));

test('a bucket made elsewhere is its owner’s to look after, with the command', () => {
  const { findings } = runCluster(gcs({}));
  const found = findings.find(({ code }) => code === 'GCS_BUCKET_UNMANAGED');
  expect(found).toMatchObject({ severity: 'info', fix: expect.stringContaining('gcloud storage buckets update') });
  expect(codes(gcs({ provision }))).toEqual([]);
});
