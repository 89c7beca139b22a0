import { IMAGE_STREAM_RULES } from '../../../src/rules/third-party/image-streams';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(IMAGE_STREAM_RULES);
const TAG = { name: '3.1', from: 'quay.io/lib/ruby:3.1', scheduled: true };
const RUBY = { name: 'ruby', namespace: 'team-a', tags: [TAG] };
const found = (...imageStreams: object[]): readonly string[] =>
  codes(JSON.stringify({ platform: 'aws', thirdParty: [{ server: 'quay.io', imageStreams }] }));
const tagged = (change: object): object => ({ ...RUBY, tags: [{ ...TAG, ...change }] });
const DIGEST = `quay.io/lib/ruby@sha256:${'0'.repeat(64)}`;

test.each<[string, object[], string[]]>([
  ['a stream', [RUBY], []],
  ['not scheduled', [tagged({ scheduled: false })], ['IMAGESTREAM_NOT_SCHEDULED']],
  ['by digest, not scheduled', [tagged({ from: DIGEST, scheduled: false })], []],
  ['another server', [tagged({ from: 'docker.io/lib/ruby' })], ['IMAGESTREAM_SERVER']],
  ['a server that begins alike', [tagged({ from: 'quay.io.example.com/lib/ruby' })], ['IMAGESTREAM_SERVER']],
  ['without tag', [tagged({ from: 'quay.io/lib/ruby' })], []],
  ['a robot of Quay', [tagged({ from: 'quay.io/acme__lib/ruby.on-rails:v1_2' })], []],
  ['upper case', [tagged({ from: 'quay.io/Lib/ruby' })], ['IMAGESTREAM_REFERENCE']],
  ['no path', [tagged({ from: 'quay.io/' })], ['IMAGESTREAM_REFERENCE']],
  ['a broken digest', [tagged({ from: 'quay.io/lib/ruby@sha256:0' })], ['IMAGESTREAM_REFERENCE']],
  ['a blank', [tagged({ from: 'quay.io/lib/ruby :1' })], ['IMAGESTREAM_REFERENCE']],
  ['in openshift', [{ ...RUBY, namespace: 'openshift' }], ['IMAGESTREAM_IN_OPENSHIFT']],
  ['twice', [RUBY, RUBY], ['IMAGESTREAM_TWICE']],
  ['in two namespaces', [RUBY, { ...RUBY, namespace: 'team-b' }], []],
  ['one tag twice', [{ ...RUBY, tags: [TAG, TAG] }], ['IMAGESTREAM_TWICE']],
])('%s', (_, streams, expected) => expect(found(...streams)).toEqual(expected));
