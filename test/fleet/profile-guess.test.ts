import { profileMeant } from '../../src/fleet/profile-guess';

const names = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `profile-${index}`);

test('guesses the nearest name, again for the same misspelling', () => {
  const known = ['infra-nodes', 'pruning'];
  for (const _ of [1, 2]) expect(profileMeant('infra-node', known)).toBe('; did you mean "infra-nodes"?');
  expect(profileMeant('nothing-like-it', known)).toBe('');
});

test('ends where a fleet has thousands of both', () => {
  const known = names(5_000);
  const guesses = names(100).map(name => profileMeant(`${name}x`, known));
  expect(guesses.filter(guess => guess !== '').length).toBe(40);
  expect(profileMeant('profile-0x', known)).toBe(guesses[0]);
});
