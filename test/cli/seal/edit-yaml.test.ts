import { parse } from 'yaml';
import { EditError, setScalars } from '../../../src/cli/seal/edit-yaml';
import { dedent } from '../../support/fleet';

const PATH = ['clusters', 0, 'credentials', 'sealedSecret', 'encryptedData', 'KEY'];
const set = (text: string, path = PATH as readonly (string | number)[]): string =>
  setScalars(text, 0, [{ path, value: 'AgBx+/=' }]);

/** Lines of `after` that are not in `before` in this order, and the other way round. */
function changedLines(before: string, after: string): { readonly removed: string[]; readonly added: string[] } {
  const old = before.split('\n');
  const fresh = after.split('\n');
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < fresh.length - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  return { removed: old.slice(head, old.length - tail), added: fresh.slice(head, fresh.length - tail) };
}

test.each<[string, string, string[], string[]]>([
  [
    'a value that is there',
    `
    # a fleet
    clusters:
    - name:   a      # odd layout
      credentials:
        sealedSecret:
            encryptedData:
              KEY: "old"   # replaced in March
              OTHER: AgBy

      platform: aws
    `,
    ['          KEY: "old"   # replaced in March'],
    ['          KEY: "AgBx+/="   # replaced in March'],
  ],
  [
    'a key beside others',
    `
    clusters:
      - name: a
        credentials:
          sealedSecret:
            encryptedData:
              OTHER: AgBy  # kept

        # about the platform
        platform: aws
    `,
    [],
    ['          KEY: AgBx+/='],
  ],
  [
    'everything below the cluster, at the end of the file',
    `
    clusters:
      - name: a
        platform: aws`,
    [],
    ['    credentials:', '      sealedSecret:', '        encryptedData:', '          KEY: AgBx+/='],
  ],
  [
    'everything below the cluster, before the next one',
    `
    clusters:
      - name: a
        nodes:
          - x
          - {y: 1}  # last

      # the second
      - name: b
    `,
    [],
    ['    credentials:', '      sealedSecret:', '        encryptedData:', '          KEY: AgBx+/='],
  ],
  [
    'an entry on one line',
    `
    clusters:
      - {name: a, platform: aws}  # small
      - {name: b}
    `,
    ['  - {name: a, platform: aws}  # small'],
    ['  - {name: a, platform: aws, credentials: {sealedSecret: {encryptedData: {KEY: AgBx+/=}}}}  # small'],
  ],
  [
    'an empty map',
    `
    clusters:
      - name: a
        credentials: {sealedSecret: {encryptedData: {}}}
    `,
    ['    credentials: {sealedSecret: {encryptedData: {}}}'],
    ['    credentials: {sealedSecret: {encryptedData: {KEY: AgBx+/=}}}'],
  ],
  [
    'a key without a value',
    `
    clusters:
      - name: a
        credentials:
        platform: aws
    `,
    [],
    ['      sealedSecret:', '        encryptedData:', '          KEY: AgBx+/='],
  ],
  [
    'a key without a value, with a comment',
    `
    clusters:
      - name: a
        credentials:   # to come
        platform: aws
    `,
    [],
    ['      sealedSecret:', '        encryptedData:', '          KEY: AgBx+/='],
  ],
  [
    'a folded value',
    `
    clusters:
      - name: a
        credentials:
          sealedSecret:
            encryptedData:
              KEY: |
                AgB
                y
        platform: aws
    `,
    ['          KEY: |', '            AgB', '            y'],
    ['          KEY: AgBx+/='],
  ],
  [
    'JSON',
    `
    {"clusters": [{"name": "a",
      "credentials": {"sealedSecret": {
        "encryptedData": {
          "OTHER": "AgBy"
        }
      }}
    }]}
    `,
    ['      "OTHER": "AgBy"'],
    ['      "OTHER": "AgBy", "KEY": "AgBx+/="'],
  ],
])('sets %s, and touches no other line', (_name, yaml, removed, added) => {
  const before = dedent(yaml);
  const after = set(before);
  expect(changedLines(before, after)).toEqual({ removed, added });
  expect(parse(after).clusters[0].credentials.sealedSecret.encryptedData.KEY).toBe('AgBx+/=');
});

test('a second document, line breaks of Windows, and several values', () => {
  const text = 'name: a\r\n---\r\nname: b\r\nplatform: aws\r\n';
  const edits = ['ONE', 'TWO'].map(key => ({
    path: ['credentials', 'sealedSecret', 'encryptedData', key],
    value: key,
  }));
  expect(setScalars(text, 1, edits)).toBe(
    'name: a\r\n---\r\nname: b\r\nplatform: aws\r\ncredentials:\r\n  sealedSecret:\r\n    encryptedData:\r\n      ONE: ONE\r\n      TWO: TWO\r\n',
  );
});

test.each<[string, string]>([
  [
    'an alias, which stands for another entry too',
    `
    base: &base {sealedSecret: {encryptedData: {OTHER: AgBy}}}
    clusters:
      - {name: a, credentials: *base}
    `,
  ],
  [
    'a merge key, whose map would be hidden',
    `
    base: &base {credentials: {sealedSecret: {encryptedData: {OTHER: AgBy}}}}
    clusters:
      - {<<: *base, name: a}
    `,
  ],
  [
    'a map where the value belongs',
    `
    clusters: [{name: a, credentials: {sealedSecret: {encryptedData: {KEY: {a: b}}}}}]
    `,
  ],
  ['a list that is too short', 'clusters: []\n'],
  ['a file that is broken', 'clusters: [\n'],
])('refuses %s', (_name, yaml) => {
  expect(() => set(dedent(yaml))).toThrow(EditError);
});
