import fc from 'fast-check';
import { textsOfCluster } from '../../src/config/texts';
import { unfilled } from '../../src/fleet/placeholders';
import { readingsOf } from '../../src/fleet/readings';
import { SoundForms } from '../../src/fleet/sound-form';
import { objectProblem } from '../../src/load/load-fleet';
import { isInOrder } from '../../src/rules/text/in-order';
import { copyOf, EXAMPLES, mutation } from '../support/mutations';

type Plain = Readonly<Record<string, unknown>>;

/** What a look at the whole finds. */
const isSound = (written: Plain): boolean =>
  objectProblem(written) === undefined &&
  readingsOf(written).issues.length === 0 &&
  unfilled(written).length === 0 &&
  textsOfCluster(written).every(isInOrder);

const isLike = (sound: Plain, written: Plain): boolean => {
  const forms = new SoundForms();
  forms.note(sound);
  return forms.hasLike(written);
};

const SOUND = {
  name: 'a',
  platform: 'aws',
  storage: { s3: { bucket: 'registry-1', region: 'eu-west-1', encrypt: true } },
  credentials: { externalSecret: { key: 'registry/a', store: { name: 'vault' } } },
  registry: { replicas: 2, nodeSelector: { 'example.com/infra': '' }, logLevel: 'Normal' },
  jobs: { nodeSelector: { 'example.com/infra': 'yes' } },
  profiles: ['one', 'two'],
} as const;
const s3 = (more: Plain): Plain => ({ ...SOUND, storage: { s3: { ...SOUND.storage.s3, ...more } } });
const registry = (more: Plain): Plain => ({ ...SOUND, registry: { ...SOUND.registry, ...more } });

const ALIKE: Readonly<Record<string, Plain>> = {
  'the same': copyOf(SOUND),
  'another name': { ...SOUND, name: 'b' },
  'another bucket': s3({ bucket: 'registry-2' }),
  'another item of a list': { ...SOUND, profiles: ['one', 'three'] },
  'another value of a map': registry({ nodeSelector: { 'example.com/infra': 'x' } }),
};

const OTHER: Readonly<Record<string, Plain>> = {
  'another key': s3({ kmsKeyID: 'x' }),
  'a key less': { ...SOUND, storage: { s3: { bucket: 'registry-1', region: 'eu-west-1' } } },
  'a key of a map': registry({ nodeSelector: { 'not a label': '' } }),
  'an item more': { ...SOUND, profiles: ['one', 'two', 'three'] },
  'a number': registry({ replicas: -1 }),
  'a number for a text': s3({ bucket: 5 }),
  'a word that is not allowed': registry({ logLevel: 'Loud' }),
  'another allowed word': registry({ logLevel: 'Debug' }),
  'a placeholder': s3({ bucket: 'CHANGE_ME' }),
  'a credential': s3({ bucket: 'AKIAIOSFODNN7EXAMPLE' }),
  'an invisible character': s3({ bucket: 'registry\u200b' }),
  'a text without the form of its field': { ...SOUND, jobs: { nodeSelector: { 'example.com/infra': 'a b' } } },
  'another platform': { ...SOUND, platform: 'gcp' },
  'a date for a map': { ...SOUND, jobs: { nodeSelector: new Date(0) } },
  'a map for a platform, which has no text': { ...SOUND, platform: { toString: {} } },
  'an object of Kubernetes': { ...SOUND, apiVersion: 'v1', kind: 'Secret' },
};

test('the example is in order', () => expect(isSound(SOUND)).toBe(true));

test.each(Object.entries(ALIKE))('%s: in order, as the other is', (_, written) => {
  expect(isLike(SOUND, written)).toBe(true);
  expect(isSound(written)).toBe(true);
});

test.each(Object.entries(OTHER))('%s: needs a look at the whole', (_, written) => {
  expect(isLike(SOUND, written)).toBe(false);
});

test('nothing is like a configuration of which nothing is known', () => {
  expect(new SoundForms().hasLike(SOUND)).toBe(false);
  expect([null, undefined, 'x', [SOUND]].map(written => new SoundForms().hasLike(written))).toEqual(
    Array(4).fill(false),
  );
});

test('what is like one in order is in order, whatever was changed', () => {
  const sound = EXAMPLES.filter(isSound);
  expect(sound.length).toBeGreaterThan(300);
  const forms = new SoundForms();
  for (const example of sound) {
    forms.note(example);
    expect(forms.hasLike(example)).toBe(true);
  }
  fc.assert(
    fc.property(mutation, ({ before, after }) => {
      if (isSound(before) && isLike(before, after)) expect(isSound(after)).toBe(true);
      if (forms.hasLike(after)) expect(isSound(after)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
