import { runFleet } from '../support/fleet';

const A = '{name: a, platform: aws, openshift: "4.14"}';
const KEY = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
const RANDOM = 'wJalrXUtnFEMI7K7MDENG7bPxRfiCYEXAMPLEKEY';
const note = (text: string, more = ''): string => `{metadata: {annotations: {example.com/note: ${text}}}${more}}`;
const ACCEPTED = ', accept: [{code: SECRET_SUSPECTED, reason: "a fingerprint of the platform team"}]';

const found = (yaml: string): readonly string[] =>
  runFleet(yaml)
    .findings.filter(({ severity, code }) => severity === 'error' || code === 'PROFILE_UNUSED')
    .map(({ code, place }) => `${code} ${place?.line}`);

test.each([
  ['a credential', KEY, 'SECRET_LITERAL 1'],
  ['a random text', RANDOM, 'SECRET_SUSPECTED 1'],
  ['half of a character', '"a\\ud83d"', 'TEXT_INVISIBLE 1'],
])('%s in a profile that no cluster uses', (_, text, expected) => {
  expect(found(`profiles: {spare: ${note(text)}}\nclusters: [${A}]`)).toEqual(
    expect.arrayContaining(['PROFILE_UNUSED 1', expected]),
  );
});

test('a control character in a name there', () => {
  const spare = '{registry: {logLevel: Debug}, storage: {swift: {container: "reg\\u001b[2J"}}}';
  expect(found(`profiles: {spare: ${spare}}\nclusters: [${A}]`)).toContain('TEXT_INVISIBLE 1');
});

test('such a profile says itself what is fine', () => {
  expect(found(`profiles: {spare: ${note(RANDOM, ACCEPTED)}}\nclusters: [${A}]`)).toEqual(['PROFILE_UNUSED 1']);
});

test.each([
  ['defaults', `defaults: ${note(KEY)}`, ''],
  ['a profile', `profiles: {p: ${note(KEY)}}`, ', profiles: [p]'],
])('a credential in %s that every cluster overrides', (_, fragment, uses) => {
  const own = `, metadata: {annotations: {example.com/note: hello}}${uses}}`;
  expect(found(`${fragment}\nclusters: [${A.replace('}', own)}]`)).toEqual(['SECRET_LITERAL 1']);
});

test('one that a cluster uses is found once, as the cluster has it', () => {
  const { findings } = runFleet(`defaults: ${note(KEY)}\nclusters: [${A}]`);
  const secrets = findings.filter(({ code }) => code === 'SECRET_LITERAL');
  expect(secrets.map(({ clusters, path }) => [clusters, path[0]])).toEqual([[['a'], 'metadata']]);
});

test('what the clusters accept of a profile that they use needs no word in the profile', () => {
  const cluster = A.replace('}', `, profiles: [p]${ACCEPTED}}`);
  expect(found(`profiles: {p: ${note(RANDOM)}}\nclusters: [${cluster}]`)).toEqual([]);
});

test('a profile without a fault is none of it, and a missing value is fine', () => {
  const spare = '{storage: {s3: {region: eu-west-1}}, metadata: {annotations: {example.com/note: hello}}}';
  expect(found(`profiles: {spare: ${spare}}\nclusters: [${A}]`)).toEqual(['PROFILE_UNUSED 1']);
});
