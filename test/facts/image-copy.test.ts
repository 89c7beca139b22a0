import { BACKEND_NAMES, BACKENDS } from '../../src/facts/backends';
import { copyCommands, type Place, placeOf } from '../../src/facts/image-copy';

test.each([
  ['s3', { bucket: 'images', region: 'eu-west-1' }, { kind: 'objects', target: 'old:images', type: 's3' }],
  ['azure', { accountName: 'acme', container: 'images' }, { kind: 'objects', target: 'old:images', type: 'azureblob' }],
  ['gcs', {}, { kind: 'objects', target: 'old:BUCKET', type: 'google cloud storage' }],
  ['pvc', { claim: 'images' }, { kind: 'claim', claim: 'images' }],
  ['pvc', { claim: '' }, { kind: 'claim', claim: 'CLAIM' }],
  ['emptyDir', {}, undefined],
  ['tape', { bucket: 'images' }, undefined],
])('the place of %s with %j', (backend, fields, expected) => {
  expect(placeOf(backend, fields, 'old')).toEqual(expected);
});

test.each(BACKEND_NAMES.filter(name => BACKENDS[name].copy !== 'impossible'))('%s has a place', name => {
  expect(placeOf(name, {}, 'new')).toBeDefined();
});

const objects = (target: string): Place => ({ kind: 'objects', target, type: 's3' });
const claim: Place = { kind: 'claim', claim: 'images' };

test.each([
  [objects("old:it's"), objects('new:b'), [/^rclone copy .*--checksum.* 'old:it'\\''s' new:b$/]],
  [claim, claim, [/cp -au \/old\/\. \/new\/$/]],
  [claim, objects('new:b'), [/ rsync registry-copy:\/old\/ \.\/registry\/$/, / \.\/registry new:b$/]],
  [objects('old:a'), claim, [/ old:a \.\/registry$/, / rsync \.\/registry\/ registry-copy:\/new\/$/]],
])('from %j to %j: nothing is deleted in the new place', (from, to, expected) => {
  const commands = copyCommands(from, to);
  expect(commands).toEqual(expected.map(line => expect.stringMatching(line)));
  expect(commands.join()).not.toMatch(/rclone sync|--delete/);
});
