import type { Change, Review } from '../../../src/review/change';
import { RISKS } from '../../../src/review/classes';
import { fold } from '../../../src/review/fold';
import { formatHtml } from '../../../src/review/formats/html';
import { formatJson } from '../../../src/review/formats/json';
import { COMMENT_LIMIT, code, formatMarkdown, MARKER, text } from '../../../src/review/formats/markdown';
import { formatText } from '../../../src/review/formats/text';
import { fails } from '../../../src/review/formats/words';

const CHANGE: Change = {
  cluster: 'c1',
  kind: 'ImagePruner',
  namespace: undefined,
  name: 'cluster',
  action: 'changed',
  path: ['spec', 'keepTagRevisions'],
  before: 5,
  after: 7,
  risk: 'safe',
  code: 'pruner-keeps-more',
  why: 'fewer images are deleted',
  source: 'somewhere',
};
const of = (...changes: readonly Change[]): Review => ({ base: 'a', head: 'b', clusters: changes.length, changes });
const clusters = (count: number, change: Partial<Change> = {}): Change[] =>
  Array.from({ length: count }, (_, index) => ({ ...CHANGE, ...change, cluster: `c${index}` }));

/** What a manifest of a stranger could hold. */
const EVIL =
  '`<script>alert(1)</script> @everyone [x](javascript:1) | \u001b[31m # h\n/merge --><img src=x> org/repo#1 https://evil.example.com';
const evil: Change = {
  ...CHANGE,
  name: EVIL,
  cluster: EVIL,
  path: ['spec', EVIL],
  before: EVIL,
  after: { [EVIL]: EVIL },
  acknowledged: EVIL,
  recipe: [{ say: EVIL, run: EVIL }],
};

describe('equal changes', () => {
  test('of many clusters are one', () => {
    const [group, ...rest] = fold(of(...clusters(412)).changes);
    expect([group?.clusters.length, rest]).toEqual([412, []]);
    expect(formatText(of(...clusters(412)))).toContain(
      '412 clusters: ImagePruner cluster spec.keepTagRevisions: 5 → 7',
    );
    expect(formatMarkdown(of(...clusters(412)))).toContain(
      '**412 clusters**: `ImagePruner cluster` `spec.keepTagRevisions`: `5` → `7`',
    );
  });

  test.each<Partial<Change>>([{ after: 8 }, { before: 4 }, { name: 'x' }, { acknowledged: 'yes' }, { path: ['spec'] }])(
    'that differ in %j are two',
    change => {
      expect(fold([CHANGE, { ...CHANGE, ...change, cluster: 'c2' }])).toHaveLength(2);
    },
  );

  test('the worst come first, then those of most clusters', () => {
    const changes = [CHANGE, ...clusters(3, { after: 9 }), { ...CHANGE, risk: 'orphan' as const }];
    expect(fold(changes).map(({ change, clusters: names }) => [change.risk, names.length])).toEqual([
      ['orphan', 1],
      ['safe', 3],
      ['safe', 1],
    ]);
  });
});

describe('--fail-on', () => {
  test.each(RISKS.map((risk, index) => [risk, index] as const))(
    '%s takes this class and the worse ones',
    (limit, rank) => {
      const failing = RISKS.filter(risk => fails(of({ ...CHANGE, risk }), limit));
      expect(failing).toEqual(RISKS.slice(0, rank + 1));
    },
  );

  test('what is acknowledged does not fail', () => {
    expect(fails(of({ ...CHANGE, risk: 'orphan', acknowledged: 'meant' }), 'safe')).toBe(false);
  });
});

describe('text', () => {
  test('says what, why, where, and what to do', () => {
    const change = {
      ...CHANGE,
      risk: 'orphan' as const,
      acknowledged: 'moved by hand',
      recipe: [{ say: 'copy', run: 'rclone' }],
    };
    expect(formatText(of(change))).toBe(
      [
        'orphan  c1: ImagePruner cluster spec.keepTagRevisions: 5 → 7',
        '  why: fewer images are deleted',
        '  acknowledged: moved by hand',
        '  do:  1. copy',
        '          rclone',
        '',
        '1 orphan; 1 of 1 cluster compared',
      ].join('\n'),
    );
  });

  test('no character of a manifest reaches the terminal as a command', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(formatText(of(evil))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  });
});

describe('markdown', () => {
  test('begins with its mark, by which a pipeline finds the comment', () => {
    expect(formatMarkdown(of()).split('\n', 1)).toEqual([MARKER]);
    expect(formatMarkdown(of())).toContain('nothing changes');
  });

  test('fits into a comment, and says what did not', () => {
    const changes = Array.from({ length: 2000 }, (_, index) => ({ ...CHANGE, before: `${index}`.padEnd(150, 'x') }));
    const found = formatMarkdown(of({ ...CHANGE, risk: 'data-loss' }, ...changes));
    expect(found.length).toBeLessThanOrEqual(COMMENT_LIMIT);
    expect(found.length).toBeGreaterThan(COMMENT_LIMIT - 2_000);
    expect(found).toMatch(/\*\*Cut here\.\*\* \d+ more kinds of change do not fit into a comment: \d+ safe\./);
    expect(found.indexOf('data-loss')).toBeLessThan(found.indexOf('safe'));
  });

  test('what a manifest says stays in code, or is plain text', () => {
    const found = formatMarkdown(of(evil));
    const outside = found.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
    expect(outside.replace(/<\/?(details|summary)>/g, '').replace(MARKER, '')).not.toMatch(
      /(?<!\\)<|@everyone|(?<!\\)\]|org\/repo#1|https:\/\/evil|^\s*\/merge/m,
    );
    expect(found.split('\n').filter(line => line.startsWith('/'))).toEqual([]);
  });

  test.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['``a', '``` ``a ```'],
    ['', '`  `'],
    ['a\nb', '`a⏎b`'],
  ])('%j in a code span', (value, expected) => {
    expect(code(value)).toBe(expected);
  });

  test('plain text mentions nobody and links nowhere', () => {
    expect(text('@all #1 https://x.example.com www.y <b> *c*')).toBe(
      '@\u200ball \\#\u200b1 https://\u200bx.example.com www.\u200by \\<b\\> \\*c\\*',
    );
  });
});

describe('json', () => {
  test('has every change with its clusters', () => {
    const found = JSON.parse(formatJson(of(...clusters(3))));
    expect(found).toMatchObject({ base: 'a', head: 'b', clusters: 3, worst: 'safe', counts: { safe: 1 } });
    expect(found.changes[0]).toMatchObject({ path: ['spec', 'keepTagRevisions'], clusters: ['c0', 'c1', 'c2'] });
    expect(found.changes[0]).not.toHaveProperty('cluster');
  });
});

describe('html', () => {
  test('what a manifest says is text', () => {
    const page = formatHtml(of(evil));
    expect(page).not.toContain('<img');
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).toContain('&#60;script&#62;');
  });

  test('fetches nothing, and lets nothing run but its own script', () => {
    const page = formatHtml(of(CHANGE));
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'/);
    expect(page.replace('href="data:,"', '')).not.toMatch(/\b(src|href|action)=|url\(|@import|\son\w+=|style="/);
  });

  test('shows of long texts what differs', () => {
    const lines = Array.from({ length: 50 }, (_, index) => `line ${index}`);
    const other = lines.map((line, index) => (index === 20 ? 'changed' : line));
    const page = formatHtml(of({ ...CHANGE, before: lines.join('\n'), after: other.join('\n') }));
    expect(page).toContain('…\nline 17\nline 18\nline 19\nchanged\nline 21');
    expect(page).not.toContain('line 30');
  });
});
