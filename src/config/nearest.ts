/** "Did you mean": the known word nearest to the one that was written. */

/** The nearest of the known words, if it is near enough to be a slip; else the only one that begins with the word. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const wanted = normalise(word);
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const other = normalise(candidate);
    const shorter = Math.min(wanted.length, other.length);
    const limit = shorter <= SHORT ? Math.min(bestDistance, 2) : bestDistance;
    // So many letters at least must be added; a whole text in the place of a word would take ages to compare.
    if (Math.abs(other.length - wanted.length) >= limit) continue;
    const distance = editDistance(wanted, other);
    if (distance < limit && distance < shorter) [best, bestDistance] = [candidate, distance];
  }
  return best ?? beginning(wanted, known);
}

/** Words of so few letters are another word after two changes: nfs is not gcs. */
const SHORT = 4;

function beginning(wanted: string, known: readonly string[]): string | undefined {
  const longer = wanted.length < SHORT ? [] : known.filter(candidate => normalise(candidate).startsWith(wanted));
  return longer.length === 1 ? longer[0] : undefined;
}

/** ` Did you mean "replicas"?`, or nothing. */
export function suggestion(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}

/** `; did you mean "replicas"?`, or nothing: the end of a sentence that has no full stop. */
export function didYouMean(word: string, known: readonly string[]): string {
  const best = nearest(word, known);
  return best === undefined ? '' : `; did you mean "${best}"?`;
}

const normalise = (word: string): string => word.toLowerCase().replace(/[-_ ]/g, '');

/** How many letters must be added, dropped, changed or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(
        Math.min(
          (rows[row - 1]?.[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (rows[row - 1]?.[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(line);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
