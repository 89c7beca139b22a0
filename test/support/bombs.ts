/** Small files that become huge, or that nest without an end, for a reader without limits. */

/** Each level names the one before many times. */
const laughs = (levels: number, times: number): string =>
  Array.from({ length: levels }, (_, level) =>
    level === 0
      ? 'a0: &a0 [lol]\n'
      : `a${level}: &a${level} [${Array(times)
          .fill(`*a${level - 1}`)
          .join(',')}]\n`,
  ).join('');

const bigMap = (keys: number): string =>
  `profiles:\n  big: &big\n${Array.from({ length: keys }, (_, index) => `    k${index}: 1\n`).join('')}`;

/** Bombs by name; `size` is how many entries they have, whose square is what they would become. */
export const bombs = (size: number): Readonly<Record<string, string>> => ({
  'billion laughs': laughs(12, 10),
  'a wide bomb': `a: &a [${'x,'.repeat(size)}]\nb: [${'*a,'.repeat(size)}]\n`,
  'a bomb of merge keys': `${bigMap(size)}clusters:\n${'  - <<: *big\n'.repeat(size)}`,
  'a bomb of many anchors': laughs(size / 5, 2),
  'a bomb under one cluster': `${bigMap(size)}clusters: [{name: a, x: [${'*big,'.repeat(size)}]}]\n`,
  'deep brackets': `clusters: ${'['.repeat(20 * size)}\n`,
  'deep maps': `clusters: ${'{a: '.repeat(10 * size)}\n`,
  'deep closed brackets': `clusters: ${'['.repeat(500)}${']'.repeat(500)}\n`,
  'deep indented maps': `clusters: \n${Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')}\n`,
});
