import { ACCESS_SUBJECT_RULES } from '../../../src/rules/access/subjects';
import { runCluster } from '../../support/fleet';
import { codesOf } from '../../support/rule-codes';

const codes = codesOf(ACCESS_SUBJECT_RULES);
const access = (settings: string): string => `platform: aws\naccess: ${settings}`;

test.each<[string, string[]]>([
  ['{metrics: [{user: prometheus}]}', []],
  ['{metrics: [{user: ""}]}', ['ACCESS_NAME_EMPTY']],
  ['{metrics: [{users: [ann, " "]}]}', ['ACCESS_NAME_EMPTY']],
  ['{metrics: [{groups: [""]}]}', ['ACCESS_NAME_EMPTY']],
  ['{viewers: [{project: team-a, users: [ann]}]}', ['ACCESS_PROJECT_MUST_EXIST']],
  [
    '{viewers: [{project: team-a, users: [ann]}], editors: [{project: team-b, users: [ann]}]}',
    ['ACCESS_PROJECT_MUST_EXIST'],
  ],
])('%s', (settings, expected) => expect(codes(access(settings))).toEqual(expected));

test('many projects are counted, each once', () => {
  const viewers = Array.from({ length: 9 }, (_, index) => ({ project: `team-${index % 7}`, users: ['ann'] }));
  const { findings } = runCluster(access(JSON.stringify({ viewers })));
  const found = findings.find(({ code }) => code === 'ACCESS_PROJECT_MUST_EXIST');
  expect(found?.what).toBe('projects team-0, team-1, team-2, team-3, team-4 and 2 more must already exist');
});
